import { type Kysely, sql } from 'kysely';
import { createIndex, createTables, isPostgres } from './create-tables.ts';

/**
 * Loads that are known before anything arrives, and the notices of suppliers: which plates come on a load, nested, and
 * what is on each. What of a plate was registered is counted at its lines, so that what is left is always known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, column] of columns)
    await sql.raw(`alter table ${table} add column ${typed(db, column)}`).execute(db);
  await createTables(db, [
    [
      'advance_notice',
      `load_number text primary key, source_system text not null, message_id text not null, document text not null,
       created_at bigint not null, changed_at bigint not null, version bigint not null`,
    ],
    [
      'expected_plate',
      `license_plate text not null, load_number text not null, shipment text not null, parent text,
       primary key (license_plate, load_number)`,
      'clustered',
    ],
    [
      'expected_line',
      `license_plate text not null, load_number text not null, position bigint not null, order_key text not null,
       line_number bigint not null, item_key text not null, unit text not null, quantity text not null,
       quantity_base bigint not null, lot text, expiry_date text, serials text, inventory_status text,
       registered_base bigint not null default 0, primary key (license_plate, load_number, position)`,
      'clustered',
    ],
    [
      'missing_order',
      `order_key text not null, source_system text not null, message_id text not null,
       primary key (order_key, source_system, message_id)`,
      'clustered',
    ],
  ]);
  await createIndex(db, 'expected_plate_load', 'expected_plate', 'load_number, parent');
  await createIndex(db, 'missing_order_message', 'missing_order', 'source_system, message_id');
}

const columns: readonly (readonly [table: string, column: string])[] = [
  // Who made the load: `registration`, `completion`, `notice`, `message` (with its order) or `hand`.
  ['inbound_load', "made_by text not null default 'registration'"],
  ['inbound_load', 'shipped_at bigint'],
  // What else is known of it, JSON: carrier, expected arrival, notes.
  ['inbound_load', "document text not null default '{}'"],
  // 1 where a person set the over-delivery of the load's line: the order's own no longer counts there.
  ['inbound_load_line', 'over_overridden bigint not null default 0'],
  // The line of the plate's announcement that the registration fills.
  ['registration', 'expected_line bigint'],
];

function typed(db: Kysely<unknown>, column: string): string {
  return isPostgres(db)
    ? column.replaceAll(/\btext\b/g, 'text collate "C"')
    : column.replaceAll(/\bbigint\b/g, 'integer');
}
