import type { Kysely } from 'kysely';
import { addColumns, createIndex, createTables } from './create-tables.ts';

/**
 * What administrators keep: limits of people, when a key was used last, and codes by which a new device is let in once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [
    // JSON; a member that is missing is as it is for everybody.
    ['person', "limits text not null default '{}'"],
    ['api_key', 'last_used_at bigint'],
    // The badge of the administrator whose code let the device in; null in demo mode, where any device is.
    ['device', 'enrolled_by text'],
  ]);
  await createTables(db, [
    [
      'device_enrolment',
      `code_hash text primary key, made_by text not null, made_at bigint not null, expires_at bigint not null,
       device text, used_at bigint`,
    ],
  ]);
  await createIndex(db, 'chain_audit', 'chain', 'position', "kind = 'audit'");
  await createIndex(db, 'audit_subject', 'audit', 'subject');
  await createIndex(db, 'session_device', 'session', 'device');
}
