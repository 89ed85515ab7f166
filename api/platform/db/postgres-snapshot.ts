import { Kysely, PostgresDialect, sql } from 'kysely';
import { openPool, pgRunnerOn } from './postgres.ts';
import type { Database } from './schema.ts';
import type { Snapshot } from './sqlite-snapshot.ts';
import { StartError } from './start-error.ts';

/** One transaction that sees everything as it was when it began. */
export async function openPostgresSnapshot(url: string): Promise<Snapshot> {
  const k = new Kysely<Database>({ dialect: new PostgresDialect({ pool: openPool(url, 1, () => {}) }) });
  try {
    const transaction = await k
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute();
    await sql`set local statement_timeout = 0`.execute(transaction);
    return {
      read: pgRunnerOn(transaction),
      close: async () => {
        await transaction.rollback().execute();
        await k.destroy();
      },
    };
  } catch (error) {
    await k.destroy();
    throw StartError.of(error, url);
  }
}
