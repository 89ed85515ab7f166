import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/**
 * What was on hand at some positions of the feeds, so that stock of any past moment is found from the one before it, not
 * from the beginning. A row of `stock_snapshot` is written after all of its rows: without it they do not count.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    ['stock_snapshot', 'position bigint primary key, row_count bigint not null'],
    [
      'stock_snapshot_row',
      `position bigint not null, location text not null, warehouse text not null, item_key text not null,
       owner text not null, lot text not null, inventory_status text not null, quantity_base bigint not null,
       primary key (position, location, warehouse, item_key, owner, lot, inventory_status)`,
      'clustered',
    ],
  ]);
}
