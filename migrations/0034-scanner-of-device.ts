import type { Kysely } from 'kysely';

/** What the setting up of a device's scanner taught, as the device said it last: JSON; null where it never did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('device').addColumn('scanner', 'text').execute();
}
