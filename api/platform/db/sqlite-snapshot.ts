import Sqlite from 'better-sqlite3';
import type { Runner } from './connection.ts';
import { runnerOn } from './sqlite-runner.ts';
import { StartError } from './start-error.ts';

/** Everything as it is at one moment, for reading. */
export interface Snapshot {
  readonly read: Runner;
  close(): Promise<void>;
}

/** One read transaction on a connection of its own; a server that writes the file is not held up. */
export function openSqliteSnapshot(file: string): Snapshot {
  const db = openToRead(file);
  db.exec('begin');
  return {
    read: runnerOn(db),
    close: async () => {
      db.exec('commit');
      db.close();
    },
  };
}

/** Copies a database file as it is at one moment, while it is being written. Answers the bytes of the copy. */
export async function copySqlite(file: string, to: string): Promise<number> {
  const db = openToRead(file);
  try {
    const { totalPages } = await db.backup(to).catch((error: unknown) => {
      throw StartError.of(error, to);
    });
    return totalPages * Number(db.pragma('page_size', { simple: true }));
  } finally {
    db.close();
  }
}

function openToRead(file: string): Sqlite.Database {
  try {
    const db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    db.pragma('mmap_size = 1073741824');
    db.pragma('cache_size = -64000');
    // Opening reads nothing: only a question shows whether this is a database.
    const isOurs = db.prepare("select 1 from sqlite_schema where name = 'feed_head'").get() !== undefined;
    if (!isOurs) throw new StartError(`${file} holds no warehouse yet. Start the server on it once.`, 65);
    return db;
  } catch (error) {
    throw StartError.of(error, file);
  }
}
