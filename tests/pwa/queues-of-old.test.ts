import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../pwa/store/database.ts';
import { ProvisionalThings } from '../../pwa/store/read-things.ts';
import { startSync } from '../../pwa/store/sync.ts';
import { answered, english } from './device.ts';
import { virtualEnvironment } from './virtual-environment.ts';

interface Sample {
  readonly databaseVersion: number;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly queue: readonly { command: { sequence: number; session: string }; words: never }[];
}

const folder = new URL('./queues-of-old/', import.meta.url);
const samples = readdirSync(folder).map((name) => ({
  name,
  ...(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Sample),
}));

/** A storage as a device left it that was last used with an older version of the app. */
async function storageOf({ databaseVersion, meta, queue }: Sample): Promise<IDBFactory> {
  const factory = new IDBFactory();
  const request = factory.open('tallyman', databaseVersion);
  request.onupgradeneeded = () => {
    const database = request.result;
    const queueStore = database.createObjectStore('queue', { keyPath: 'sequence' });
    queueStore.createIndex('state', 'state');
    queueStore.createIndex('id', 'id', { unique: true });
    const things = database.createObjectStore('things', { keyPath: ['kind', 'key'] });
    things.createIndex('codes', 'codes', { multiEntry: true });
    things.createIndex('generation', 'generation');
    const metaStore = database.createObjectStore('meta');
    database.createObjectStore('task', { keyPath: 'badge' });
    database.createObjectStore('log', { keyPath: 'number', autoIncrement: true });
    database.createObjectStore('people', { keyPath: 'badge' });
    for (const record of queue) queueStore.put(record);
    for (const [name, value] of Object.entries(meta)) metaStore.put(value, name);
  };
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  request.result.close();
  return factory;
}

describe.each(samples)('a queue written by $name', (sample) => {
  test('is sent as it was written, under the sessions it was made in', async () => {
    const environment = virtualEnvironment(await storageOf(sample));
    const database = await openDatabase(environment.storage);
    const sent: unknown[] = [];
    environment.answer((request) => {
      if (request.method !== 'POST') return null;
      const { commands } = request.body as { commands: { id: string }[] };
      sent.push(...commands);
      return answered(200, {
        results: commands.map(({ id }) => ({ id, outcome: 'applied', result: null, problem: null })),
      });
    });
    const sync = startSync(database, environment, { onChange: () => {} });
    await environment.pass(100);
    expect(sent).toEqual(sample.queue.map(({ command }) => command));
    sync.stop();
  });

  test('still says in words what was done, and shows what it changed', async () => {
    const database = await openDatabase(await storageOf(sample));
    for (const { words } of await database.getAll('queue')) expect(english(words)).toMatch(/Salt 500 g/);
    const things = new ProvisionalThings(database);
    await things.refresh();
    expect(await things.thing('licensePlate', '095212340000005008')).toMatchObject({
      location: 'A-01-02-1',
      contents: [{ quantityBase: 4 }],
    });
  });
});
