import type { Kysely } from 'kysely';
import { createIndex, createTables } from './create-tables.ts';

/** Lots that nobody may use, wherever they are: who stopped them and why, and who let them go again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'lot_hold',
      `hold text primary key, item_key text not null, lot text not null, status text not null, reason text not null,
       note text, placed_by text not null, placed_at bigint not null, command_id text not null, released_by text,
       released_at bigint, release_reason text`,
    ],
  ]);
  await createIndex(db, 'lot_hold_active', 'lot_hold', 'item_key, lot', "status = 'active'");
  await createIndex(db, 'lot_hold_placed', 'lot_hold', 'status, placed_at');
}
