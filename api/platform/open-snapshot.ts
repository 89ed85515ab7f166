import { openPostgresSnapshot } from './db/postgres-snapshot.ts';
import { openSqliteSnapshot, type Snapshot } from './db/sqlite-snapshot.ts';
import { isSqlite, sqliteFile } from './open-store.ts';

/**
 * Opens a database for reading as it is at this moment, however much is written meanwhile. Throws StartError in words for
 * the person at the command line.
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  return isSqlite(url) ? openSqliteSnapshot(sqliteFile(url)) : openPostgresSnapshot(url);
}
