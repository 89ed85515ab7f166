import { expect, test } from 'vitest';
import { statement } from '../../api/platform/db/statement.ts';
import type { LoadThings } from '../../api/platform/thing-loaders.ts';
import { ThingsNow } from '../../api/platform/things-now.ts';
import { onBothDatabases } from '../support/app.ts';

const put = statement<{ name: string; value: number }>()((k, p) =>
  k
    .insertInto('counter')
    .values({ name: p('name'), value: p('value') })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: p('value') })),
);
const get = statement<{ name: string }>()((k, p) =>
  k.selectFrom('counter').select('value').where('name', '=', p('name')),
);

onBothDatabases('what things are like now', (app) => {
  /** Counters as a kind of thing; which of them were read, and for which warehouse. */
  function watched({ isQuiet = false, fails = false } = {}) {
    let nowMs = 0;
    const asked: string[] = [];
    const loader: LoadThings = async (read, keys, warehouse) => {
      asked.push(`${warehouse} ${keys.join(' ')}`);
      if (fails) {
        fails = false;
        throw new Error('busy');
      }
      const found = new Map<string, unknown>();
      for (const name of keys) {
        const row = await read.one(get, { name });
        if (row) found.set(name, Number(row.value));
      }
      return found;
    };
    const clock = { now: () => nowMs, monotonicMs: () => nowMs, every: () => ({ stop: () => {} }) };
    const { store: whole } = app().services;
    // The application has things of its own to write now and then.
    const store = isQuiet ? { ...whole, version: async () => 'nobody writes' } : whole;
    const things = new ThingsNow({ store, clock, thingLoaders: new Map([['counter', loader]]) });
    const load = async (keys: string[], warehouse = 'EAST') =>
      Object.fromEntries(await (await things.now()).load('counter', keys, warehouse));
    return { load, asked, pass: (ms: number) => (nowMs += ms) };
  }
  const write = (name: string, value: number) => app().services.store.write((trx) => trx.one(put, { name, value }));

  test('who asks for the same is told what was read for the first, also at the same time', async () => {
    await write('same', 1);
    const { load, asked } = watched({ isQuiet: true });
    const told = await Promise.all([load(['same', 'none']), load(['same'])]);
    expect([...told, await load(['none', 'same'])]).toEqual([{ same: 1 }, { same: 1 }, { same: 1 }]);
    expect(asked).toEqual(['EAST same none']);
  });

  test('only what nobody asked for yet is read, and for another warehouse all of it', async () => {
    await write('more', 1);
    const { load, asked } = watched({ isQuiet: true });
    await load(['more']);
    await load(['more', 'most']);
    await load(['more'], 'WEST');
    expect(asked).toEqual(['EAST more', 'EAST most', 'WEST more']);
  });

  test('whatever is committed is told to whoever asks afterwards', async () => {
    const { load } = watched();
    for (const value of [1, 2, 3]) {
      await write('changes', value);
      expect(await load(['changes'])).toEqual({ changes: value });
    }
  });

  test('what only time changes is not older than a second', async () => {
    const { load, asked, pass } = watched({ isQuiet: true });
    await load(['aged']);
    pass(1000);
    await load(['aged']);
    pass(1);
    await load(['aged']);
    expect(asked).toEqual(['EAST aged', 'EAST aged']);
  });

  test('what could not be read is asked for anew', async () => {
    await write('fails', 1);
    const { load } = watched({ fails: true });
    await expect(load(['fails'])).rejects.toThrow('busy');
    expect(await load(['fails'])).toEqual({ fails: 1 });
  });

  test('there are kinds of things that nobody can tell of', async () => {
    const { store, clock } = app().services;
    const things = new ThingsNow({ store, clock, thingLoaders: new Map() });
    expect(await (await things.now()).load('unheard of', ['x'], 'EAST')).toEqual(new Map());
  });
});
