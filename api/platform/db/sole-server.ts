import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StartError } from './start-error.ts';

/**
 * Makes this process the only server on a database file until it lets go, or ends however it ends: two would each work
 * off the inbox and remember what the other changes. A lock on a file of its own beside the database, which the operating
 * system takes back from a process that is gone; other programs (`verify`, `backup`, `administrator`) never ask for it.
 * Throws StartError with exit code 75 while another server has it. Answers how to let go.
 */
export function holdAlone(file: string): () => void {
  const lock = openLock(file);
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    const isHeld = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
    if (!isHeld) throw StartError.of(error, file);
    const message = `The database ${file} is in use by another Tallyman server. Stop that one, or name another file in DATABASE_URL.`;
    throw new StartError(message, 75, error);
  }
  return () => lock.close();
}

/** Without waiting: who has the lock keeps it. */
function openLock(file: string): Sqlite.Database {
  try {
    return new Sqlite(`${trueName(file)}.lock`, { timeout: 0 });
  } catch (error) {
    throw StartError.of(error, file);
  }
}

/** One file has one lock, by whatever name or link it is opened. */
function trueName(file: string): string {
  return existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file));
}
