import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

/** Fewer pages than this are not worth two flushes. */
const pagesWorthIt = 1000;

interface Log {
  /** Pages in the log, and how many of them are in the file as well. */
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * Whenever it is asked, takes what is in the log over into the file, beside whoever writes; answers when it is done. Told
 * to end, it does, once all that it was asked before is done.
 */
const db = new Sqlite((workerData as { readonly file: string }).file, { fileMustExist: true, timeout: 0 });
db.pragma('wal_autocheckpoint = 0');
parentPort?.on('message', (asked: 'checkpoint' | 'end') => {
  if (asked === 'end') {
    db.close();
    parentPort?.close();
    return;
  }
  const [state] = db.pragma('wal_checkpoint(noop)') as Log[];
  if (state && state.log - state.checkpointed >= pagesWorthIt) db.pragma('wal_checkpoint(passive)');
  parentPort?.postMessage('done');
});
