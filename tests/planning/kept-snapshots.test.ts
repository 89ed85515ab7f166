import { expect, test } from 'vitest';
import { ChangesSince } from '../../api/planning/changes-since.ts';
import { keepSnapshots } from '../../api/planning/keep-snapshots.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { published, whenPublished } from '../support/published.ts';
import { addItem, moveStock } from '../support/stock.ts';

const planning = 'demo-planning-key';
const snapshots = '/api/planning/inventory-snapshots';
const places = ['@supplier', 'DOCK-01', 'A-04-01-1', 'A-04-02-1', '@customer'];

onBothDatabases('stock of any past moment', (app) => {
  test('is the same from what was kept on the way as from the changes alone, at every moment and for every reader', async () => {
    const items = [await addItem(app(), 'PAST-1'), await addItem(app(), 'PAST-2', 2)];
    for (let n = 0; n < 60; n += 1) {
      const [item = ''] = n % 3 === 0 ? items.slice(1) : items;
      const [from = '', to = ''] = [places[(n >> 2) % 4], places[((n >> 2) % 4) + 1]];
      await moveStock(app(), { item, quantityBase: 5 - (n >> 4), from, to, lot: n % 2 === 0 ? 'L1' : 'L2' }).catch(
        noSuchStock,
      );
      await new Promise((next) => setTimeout(next, 2));
    }
    const head = await published(app());
    const moments = await momentsOf(app());
    const asked = [
      'level=warehouse',
      'level=location',
      'level=location&item=PAST-2',
      'level=location&location=DOCK-01',
    ];
    const tellAll = async () => {
      const told: unknown[] = [];
      for (const moment of moments) for (const query of asked) told.push(await stockThen(app(), moment, query));
      return told;
    };
    const fromTheBeginning = await tellAll();

    await keepSnapshots(app().services.store, { between: 7 });
    const { k } = app().services.store.read;
    const kept = await k.selectFrom('stock_snapshot').selectAll().orderBy('position').execute();
    expect(kept.length).toBeGreaterThan(2);
    expect(head - Number(kept.at(-1)?.position)).toBeLessThan(7 + 4 * 10);
    expect(await tellAll()).toEqual(fromTheBeginning);
    expect(new Set(fromTheBeginning.map((rows) => JSON.stringify(rows))).size).toBeGreaterThan(moments.length);
  });

  test('an item, and a location, are told of alone', async () => {
    await whenPublished(app());
    const now = new Date().toISOString();
    const rows = await stockThen(app(), now, 'level=location&item=PAST-1');
    expect(new Set(rows.map((row) => row.item))).toEqual(new Set(['PAST-1']));
    const atDock = await stockThen(app(), now, 'level=location&location=DOCK-01');
    expect(atDock.length).toBeGreaterThan(0);
    expect(new Set(atDock.map((row) => row.location))).toEqual(new Set(['DOCK-01']));
    expect(await stockThen(app(), now, 'level=location&item=NOBODY-KNOWS')).toEqual([]);
  });

  test('a look that could not be read to its end spoils none that follows', async () => {
    const { read } = app().services.store;
    const isDown = { value: true };
    const shaky: typeof read = {
      ...read,
      all: (...asked) => (isDown.value ? Promise.reject(new Error('the database is down')) : read.all(...asked)),
    };
    const everything = { oneWarehouse: null, oneItem: null, oneLocation: null, sourceSystem: null };
    const since = new ChangesSince({ level: 'location', ...everything }, 0, 1);
    const head = await published(app());
    await expect(since.readUpTo(shaky, head)).rejects.toThrow('the database is down');
    isDown.value = false;
    expect(await since.readUpTo(shaky, head)).toBe(head);
  });

  test('what was not kept to its end does not count, and is kept again', async () => {
    const item = await addItem(app(), 'PAST-3');
    for (let n = 0; n < 40; n += 1) await moveStock(app(), { item, quantityBase: 1, from: '@supplier', to: 'DOCK-01' });
    await whenPublished(app());
    const now = new Date().toISOString();
    const { store } = app().services;
    const before = await store.read.k.selectFrom('stock_snapshot').select('position').execute();
    let looks = 0;
    await keepSnapshots(store, { between: 7, isStopped: () => ++looks > 2 });
    expect(await store.read.k.selectFrom('stock_snapshot').select('position').execute()).toEqual(before);
    expect((await stockThen(app(), now, 'level=warehouse&item=PAST-3')).map((row) => row.onHand)).toEqual([40]);
    await Promise.all([keepSnapshots(store, { between: 7 }), keepSnapshots(store, { between: 7 })]);
    expect((await stockThen(app(), now, 'level=warehouse&item=PAST-3')).map((row) => row.onHand)).toEqual([40]);
  });
});

interface Row {
  readonly item: string;
  readonly location?: string;
  readonly onHand: number;
}

/** The ledger refuses what is not there. */
function noSuchStock(error: unknown): void {
  if (!String(error).includes('are not at')) throw error;
}

/** Instants at which something changed, some of them. */
async function momentsOf(app: TestApp): Promise<string[]> {
  const rows = await app.services.store.read.k
    .selectFrom('inventory_delta')
    .select('at')
    .distinct()
    .orderBy('at')
    .execute();
  return rows.filter((_, index) => index % 9 === 0).map(({ at }) => new Date(Number(at)).toISOString());
}

async function stockThen(app: TestApp, asOf: string, query: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = '0'; ; ) {
    const path = `${snapshots}?${query}&asOf=${asOf}&limit=4&after=${after}`;
    const { status, body } = await app.call('GET', path, { as: planning });
    expect(status).toBe(200);
    rows.push(...body.items);
    if (!body.hasMore) return rows;
    after = body.next;
  }
}
