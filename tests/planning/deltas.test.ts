import { expect, test } from 'vitest';
import { issueDocument, markReported } from '../../api/platform/documents.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { whenPublished } from '../support/published.ts';
import { rawSql } from '../support/raw-sql.ts';
import { addItem, moveStock } from '../support/stock.ts';

const planning = 'demo-planning-key';
const deltas = '/api/planning/inventory-deltas';

onBothDatabases('the feed of stock changes', (app) => {
  test('goods that come in are one change of the warehouse, whoever moves them about inside afterwards', async () => {
    const item = await addItem(app(), 'IN-1');
    const start = await head(app());
    const commandId = await moveStock(app(), {
      item,
      quantityBase: 10,
      from: '@supplier',
      to: 'DOCK-01',
      reason: 'receive',
    });
    await moveStock(app(), { item, quantityBase: 4, from: 'DOCK-01', to: 'A-02-01-1', reason: 'put' });

    expect(await rows(app(), `?after=${start}`)).toEqual([
      {
        position: expect.any(Number),
        at: expect.stringMatching(/Z$/),
        item: 'IN-1',
        warehouse: 'EAST',
        inventoryStatus: 'available',
        owner: 'DEMO',
        lot: null,
        serial: null,
        location: 'DOCK-01',
        licensePlate: null,
        quantity: 10,
        onHandAfter: 10,
        reason: 'receive',
        coveredBy: null,
        commandId,
        transactionId: `${commandId}:0`,
      },
    ]);
    const inside = await rows(app(), `?after=${start}&level=location`);
    expect(inside.map((row) => [row.location, row.quantity, row.onHandAfter])).toEqual([
      ['DOCK-01', 10, 10],
      ['DOCK-01', -4, 6],
      ['A-02-01-1', 4, 4],
    ]);
  });

  test('a change of status is a change of the warehouse, on both sides', async () => {
    const item = await addItem(app(), 'STATUS-1');
    await moveStock(app(), { item, quantityBase: 5, from: '@supplier', to: 'DOCK-01', reason: 'receive' });
    await whenPublished(app());
    const start = await head(app());
    const quality = { fromStatus: 'available', toStatus: 'quality', reason: 'status' } as const;
    await moveStock(app(), { item, quantityBase: 2, from: 'DOCK-01', to: 'DOCK-01', ...quality });
    const changes = await rows(app(), `?after=${start}`);
    expect(changes.map((row) => [row.inventoryStatus, row.quantity, row.onHandAfter])).toEqual([
      ['available', -2, 3],
      ['quality', 2, 2],
    ]);
  });

  test('sums of many small decimals are exact', async () => {
    const item = await addItem(app(), 'EXACT-1', 2);
    const start = await head(app());
    for (let n = 0; n < 3; n += 1) await moveStock(app(), { item, quantityBase: 10, from: '@supplier', to: 'DOCK-01' });
    expect((await rows(app(), `?after=${start}`)).map((row) => [row.quantity, row.onHandAfter])).toEqual([
      [0.1, 0.1],
      [0.1, 0.2],
      [0.1, 0.3],
    ]);
  });

  test('a change says which document will tell of it, and once told, which has', async () => {
    const item = await addItem(app(), 'COVER-1');
    const start = await head(app());
    const coverage = { id: 'registration-1', kind: 'shipment-receipt' } as const;
    await moveStock(app(), { item, quantityBase: 10, from: '@supplier', to: 'DOCK-01', reason: 'receive', coverage });
    const [pending] = await rows(app(), `?after=${start}`);
    expect(pending.coveredBy).toEqual({ kind: 'shipment-receipt', documentNumber: null, state: 'pending' });

    const { documentNumber } = await app().services.store.write(async (trx) => {
      const body = { quantityChannel: true, lines: [] };
      const common = { sourceSystem: 'DEMO', warehouse: 'EAST', commandId: 'c-1' };
      const issued = await issueDocument(trx, { kind: 'shipment-receipt', ...common, body });
      await markReported(trx, issued.documentNumber, { commandId: 'registration-1' });
      return issued;
    });
    const [reported] = await rows(app(), `?after=${start}&limit=1`);
    expect(reported).toEqual({
      ...pending,
      coveredBy: { kind: 'shipment-receipt', documentNumber, state: 'reported' },
    });
  });

  test('one warehouse can be asked for, and `next` passes by what was left out', async () => {
    const item = await addItem(app(), 'WEST-1');
    const start = await head(app());
    await moveStock(app(), { item, quantityBase: 1, from: '@supplier', to: 'DOCK-01' });
    await moveStock(app(), { item, quantityBase: 2, from: '@supplier', to: 'DOCK-01', warehouse: 'WEST' });
    await moveStock(app(), { item, quantityBase: 3, from: '@supplier', to: 'DOCK-01' });
    await whenPublished(app());
    const { body } = await app().call('GET', `${deltas}?after=${start}&warehouse=WEST`, { as: planning });
    expect(body.items.map((row: { quantity: number }) => row.quantity)).toEqual([2]);
    expect(body.next).toBe(await head(app()));
  });

  test('of a warehouse where little happens, a page reaches over what happened elsewhere', async () => {
    const item = await addItem(app(), 'FAR-1');
    await whenPublished(app());
    const start = await head(app());
    const receive = { item, from: '@supplier', to: 'DOCK-01', reason: 'receive' } as const;
    await moveStock(app(), { ...receive, quantityBase: 1 });
    await whenPublished(app());
    await rawSql(app(), 'update feed_head set position = position + 120000');
    await moveStock(app(), { ...receive, quantityBase: 2 });
    await moveStock(app(), { ...receive, quantityBase: 3 });

    const changes = await rows(app(), `?after=${start}&warehouse=EAST`);
    expect(changes.map(({ quantity, onHandAfter }) => [quantity, onHandAfter])).toEqual([
      [1, 1],
      [2, 3],
      [3, 6],
    ]);
    expect(changes[1].position - changes[0].position).toBeGreaterThan(120_000);
  });

  test('in bulk every change is a line, a thousand at a time underneath', async () => {
    const item = await addItem(app(), 'BULK-1');
    const start = await head(app());
    const one = { item, quantityBase: 1, from: '@supplier', to: 'DOCK-01' };
    for (let n = 0; n < 3; n += 1) await moveStock(app(), ...Array.from({ length: 500 }, () => one));
    await whenPublished(app());
    const lines = await app().call('GET', `${deltas}?after=${start}`, {
      as: planning,
      headers: { accept: 'application/x-ndjson' },
    });
    expect(lines.headers.get('content-type')).toContain('application/x-ndjson');
    const inBulk = String(lines.body)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(inBulk.map((row) => row.onHandAfter)).toEqual(Array.from({ length: 1500 }, (_, index) => index + 1));

    for (const filter of ['', '&warehouse=EAST']) {
      const [first, second] = await twoPages(app(), start, `&limit=1000${filter}`);
      expect([...first.items, ...second.items]).toEqual(inBulk);
      expect([first.items.length, first.hasMore, second.hasMore]).toEqual([1000, true, false]);
      const [whole] = await twoPages(app(), first.items.at(-501).position, `&limit=1000${filter}`);
      expect([whole.items.length, whole.hasMore, whole.next]).toEqual([1000, false, second.next]);
    }
  });

  test('a live reader hears of a change, and after a break goes on behind the last it had', async () => {
    const item = await addItem(app(), 'LIVE-1');
    const start = await head(app());
    const first = await listen(app(), { accept: 'text/event-stream' }, `?after=${start}`);
    await moveStock(app(), { item, quantityBase: 1, from: '@supplier', to: 'DOCK-01' });
    const heard = await first.next();
    expect([heard.event, heard.data.quantity, heard.id]).toEqual(['delta', 1, String(heard.data.position)]);
    await first.close();

    await moveStock(app(), { item, quantityBase: 2, from: '@supplier', to: 'DOCK-01' });
    const second = await listen(app(), { accept: 'text/event-stream', 'last-event-id': heard.id });
    expect((await second.next()).data.quantity).toBe(2);
    await second.close();
  });

  test.each([
    ['a key of the ERP', 'demo-erp-key', 403],
    ['a worker', 'W-1001', 403],
    ['a supervisor', 'S-2001', 200],
  ])('%s is answered %3$i', async (_, who, status) => {
    const pin = who.slice(2);
    const as = who.startsWith('demo') ? who : await tokenOf(app(), who, pin);
    expect((await app().call('GET', deltas, { as })).status).toBe(status);
  });
});

async function tokenOf(app: TestApp, badge: string, pin: string): Promise<string> {
  return (await app.call('POST', '/api/session', { body: { badge, pin, device: 'CONSOLE' } })).body.token;
}

async function head(app: TestApp): Promise<number> {
  await whenPublished(app);
  const row = await app.services.store.read.k.selectFrom('feed_head').select('position').executeTakeFirstOrThrow();
  return row.position;
}

// biome-ignore lint/suspicious/noExplicitAny: rows are whatever the server says
async function rows(app: TestApp, query: string): Promise<any[]> {
  await whenPublished(app);
  const { status, body } = await app.call('GET', deltas + query, { as: planning });
  expect(status).toBe(200);
  return body.items;
}

/** Opens the live feed and reads its events one by one. */
async function listen(app: TestApp, headers: Record<string, string>, query = '') {
  const response = await app.http.request(deltas + query, {
    headers: { ...headers, authorization: `Bearer ${planning}` },
  });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  async function next() {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text
          .slice(0, end)
          .split('\n')
          .map((line) => /^(\w*): (.*)$/.exec(line) ?? []);
        text = text.slice(end + 2);
        const { id, event, data } = Object.fromEntries(block.map(([, name, value]) => [name, value]));
        if (data !== undefined) return { id: id ?? '', event, data: JSON.parse(data) };
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) throw new Error('the live feed ended');
      text += decoder.decode(chunk.value, { stream: true });
    }
  }
  return { next, close: async () => reader?.cancel() };
}

async function twoPages(app: TestApp, after: number, asked: string) {
  const first = await app.call('GET', `${deltas}?after=${after}${asked}`, { as: planning });
  const second = await app.call('GET', `${deltas}?after=${first.body.next}${asked}`, { as: planning });
  return [first.body, second.body];
}
