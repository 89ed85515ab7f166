import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** How the codes of a warehouse are read, a JSON document for each that has rules of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    ['scan_rules', 'warehouse text primary key, rules text not null, version bigint not null', 'clustered'],
  ]);
}
