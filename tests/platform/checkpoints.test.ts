import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Checkpoints } from '../../api/platform/db/checkpoints.ts';

let folder: string;
let db: Sqlite.Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-'));
  db = new Sqlite(join(folder, 'log.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('wal_autocheckpoint = 0');
  db.exec('create table page (content blob)');
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

function write(megabytes: number): void {
  const insert = db.prepare('insert into page values (zeroblob(1000000))');
  for (let count = 0; count < megabytes; count += 1) insert.run();
}

test('a server that stops while the thread still starts waits for what it asked of it', async () => {
  write(6);
  const checkpoints = new Checkpoints(join(folder, 'log.db'));
  checkpoints.afterCommit();
  await checkpoints.close();
  const [log] = db.pragma('wal_checkpoint(noop)') as { log: number; checkpointed: number }[];
  expect(log?.checkpointed).toBe(log?.log);
  expect(log?.log).toBeGreaterThan(1000);
});

test('a short log needs no thread, and there is none to wait for', async () => {
  write(1);
  const checkpoints = new Checkpoints(join(folder, 'log.db'));
  checkpoints.afterCommit();
  await checkpoints.close();
  const [log] = db.pragma('wal_checkpoint(noop)') as { log: number; checkpointed: number }[];
  expect(log?.checkpointed).toBe(0);
});
