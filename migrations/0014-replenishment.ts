import type { Kysely } from 'kysely';
import { addColumns, createIndex } from './create-tables.ts';

/**
 * Goods that are brought to a pick face before they are picked. `brought_by`: the work that brings them; as long as it is
 * named, nobody picks them, and what happens to the promise happens to what that work has to bring. Null: they are where
 * they are picked.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [['reservation', 'brought_by text']]);
  await createIndex(db, 'reservation_brought', 'reservation', 'brought_by', 'brought_by is not null');
  const isNext = "status = 'open' and type = 'replenish'";
  await createIndex(db, 'work_replenish', 'work', 'warehouse, priority, walk_sequence', isNext);
  await createIndex(db, 'work_replenish_to', 'work', 'planned_location, status', "type = 'replenish'");
}
