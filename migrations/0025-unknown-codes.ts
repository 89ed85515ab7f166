import type { Kysely } from 'kysely';
import { addColumns, createIndex, createTables } from './create-tables.ts';

/**
 * Codes that nothing had when they were scanned. `unknown_code`: each once, with what was decided about it;
 * `unknown_code_sighting`: who scanned it where, with what was scanned before and after. A code that was bound is a
 * barcode of its item like any other; `bound_at` tells it from those that the item's source system sent, which replace
 * one another whenever that sends the item again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'unknown_code',
      `code text primary key, status text not null, suspicion text, times bigint not null, first_seen_at bigint not null,
       last_seen_at bigint not null, item_key text, unit text, quantity text, decided_by text, decided_at bigint,
       reason text, version bigint not null`,
    ],
    [
      'unknown_code_sighting',
      `id text primary key, code text not null, warehouse text not null, scanned text not null, symbology text, flow text,
       step text, location text, order_number text, work text, license_plate text, note text, photos text not null,
       scans_before text not null, scans_after text not null, seen_by text not null, device text not null,
       seen_at bigint not null`,
    ],
  ]);
  await createIndex(db, 'unknown_code_status', 'unknown_code', 'status, last_seen_at');
  await createIndex(db, 'unknown_code_sighting_code', 'unknown_code_sighting', 'code, seen_at');
  await addColumns(db, [['item_barcode', 'bound_at bigint']]);
}
