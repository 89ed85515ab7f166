import type { Kysely } from 'kysely';
import { createIndex } from './create-tables.ts';

/**
 * Ways to what is asked for by single orders, works, plates and documents, so that no question becomes slower with each
 * order that was ever shipped. Most lie only over the few rows that are ever asked for, and cost the others nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, table, columns, where] of indexes) await createIndex(db, name, table, columns, where);
}

const indexes: readonly (readonly [name: string, table: string, columns: string, where?: string])[] = [
  ['work_order', 'work', 'order_key', 'order_key is not null'],
  ['work_undone', 'work', 'warehouse, priority', "status in ('held', 'open') and type <> 'putaway'"],
  ['work_command', 'work', 'command_id', "type <> 'putaway'"],
  ['carton_command', 'carton', 'command_id'],
  ['location_fixed', 'location', 'fixed_item', 'fixed_item is not null'],
  ['reservation_serial', 'reservation', 'serial', "serial <> ''"],
  ['ledger_corrects', 'ledger_entry', 'corrects', 'corrects is not null'],
  ['wave_processing', 'wave', 'created_at, wave', "status = 'processing'"],
  ['wave_order_leaving', 'wave_order', 'wave, part', 'part < 0'],
  ['feed_entry_document', 'feed_entry', 'subject, version', "feed not in ('events', 'order-status')"],
];
