import { expect, test } from 'vitest';
import { bulkTable } from '../../api/platform/db/bulk.ts';
import { statement } from '../../api/platform/db/statement.ts';
import type { AppJob, AppTrx } from '../../api/platform/store.ts';
import { onBothDatabases } from '../support/app.ts';

const newLot = statement<{ lot: string }>()((k, p) =>
  k.insertInto('lot').values({ item_key: 'DEMO:LATE', lot: p('lot'), expiry_date: null }),
);
/** Its values have another order. */
const oldLot = statement<{ lot: string }>()((k, p) =>
  k.insertInto('lot').values({ expiry_date: '2020-01-01', lot: p('lot'), item_key: 'DEMO:LATE' }),
);
const addTo = statement<{ name: string; value: number }>()((k, p) =>
  k
    .insertInto('counter')
    .values({ name: p('name'), value: p('value') })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', eb.ref('excluded.value')) })),
    ),
);
const count = statement<{ name: string }>()((k, p) =>
  k.selectFrom('counter').select('value').where('name', '=', p('name')),
);
/** Says its value again in its tail, so that each row would need one of its own there. */
const countAgain = statement<{ name: string; value: number }>()((k, p) =>
  k
    .insertInto('counter')
    .values({ name: p('name'), value: p('value') })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: p('value') })),
);
const countAnswered = statement<{ name: string; value: number }>()((k, p) =>
  k
    .insertInto('counter')
    .values({ name: p('name'), value: p('value') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('value'),
);
const double = statement<{ name: string }>()((k, p) =>
  k
    .updateTable('counter')
    .set((eb) => ({ value: eb('value', '*', 2) }))
    .where('name', '=', p('name')),
);
const counters = bulkTable(
  'counter',
  [
    ['name', 'text'],
    ['value', 'bigint'],
  ],
  ['name'],
);

onBothDatabases('rows for which nobody in their transaction waits', (app) => {
  const store = () => app().services.store;
  const lots = async (like: string) => {
    const rows = await store()
      .read.k.selectFrom('lot')
      .select(['lot', 'expiry_date'])
      .where('item_key', '=', 'DEMO:LATE')
      .where('lot', 'like', like)
      .execute();
    return rows.map(({ lot, expiry_date }) => (expiry_date === null ? lot : `${lot} old`)).sort();
  };
  const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
  const named = (index: number) => String(index).padStart(2, '0');
  const keep =
    (lot: string): AppJob<unknown> =>
    (trx) =>
      trx.later(newLot, { lot });

  test.each([1, 7, 8, 9, 20])('%d of them are all there in the end', async (howMany) => {
    const all = numbers(0, howMany).map((index) => `all-${howMany}-${named(index)}`);
    await store().write(async (trx) => {
      for (const lot of all) await trx.later(newLot, { lot });
    });
    expect(await lots(`all-${howMany}-%`)).toEqual(all);
  });

  test('what is added to one row many times adds up, between other rows', async () => {
    await store().write(async (trx) => {
      for (const value of numbers(1, 20)) await trx.later(addTo, { name: `late-${value % 2}`, value });
    });
    const sums = await Promise.all(['late-0', 'late-1'].map((name) => store().read.one(count, { name })));
    expect(sums).toEqual([{ value: 90 }, { value: 100 }]);
  });

  test.each<[how: string, look: (trx: AppTrx, name: string) => Promise<unknown>]>([
    ['by a statement', async (trx, name) => (await trx.one(count, { name }))?.value],
    ['by its rows', async (trx, name) => (await trx.all(count, { name })).map(({ value }) => value)[0]],
    [
      'by a query of its own',
      async (trx, name) =>
        (await trx.k.selectFrom('counter').select('value').where('name', '=', name).executeTakeFirst())?.value,
    ],
    [
      'by changing it',
      async (trx, name) => (await trx.count(double, { name })) && Number((await trx.one(count, { name }))?.value) / 2,
    ],
    [
      'by changing many',
      async (trx, name) => {
        await trx.each(double, [{ name }]);
        return Number((await trx.one(count, { name }))?.value) / 2;
      },
    ],
    ['by their keys', async (trx, name) => (await counters.find(trx, [{ name }])).map(({ value }) => value)[0]],
  ])('whoever asks in the same transaction finds them: %s', async (how, look) => {
    const name = `asked ${how}`;
    const found = await store().write(async (trx) => {
      await trx.later(addTo, { name, value: 3 });
      await trx.later(newLot, { lot: `asked ${how}` });
      const before = await look(trx, name);
      await trx.later(addTo, { name, value: 4 });
      return [before, await trx.one(count, { name })];
    });
    expect(found).toEqual([3, { value: how.startsWith('by changing') ? 10 : 7 }]);
  });

  test('two statements about one table keep their order', async () => {
    await store().write(async (trx) => {
      for (const index of numbers(0, 20))
        await trx.later(index % 3 === 0 ? oldLot : newLot, { lot: `two-${named(index)}` });
    });
    expect(await lots('two-%')).toEqual(
      numbers(0, 20).map((index) => `two-${named(index)}${index % 3 === 0 ? ' old' : ''}`),
    );
  });

  test('of an embedded database, what says its values again or wants an answer cannot be late', async () => {
    const name = 'never';
    const settled = await store().writeEach([
      (trx) => trx.later(countAgain, { name, value: 1 }),
      (trx) => trx.later(countAnswered, { name, value: 1 }),
      (trx) => trx.later(double, { name }),
    ]);
    const status = store().dialect === 'sqlite' ? 'rejected' : 'fulfilled';
    expect(settled.map((each) => each.status)).toEqual([status, status, status]);
  });

  test('one that is there already undoes its own job, and no other', async () => {
    await store().write(keep('twice-05'));
    const settled = await store().writeEach(numbers(0, 30).map((index) => keep(`twice-${named(index)}`)));
    expect(settled.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([5]);
    expect(await lots('twice-%')).toEqual(numbers(0, 30).map((index) => `twice-${named(index)}`));
  });

  test('what a job put off before it threw is never written, what others did is', async () => {
    const settled = await store().writeEach<unknown>([
      keep('thrown-1'),
      async (trx) => {
        await trx.later(newLot, { lot: 'thrown-2' });
        throw new Error('changed its mind');
      },
      keep('thrown-3'),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await lots('thrown-%')).toEqual(['thrown-1', 'thrown-3']);
    await store().write(keep('thrown-4'));
    expect(await lots('thrown-%')).toEqual(['thrown-1', 'thrown-3', 'thrown-4']);
  });
});
