import { type Kysely, sql } from 'kysely';

/**
 * Every index is paid for with every command. Only `verify` asks for a device's commands in the order of their numbers,
 * of all devices at once, and sorts them as quickly as it would read the index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop index command_sequence').execute(db);
}
