import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openFile } from '../../api/platform/db/sqlite.ts';
import { openTestApp } from '../support/app.ts';

/**
 * A process that is killed leaves to the system what it has written, so killing cannot tell whether a commit waited for
 * the disk; only a power cut can. So the settings by which it waits are looked at.
 */
test('SQLite writes ahead to a log that is flushed with every commit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-flush-'));
  try {
    const database = openFile(join(folder, 'warehouse.db'));
    const settings = ['journal_mode', 'synchronous'].map((name) => database.pragma(name, { simple: true }));
    database.close();
    expect(settings).toEqual(['wal', 2]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('PostgreSQL answers a commit when its log is on the disk', async () => {
  const app = await openTestApp('postgres');
  try {
    const { rows } = await sql<{ setting: string }>`
      select current_setting('synchronous_commit') as setting`.execute(app.services.store.read.k);
    const written = await app.services.store.write(async (trx) =>
      sql<{ setting: string }>`select current_setting('synchronous_commit') as setting`.execute(trx.k),
    );
    expect([rows[0]?.setting, written.rows[0]?.setting]).toEqual(['on', 'on']);
  } finally {
    await app.close();
  }
});
