import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';

const program = fileURLToPath(new URL('../../api/bin/verify.ts', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-verify-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A warehouse in which nothing happened yet, changed by other means than the program's. */
async function warehouse(name: string, change: (db: Sqlite.Database) => void = () => {}): Promise<string> {
  const file = join(folder, `${name}.db`);
  const app = await openApp({ databaseUrl: `sqlite:${file}`, mode: 'demo' });
  await seedSites(app.services.store);
  await app.close();
  const db = new Sqlite(file);
  change(db);
  db.pragma('wal_checkpoint(truncate)');
  db.close();
  return file;
}

/** Every page but the first few is overwritten: the file opens, and breaks while it is read. */
function damage(file: string): void {
  const handle = openSync(file, 'r+');
  const { size } = statSync(file);
  writeSync(handle, Buffer.alloc(size - 65_536, 0x5a), 0, size - 65_536, 65_536);
  closeSync(handle);
}

test.each<[what: string, make: () => string | Promise<string>, code: number, words: RegExp]>([
  ['a warehouse whose books are right', () => warehouse('right'), 0, /\n[\s\S]*The books are right: \d+ rows/],
  [
    'one with stock that no entry made',
    () =>
      warehouse('wrong', (db) =>
        db.exec(
          `insert into balance (warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate, quantity_base)
           values ('EAST', 'DOCK-01', 'DEMO:X', 'DEMO', '', '', 'available', '', 5)`,
        ),
      ),
    1,
    /EAST \| DOCK-01 \| DEMO:X .*5, not 0[\s\S]*WRONG in 1 place:/,
  ],
  [
    'a file that is not there',
    () => join(folder, 'missing.db'),
    66,
    /There is no database .*missing\.db\. Check DATABASE_URL/,
  ],
  ['a file of something else', () => textFile(), 65, /is not a database/],
  ['an empty database', () => emptyDatabase(), 65, /holds no warehouse yet/],
  [
    'a warehouse of an older version',
    () => warehouse('older', (db) => db.exec("delete from kysely_migration where name > '0001'")),
    78,
    /older version of the program[\s\S]*Start the server on it once/,
  ],
  [
    'a warehouse of a newer version',
    () => warehouse('newer', (db) => db.exec("insert into kysely_migration values ('9999-later', '2030-01-01')")),
    78,
    /newer version of the program \(9999-later\)/,
  ],
  [
    'a damaged file',
    async () => {
      const file = await warehouse('damaged');
      damage(file);
      return file;
    },
    65,
    /nothing is known of them[\s\S]*damaged/,
  ],
])('%s', async (_, make, code, words) => {
  const ended = await verify(`sqlite:${await make()}`);
  expect([ended.code, ended.said]).toEqual([code, expect.stringMatching(words)]);
  expect(ended.said).not.toMatch(/\n\s+at /);
});

function textFile(): string {
  const file = join(folder, 'text.db');
  writeFileSync(file, 'This is a letter, and rather a long one.\n'.repeat(100));
  return file;
}

function emptyDatabase(): string {
  const file = join(folder, 'empty.db');
  const db = new Sqlite(file);
  db.exec('create table something (else_ text)');
  db.close();
  return file;
}

async function verify(url: string): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [program, '--url', url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, said };
}
