import { beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { chooseChannel } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders, haveSourceSystem, keyOf } from '../support/orders.ts';
import { published } from '../support/published.ts';

const erp = 'demo-erp-key';
const log = '/api/erp/inventory-update-log';

onBothDatabases('the log of every change of stock', (app) => {
  let device: Device;
  let run = 0;
  beforeAll(async () => {
    device = await Device.signIn(app(), 'S-2001');
  });

  /** An order of ten pieces, and the position before anything came of it. */
  async function order(sourceSystem = 'DEMO') {
    run += 1;
    const [item, orderNumber] = [`LOG-${run}`, `PO "LOG" ${run}`];
    await haveItems(
      app(),
      [{ number: item, decimals: 1, units: [{ unit: 'case', numerator: 12, denominator: 1 }] }],
      sourceSystem,
    );
    await haveOrders(app(), [{ orderNumber, sourceSystem, lines: [{ lineNumber: 1, item, quantity: 50 }] }]);
    return { item, order: orderNumber, start: await published(app()) };
  }

  async function rows(after: number, as = erp) {
    await published(app());
    const { status, body } = await app().call('GET', `${log}?after=${after}`, { as });
    expect(status).toBe(200);
    return body.items;
  }

  test('a registration is a row in the base unit, with the order it was for', async () => {
    const { item, order: orderNumber, start } = await order();
    const scan = { order: orderNumber, line: 1, item, quantity: 2, unit: 'case', location: 'DOCK-01' };
    const { id, result } = await device.do('receiving.register', scan);
    expect(await rows(start)).toEqual([
      {
        position: expect.any(Number),
        at: expect.stringMatching(/Z$/),
        item,
        warehouse: 'EAST',
        location: 'DOCK-01',
        inventoryStatus: 'available',
        owner: 'DEMO',
        lot: null,
        serial: null,
        licensePlate: result.licensePlate,
        quantity: 24,
        unit: 'pcs',
        reason: 'receive',
        reasonCode: null,
        reference: { category: 'inbound-order', orderNumber, lineNumber: 1, load: expect.stringMatching(/^LD-/) },
        commandId: id,
        transactionId: `${id}:0`,
        quantityChannel: false,
      },
    ]);
  });

  test('what is taken back and what is found are rows, and a move is two that cancel out', async () => {
    const { item, order: orderNumber, start } = await order();
    const scan = { order: orderNumber, line: 1, item, quantity: 0.5, unit: 'pcs', location: 'DOCK-01' };
    const wrong = await device.do('receiving.register', { ...scan, quantity: 3 });
    await device.do('receiving.undo_registration', { registration: `command:${wrong.id}` });
    const { result } = await device.do('receiving.register', scan);
    const { licensePlate } = result;
    await device.do('inventory.adjust', {
      location: 'DOCK-01',
      item,
      licensePlate,
      quantity: 1,
      unit: 'pcs',
      reason: 'found',
    });
    await device.do('putaway.put', { licensePlate, to: 'B-03-01-1', overrideReason: 'other' });
    const told = (await rows(start)).map(
      (row: { reason: string; quantity: number; location: string; reasonCode: string | null }) => [
        row.reason,
        row.quantity,
        row.location,
        row.reasonCode,
      ],
    );
    const moved = told.slice(4);
    expect(told.slice(0, 4)).toEqual([
      ['receive', 3, 'DOCK-01', null],
      ['receive', -3, 'DOCK-01', null],
      ['receive', 0.5, 'DOCK-01', null],
      ['adjust', 1, 'DOCK-01', 'found'],
    ]);
    expect(moved).toEqual([
      ['put', -1.5, 'DOCK-01', 'other'],
      ['put', 1.5, 'B-03-01-1', 'other'],
    ]);
    expect(told.reduce((sum: number, [, quantity]: [string, number]) => sum + quantity, 0)).toBe(1.5);
  });

  test('each row says whether it was the channel when the change was made; later choices change nothing', async () => {
    const { item, order: orderNumber, start } = await order();
    const scan = { order: orderNumber, line: 1, item, quantity: 1, unit: 'pcs' };
    const before = await device.do('receiving.register', scan);
    await chooseChannel(app(), 'update-log');
    const after = await device.do('receiving.register', scan);
    const found = {
      location: 'DOCK-01',
      item,
      licensePlate: after.result.licensePlate,
      quantity: 1,
      unit: 'pcs',
      reason: 'found',
    };
    const { result } = await device.do('inventory.adjust', found);
    await device.do('receiving.undo_registration', { registration: `command:${before.id}` });
    await chooseChannel(app(), 'documents');
    await device.do('receiving.undo_registration', { registration: `command:${after.id}` });
    const told = (await rows(start)).map((row: { quantity: number; quantityChannel: boolean }) => [
      row.quantity,
      row.quantityChannel,
    ]);
    // What takes a change back goes the same way as the change.
    expect(told).toEqual([
      [1, false],
      [1, true],
      [1, true],
      [-1, false],
      [-1, true],
    ]);
    const journal = await app().call('GET', `/api/erp/counting-journals/${result.journal}`, { as: erp });
    expect(journal.body.quantityChannel).toBe(false);
  });

  test('a change that the log has told of waits for no document', async () => {
    const { item, order: orderNumber, start } = await order();
    await chooseChannel(app(), 'update-log');
    await device.do('receiving.register', { order: orderNumber, line: 1, item, quantity: 1, unit: 'pcs' });
    await device.do('receiving.complete', { order: orderNumber, acceptDifferences: true });
    await chooseChannel(app(), 'documents');
    await published(app());
    const deltas = await app().call('GET', `/api/planning/inventory-deltas?after=${start}`, {
      as: 'demo-planning-key',
    });
    expect(deltas.body.items.map((row: { coveredBy: object }) => row.coveredBy)).toEqual([
      { kind: 'inventory-update-log', documentNumber: null, state: 'reported' },
    ]);
  });

  test('the stock of another source system is not there', async () => {
    await haveSourceSystem(app(), 'OTHER');
    const { item, order: orderNumber, start } = await order('OTHER');
    await device.do('receiving.register', { order: orderNumber, line: 1, item, quantity: 1, unit: 'pcs' });
    expect(await rows(start)).toEqual([]);
    expect(await rows(start, keyOf('OTHER'))).toMatchObject([{ item, owner: 'OTHER', quantity: 1 }]);
  });

  test('page after page gives each row once, and the same page again', async () => {
    const { item, order: orderNumber, start } = await order();
    for (let n = 0; n < 3; n += 1) {
      await device.do('receiving.register', { order: orderNumber, line: 1, item, quantity: n + 1, unit: 'pcs' });
    }
    await published(app());
    const first = await app().call('GET', `${log}?after=${start}&limit=2`, { as: erp });
    const second = await app().call('GET', `${log}?after=${first.body.next}&limit=2`, { as: erp });
    const quantities = [...first.body.items, ...second.body.items].map((row: { quantity: number }) => row.quantity);
    expect([quantities, first.body.hasMore, second.body.hasMore]).toEqual([[1, 2, 3], true, false]);
    expect((await app().call('GET', `${log}?after=${start}&limit=2`, { as: erp })).body).toEqual(first.body);
  });

  describe('is refused', () => {
    test.each([
      ['without a key', {}, '', 401],
      ["to planning's key", { as: 'demo-planning-key' }, '', 403],
      ['beyond the newest position', { as: erp }, '?after=99999999', 422],
      ['with a limit of nothing', { as: erp }, '?limit=0', 422],
      ['with another filter', { as: erp }, '?item=A0001', 422],
    ])('%s', async (_, options, query, status) => {
      expect((await app().call('GET', `${log}${query}`, options)).status).toBe(status);
    });
  });
});
