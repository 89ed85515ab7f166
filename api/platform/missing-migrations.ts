import { migrations } from '../../migrations/all.ts';
import type { Runner } from './db/connection.ts';

/** Names of the migrations that this program has and the database has not had. */
export async function missingMigrations(read: Runner): Promise<string[]> {
  const applied = await appliedMigrations(read);
  return Object.keys(migrations).filter((name) => !applied.includes(name));
}

/** Names of the migrations that the database has had. */
export async function appliedMigrations(read: Runner): Promise<string[]> {
  const rows = await read.k
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map((row) => row.name);
}
