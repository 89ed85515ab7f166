import { type Kysely, sql } from 'kysely';
import { addColumns, createIndex } from './create-tables.ts';

/**
 * The number that an outbound order goes by inside the warehouse, where its source system wants another than its own; and
 * why what is cancelled of a line was cancelled.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [
    ['outbound_order', 'own_number text'],
    ['outbound_order_line', 'cancel_reason text'],
  ]);
  await createIndex(db, 'outbound_order_own_number', 'outbound_order', 'own_number', 'own_number is not null');
  // Lines by their item, whatever became of them: how an item is counted is fixed by the first order for it.
  await createIndex(db, 'outbound_line_of_item', 'outbound_order_line', 'item_key, status');
  // The new one begins with the same column and serves every question of the old one.
  await sql.raw('drop index outbound_line_item').execute(db);
  await createIndex(db, 'outbound_order_newest', 'outbound_order', 'warehouse, created_at, order_key');
}
