import type { Kysely } from 'kysely';
import { createIndex, createTables } from './create-tables.ts';

/** Counts: one for each work that sends somebody to count, with what was found different the last time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'stock_count',
      `count_number text primary key, work text not null, warehouse text not null, location text, item_key text,
       status text not null, attempts bigint not null, ledger_position bigint not null, reason text,
       command_id text not null, counted_by text, counted_at bigint, not_by text, journal text,
       reviewed_by text, reviewed_at bigint, review_reason text, version bigint not null`,
    ],
    [
      'stock_count_line',
      `count_number text not null, line bigint not null, item_key text not null, location text not null,
       license_plate text, lot text not null, serial text not null, expected_base bigint not null,
       counted_base bigint not null, difference_base bigint not null, is_new bigint not null,
       primary key (count_number, line)`,
      'clustered',
    ],
  ]);
  await createIndex(db, 'stock_count_work', 'stock_count', 'work');
  await createIndex(db, 'stock_count_command', 'stock_count', 'command_id');
  await createIndex(db, 'stock_count_status', 'stock_count', 'warehouse, status, counted_at');
  await createIndex(db, 'work_to_count', 'work', 'warehouse, from_location', "type = 'count' and status = 'open'");
}
