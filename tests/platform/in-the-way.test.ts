import { expect, test } from 'vitest';
import type { AppTrx } from '../../api/platform/store.ts';
import { onBothDatabases } from '../support/app.ts';

onBothDatabases('commands of one device that get in the way of others', (app) => {
  const note = (trx: AppTrx, name: string) => trx.k.insertInto('setting').values({ name, value: 'x' }).execute();

  test('together, time and again, are done one by one; the embedded database has one writer, and knows no such thing', async () => {
    const { store } = app().services;
    let first: AppTrx['memory'] | undefined;
    const settled = await store.writeEach([
      async (trx) => {
        first = trx.memory;
        await note(trx, 'in-the-way-1');
      },
      async (trx) => {
        if (trx.memory === first) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
        await note(trx, 'in-the-way-2');
      },
    ]);
    const kept = await store.read.k
      .selectFrom('setting')
      .select('name')
      .where('name', 'like', 'in-the-way-%')
      .execute();
    expect([settled.map(({ status }) => status), kept.length]).toEqual(
      store.dialect === 'postgres' ? [['fulfilled', 'fulfilled'], 2] : [['fulfilled', 'rejected'], 1],
    );
  });
});
