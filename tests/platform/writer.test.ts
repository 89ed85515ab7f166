import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isStorageFailure } from '../../api/platform/db/storage-failure.ts';
import { openStore } from '../../api/platform/open-store.ts';
import type { AppStore, AppTrx } from '../../api/platform/store.ts';

let folder: string;
let file: string;
let commits: number;
let store: AppStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-writer-'));
  file = join(folder, 'warehouse.db');
  commits = 0;
  store = await open();
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function open(): Promise<AppStore> {
  return openStore({
    url: `sqlite:${file}`,
    now: () => 1000,
    onPublished: () => {},
    onError: (error) => {
      throw error;
    },
    afterCommit: () => {
      commits += 1;
    },
  });
}

function note(name: string) {
  return async (trx: AppTrx) => {
    await trx.k.insertInto('setting').values({ name, value: 'x' }).execute();
    return name;
  };
}

async function notes(): Promise<string[]> {
  return (await store.read.k.selectFrom('setting').select('name').orderBy('name').execute()).map((row) => row.name);
}

describe('the writer of the embedded database', () => {
  test('commands that wait at the same moment share one flush', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => store.write(note(name))));
    expect([await notes(), commits]).toEqual([['a', 'b', 'c', 'd'], 1]);
  });

  /** Does something while a long batch of others is written. */
  async function amongMany(doMeanwhile: () => void): Promise<void> {
    let isDone = false;
    const slow = async (trx: AppTrx) => {
      if (!isDone) doMeanwhile();
      isDone = true;
      return note('a')(trx);
    };
    await store.writeEach([slow, ...Array.from({ length: 29 }, (_, index) => note(`many ${index}`))]);
  }

  test('a long log is taken over into the file beside those who write', async () => {
    const long = 'x'.repeat(100_000);
    const other = new Sqlite(file, { readonly: true });
    const takenOver = async () => {
      for (let count = 0; count < 5; count += 1) {
        await store.write((trx) => trx.k.insertInto('setting').values({ name: randomUUID(), value: long }).execute());
      }
      const [log] = other.pragma('wal_checkpoint(noop)') as { log: number; checkpointed: number }[];
      // The writing connection itself would not begin before its own limit.
      return log !== undefined && log.log < 8000 && log.checkpointed > 0;
    };
    await expect.poll(takenOver, { interval: 20 }).toBe(true);
    other.close();
  });

  test('commands that come while many others run go with their flush', async () => {
    let late: Promise<unknown> | undefined;
    await amongMany(() => {
      late = Promise.all([store.write(note('late b')), store.write(note('late c'))]);
    });
    await late;
    expect([(await notes()).length, commits]).toEqual([32, 1]);
  });

  test('of a long batch that comes while many others run, a part goes with their flush and the rest follows', async () => {
    let late: Promise<unknown> | undefined;
    await amongMany(() => {
      late = store.writeEach(Array.from({ length: 100 }, (_, index) => note(`late ${index}`)));
    });
    expect((await notes()).length).toBeLessThan(130);
    await late;
    expect([(await notes()).length, commits]).toEqual([130, 2]);
  });

  test('a command that comes while many others run and throws is undone alone', async () => {
    let late: Promise<readonly PromiseSettledResult<unknown>[]> | undefined;
    const broken = async (trx: AppTrx) => {
      await note('broken')(trx);
      throw new Error('a bug');
    };
    await amongMany(() => {
      late = Promise.allSettled([store.write(broken)]);
    });
    expect((await late)?.map((answer) => answer.status)).toEqual(['rejected']);
    expect([(await notes()).length, (await notes()).includes('broken')]).toEqual([30, false]);
  });

  test('a command that throws is undone alone', async () => {
    const broken = async (trx: AppTrx) => {
      await note('broken')(trx);
      throw new Error('a bug');
    };
    const settled = await Promise.allSettled([store.write(note('a')), store.write(broken), store.write(note('c'))]);
    expect(settled.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await notes()).toEqual(['a', 'c']);
  });

  test('what a broken command wanted to publish is not published', async () => {
    const thing = { kind: 'thing', thing: 'item', warehouse: '', deleted: false } as const;
    const broken = async (trx: AppTrx) => {
      trx.publish({ ...thing, key: 'broken' });
      throw new Error('a bug');
    };
    const good = async (trx: AppTrx) => trx.publish({ ...thing, key: 'good' });
    await Promise.allSettled([store.write(broken), store.write(good)]);
    const changed = await store.read.k.selectFrom('thing_change').select(['thing_key', 'position']).execute();
    expect(changed).toEqual([{ thing_key: 'good', position: 1 }]);
  });

  test('one sender with a thousand commands does not make another wait for all of them', async () => {
    const order: string[] = [];
    const many = store.writeEach(
      Array.from({ length: 1000 }, (_, index) => async () => {
        order.push(`many ${index}`);
      }),
    );
    await new Promise((next) => setImmediate(next));
    const single = store.write(async () => {
      order.push('single');
    });
    await Promise.all([many, single]);
    expect(order.indexOf('single')).toBeLessThan(200);
    expect(order.filter((name) => name !== 'single')).toEqual(
      Array.from({ length: 1000 }, (_, index) => `many ${index}`),
    );
  });

  test('a single command of another sender does not make the flushes of a long batch smaller', async () => {
    const many = store.writeEach(Array.from({ length: 198 }, (_, index) => note(`many ${index}`)));
    const single = store.write(note('single'));
    await Promise.all([many, single]);
    expect(commits).toBe(2);
  });

  test('a number is drawn once, also where the command that drew first is undone, and after a restart', async () => {
    const draw = (trx: AppTrx) => trx.drawNumber('pallet');
    const broken = async (trx: AppTrx) => {
      await draw(trx);
      throw new Error('a bug');
    };
    const settled = await Promise.allSettled([store.write(broken), store.write(draw), store.write(draw)]);
    const drawn = settled.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    await store.close();
    store = await open();
    drawn.push(await store.write(draw));
    expect(new Set(drawn).size).toBe(3);
  });

  test('no number is left out because a command was undone, nor by an orderly stop', async () => {
    const draw = (trx: AppTrx) => trx.drawNumber('carton');
    const broken = async (trx: AppTrx) => {
      await draw(trx);
      throw new Error('a bug');
    };
    const drawn = [await store.write(draw), await store.write(draw)];
    await expect(store.write(broken)).rejects.toThrow('a bug');
    drawn.push(await store.write(draw));
    const settled = await Promise.allSettled([store.write(draw), store.write(broken), store.write(draw)]);
    drawn.push(...settled.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])));
    await store.close();
    store = await open();
    drawn.push(await store.write(draw));
    expect(drawn).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test.each<[what: string, how: () => void]>([
    ['removed', () => rmSync(file)],
    ['replaced by another', () => renameSync(copyOf(file), file)],
  ])('nothing is answered as kept once the file was %s', async (_, how) => {
    await store.write(async (trx) => trx.drawNumber('kept'));
    how();
    const late = store.write(async (trx) => trx.drawNumber('kept'));
    await expect(late).rejects.toMatchObject({ code: 'SQLITE_IOERR_GONE' });
    await expect(late.catch(isStorageFailure)).resolves.toBe(true);
  });

  test('every commit is flushed: the file says WAL, the connection FULL', async () => {
    const probe = await store.write(
      async (trx) => (await trx.k.selectNoFrom((eb) => eb.val(1).as('one')).execute()).length,
    );
    const other = new Sqlite(file);
    expect([probe, other.pragma('journal_mode', { simple: true })]).toEqual([1, 'wal']);
    other.close();
  });
});

function copyOf(path: string): string {
  copyFileSync(path, `${path}.copy`);
  return `${path}.copy`;
}

describe('a database file that cannot be used', () => {
  test.each([
    ['a folder that does not exist', () => 'sqlite:/nowhere/at/all/warehouse.db', 'cannot be', 73],
    [
      'a file that is no database',
      () => {
        const path = join(folder, 'text.db');
        writeFileSync(path, 'a shopping list, not a database. '.repeat(100));
        return `sqlite:${path}`;
      },
      'is not a database',
      65,
    ],
    ['a folder', () => `sqlite:${folder}`, 'cannot be', 73],
    ['an address of another kind', () => 'mysql://db.example/warehouse', 'must be sqlite:<file> or postgres://', 64],
    ['no file', () => 'sqlite:', 'must be sqlite:<file> or postgres://', 64],
  ])('%s: words and an exit code', async (_, url, words, exitCode) => {
    const opening = openStore({ url: url(), now: () => 0, onPublished: () => {}, onError: () => {} });
    await expect(opening).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringContaining(words),
      exitCode,
    });
  });

  test('a file locked by another program', async () => {
    const holder = new Sqlite(file);
    holder.exec('begin immediate');
    const opening = openStore({ url: `sqlite:${file}`, now: () => 0, onPublished: () => {}, onError: () => {} });
    await expect(opening).rejects.toMatchObject({ name: 'StartError', exitCode: 75 });
    holder.exec('rollback');
    holder.close();
  });

  test('a database of a newer program is left alone', async () => {
    const newer = new Sqlite(file);
    newer.exec("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2099')");
    newer.close();
    const opening = openStore({ url: `sqlite:${file}`, now: () => 0, onPublished: () => {}, onError: () => {} });
    await expect(opening).rejects.toMatchObject({
      exitCode: 78,
      message: expect.stringContaining('9999-from-the-future'),
    });
  });
});
