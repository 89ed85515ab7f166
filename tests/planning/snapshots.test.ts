import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { whenPublished } from '../support/published.ts';
import { addItem, moveStock } from '../support/stock.ts';

const planning = 'demo-planning-key';
const snapshots = '/api/planning/inventory-snapshots';

onBothDatabases('snapshots of stock', (app) => {
  test('a snapshot tells what is on hand by item, warehouse, status, owner and lot, and the position it is exact at', async () => {
    const item = await addItem(app(), 'SNAP-1', 1);
    await moveStock(app(), { item, quantityBase: 15, from: '@supplier', to: 'DOCK-01', lot: 'L1' });
    await moveStock(app(), { item, quantityBase: 5, from: 'DOCK-01', to: 'A-02-01-1', lot: 'L1' });
    const head = await newest(app());
    const { body } = await app().call('GET', `${snapshots}?limit=1000`, { as: planning });
    expect(body.position).toBe(head);
    const common = { item: 'SNAP-1', warehouse: 'EAST', lot: 'L1', inventoryStatus: 'available', owner: 'DEMO' };
    const row = { ...common, onHand: 1.5, allocated: 0, inTransit: 0 };
    expect(body.items.filter(of('SNAP-1'))).toEqual([row]);

    const inside = await app().call('GET', `${snapshots}?limit=1000&level=location`, { as: planning });
    expect(inside.body.items.filter(of('SNAP-1')).map(({ location, onHand }: Row) => [location, onHand])).toEqual([
      ['A-02-01-1', 0.5],
      ['DOCK-01', 1],
    ]);
  });

  test('what has left a place altogether is not in the snapshot', async () => {
    const item = await addItem(app(), 'GONE-1');
    await moveStock(app(), { item, quantityBase: 3, from: '@supplier', to: 'DOCK-01' });
    await moveStock(app(), { item, quantityBase: 3, from: 'DOCK-01', to: '@scrap' });
    await whenPublished(app());
    expect((await snapshot(app(), 'location')).rows.filter(of('GONE-1'))).toEqual([]);
  });

  test('pages of a snapshot are of one position, even while stock moves between them', async () => {
    const item = await addItem(app(), 'PAGES-1');
    const places = ['A-03-01-1', 'A-03-02-1', 'A-03-03-1', 'A-03-04-1'];
    for (const to of places) await moveStock(app(), { item, quantityBase: 10, from: '@supplier', to });
    await whenPublished(app());
    const before = await snapshot(app(), 'location');

    const first = await app().call('GET', `${snapshots}?level=location&limit=1`, { as: planning });
    const drained = { item, quantityBase: 10, from: 'A-03-02-1', to: 'A-03-01-1' };
    await moveStock(app(), drained, { item, quantityBase: 7, from: '@supplier', to: 'A-03-04-2' });
    await whenPublished(app());
    const rest = await snapshot(app(), 'location', { after: first.body.next, limit: 2 });

    expect(rest.position).toBe(first.body.position);
    expect([...first.body.items, ...rest.rows]).toEqual(before.rows);
  });

  test('as lines it is the same snapshot, whole, with its position in every row', async () => {
    const { rows, position } = await snapshot(app(), 'location', { limit: 2 });
    const headers = { accept: 'application/x-ndjson' };
    const lines = await app().call('GET', `${snapshots}?level=location`, { as: planning, headers });
    expect(lines.headers.get('content-type')).toBe('application/x-ndjson');
    const read = String(lines.body).split('\n').slice(0, -1);
    expect(read.map((line) => JSON.parse(line))).toEqual(rows.map((row) => ({ position, ...row })));
    const some = await app().call('GET', `${snapshots}?level=location&limit=2`, { as: planning, headers });
    expect(String(some.body).split('\n').slice(0, -1)).toEqual(read.slice(0, 2));
  });

  test('stock as of an earlier moment is what it was then, and the changes after its position lead to now', async () => {
    const item = await addItem(app(), 'ASOF-1');
    await moveStock(app(), { item, quantityBase: 10, from: '@supplier', to: 'DOCK-01' });
    await whenPublished(app());
    const asOf = await laterMoment();
    await moveStock(app(), { item, quantityBase: 4, from: 'DOCK-01', to: '@customer' });
    await whenPublished(app());

    const then = await snapshot(app(), 'warehouse', { asOf });
    expect(then.rows.filter(of('ASOF-1')).map((row) => row.onHand)).toEqual([10]);
    const now = await snapshot(app(), 'warehouse');
    expect(summed('warehouse', then.rows, await changesAfter(app(), 'warehouse', then.position))).toEqual(
      summed('warehouse', now.rows, []),
    );
  });

  test('several readers page through one snapshot at once, while stock moves', async () => {
    const item = await addItem(app(), 'SHARED-1');
    const places = ['A-08-01-1', 'A-08-02-1', 'A-08-03-1', 'A-08-04-1'];
    for (const to of places) await moveStock(app(), { item, quantityBase: 50, from: '@supplier', to });
    await whenPublished(app());
    const asOf = await laterMoment();
    const before = await snapshot(app(), 'location');
    const writing = (async () => {
      for (let n = 0; n < 20; n += 1) {
        const [from, to] = [places[n % 4] ?? '', places[(n + 1) % 4] ?? ''];
        await moveStock(app(), { item, quantityBase: 3, from, to });
      }
    })();
    const read = await Promise.all([1, 2, 3].map((limit) => snapshot(app(), 'location', { asOf, limit })));
    await writing;
    // What was promised at an earlier moment is not kept.
    const then = before.rows.map((row) => ({ ...row, allocated: null }));
    for (const { rows } of read) expect(rows).toEqual(then);
  });

  test('before anything happened there was nothing', async () => {
    const { rows, position } = await snapshot(app(), 'warehouse', { asOf: '2001-01-01T00:00:00Z' });
    expect([rows, position]).toEqual([[], 0]);
  });

  test.each([
    ['after=nonsense', '/after'],
    [`after=${Buffer.from('[1,"\\u0000","","","","",""]').toString('base64url')}`, '/after'],
    [`after=${Buffer.from('[1,"A-01-01-1","EAST","DEMO:A1","DEMO","","available"]').toString('base64url')}`, '/after'],
    ['location=DOCK-01', '/level'],
    ['level=warehouse&location=DOCK-01', '/level'],
    ['asOf=yesterday', '/asOf'],
    ['asOf=2026-03-02T06:00:00', '/asOf'],
    ['level=shelf', '/level'],
  ])('?%s is refused, naming %s', async (query, pointer) => {
    const { status, body } = await app().call('GET', `${snapshots}?${query}`, { as: planning });
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });

  test.each(['warehouse', 'location'] as const)(
    'a snapshot and the changes after its position are the next snapshot, whoever writes meanwhile (level %s)',
    async (level) => {
      const items = await Promise.all([1, 2, 3].map((n) => addItem(app(), `PROP-${level}-${n}`)));
      const places = ['@supplier', 'DOCK-01', 'A-04-01-1', 'A-04-02-1', '@customer'];
      const movement = fc.record({
        item: fc.constantFrom(...items),
        quantityBase: fc.integer({ min: 1, max: 20 }),
        from: fc.constantFrom(...places),
        to: fc.constantFrom(...places),
        lot: fc.constantFrom('L1', 'L2'),
      });
      const writers = fc.array(fc.array(movement, { minLength: 4, maxLength: 12 }), { minLength: 4, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(writers, fc.integer({ min: 1, max: 4 }), async (ofWriters, limit) => {
          const writing = Promise.all(
            ofWriters.map(async (movements) => {
              for (const each of movements) await moveStock(app(), each).catch(noSuchStock);
            }),
          );
          const first = await snapshot(app(), level, { limit });
          const second = await snapshot(app(), level, { limit });
          await writing;
          await whenPublished(app());
          const last = await snapshot(app(), level, { limit });
          const changes = await changesAfter(app(), level, first.position);
          const toSecond = changes.filter((change) => change.position <= second.position);
          expect(summed(level, first.rows, toSecond)).toEqual(summed(level, second.rows, []));
          expect(summed(level, first.rows, changes)).toEqual(summed(level, last.rows, []));
        }),
        { numRuns: 4 },
      );
    },
  );
});

interface Row {
  readonly item: string;
  readonly warehouse: string;
  readonly location?: string;
  readonly lot: string | null;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly onHand: number;
}

type Change = Omit<Row, 'onHand'> & { readonly position: number; readonly quantity: number };

/** A writer asked for more than was there: the ledger refused, and nothing of it may show anywhere. */
function noSuchStock(error: unknown): void {
  if (!String(error).includes('are not at')) throw error;
}

function of(number: string) {
  return (row: { readonly item: string }) => row.item === number;
}

async function laterMoment(): Promise<string> {
  const made = Date.now() + 2;
  while (Date.now() <= made) await new Promise((next) => setTimeout(next, 1));
  return new Date(made).toISOString();
}

async function newest(app: TestApp): Promise<number> {
  await whenPublished(app);
  return (await app.services.store.read.k.selectFrom('feed_head').select('position').executeTakeFirstOrThrow())
    .position;
}

/** All pages of a snapshot. */
async function snapshot(
  app: TestApp,
  level: string,
  options: { readonly after?: string; readonly limit?: number; readonly asOf?: string } = {},
): Promise<{ position: number; rows: Row[] }> {
  const rows: Row[] = [];
  let after = options.after ?? '0';
  for (;;) {
    const query = new URLSearchParams({ level, after, limit: String(options.limit ?? 1000) });
    if (options.asOf !== undefined) query.set('asOf', options.asOf);
    const { status, body } = await app.call('GET', `${snapshots}?${query}`, { as: planning });
    expect(status).toBe(200);
    rows.push(...body.items);
    if (!body.hasMore) return { position: body.position, rows };
    after = body.next;
    await new Promise((next) => setImmediate(next));
  }
}

async function changesAfter(app: TestApp, level: string, position: number): Promise<Change[]> {
  const path = `/api/planning/inventory-deltas?level=${level}&limit=1000&after=${position}`;
  const { body } = await app.call('GET', path, { as: planning });
  expect(body.hasMore).toBe(false);
  return body.items;
}

/** What a planner keeps: on hand by every dimension, with nothing where there is nothing. */
function summed(level: string, rows: readonly Row[], changes: readonly Change[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of [...rows, ...changes]) {
    const dimensions = [row.item, row.warehouse, row.lot, row.inventoryStatus, row.owner];
    const key = JSON.stringify(level === 'location' ? [...dimensions, row.location] : dimensions);
    const quantity = 'onHand' in row ? row.onHand : row.quantity;
    sums.set(key, Math.round(((sums.get(key) ?? 0) + quantity) * 1e6) / 1e6);
  }
  for (const [key, quantity] of sums) if (quantity === 0) sums.delete(key);
  return new Map([...sums].sort());
}
