import type { Kysely } from 'kysely';
import { createIndex } from './create-tables.ts';

/**
 * What somebody adjusted of an item at a place lately: many small adjustments are held to the limit of one. Only
 * adjustments lie in it, so that no other movement pays for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const place = `(case when to_location = '@adjustment' then from_location else to_location end)`;
  const columns = `item_key, operator, ${place}, recorded_at`;
  await createIndex(db, 'ledger_adjusted', 'ledger_entry', columns, `reason = 'adjust'`);
}
