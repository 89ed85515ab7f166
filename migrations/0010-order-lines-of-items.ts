import { type Kysely, sql } from 'kysely';
import { createIndex } from './create-tables.ts';

/** Lines by their item, whatever became of them: how an item is counted is fixed by the first order for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createIndex(db, 'order_line_of_item', 'inbound_order_line', 'item_key, status');
  // The new one begins with the same column and serves every question of the old one.
  await sql.raw('drop index order_line_open_item').execute(db);
}
