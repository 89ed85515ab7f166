import { existsSync } from 'node:fs';
import { migrations } from '../../migrations/all.ts';
import type { Runner } from './db/connection.ts';
import { openSqliteSnapshot, type Snapshot } from './db/sqlite-snapshot.ts';
import { StartError, withoutPassword } from './db/start-error.ts';
import { appliedMigrations } from './missing-migrations.ts';
import { isSqlite, sqliteFile } from './open-store.ts';

/**
 * Opens a database for reading as it is at this moment, however much is written meanwhile. Throws StartError in words for
 * the person at the command line, also for a database of another version of the program: this one would misread it.
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  if (isSqlite(url) && !existsSync(sqliteFile(url))) {
    throw new StartError(`There is no database ${sqliteFile(url)}. Check DATABASE_URL.`, 66);
  }
  const snapshot = isSqlite(url) ? openSqliteSnapshot(sqliteFile(url)) : await onPostgres(url);
  try {
    await refuseOtherVersion(snapshot.read, withoutPassword(url));
    return snapshot;
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

async function onPostgres(url: string): Promise<Snapshot> {
  const { openPostgresSnapshot } = await import('./db/postgres-snapshot.ts');
  return openPostgresSnapshot(url);
}

const noSuchTable = '42P01';

async function refuseOtherVersion(read: Runner, shown: string): Promise<void> {
  const applied = await appliedMigrations(read).catch((error: unknown) => {
    const isEmpty = error instanceof Error && 'code' in error && error.code === noSuchTable;
    throw isEmpty ? new StartError(`${shown} holds no warehouse yet. Start the server on it once.`, 65) : error;
  });
  const unknown = applied.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) {
    const names = unknown.join(', ');
    throw new StartError(`${shown} was migrated by a newer version of the program (${names}). Use that version.`, 78);
  }
  const missing = Object.keys(migrations).filter((name) => !applied.includes(name));
  if (missing.length === 0) return;
  throw new StartError(
    `${shown} was made by an older version of the program (without ${missing.join(', ')}). Start the server on it once.`,
    78,
  );
}
