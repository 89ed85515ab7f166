import { expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

/** What an ERP books of an item that takes quantities from documents: receipts and journals, by version, never twice. */
async function bookedByErp(app: TestApp, item: string): Promise<number> {
  const books = new Map<string, number>();
  for (const [feed, quantityOf] of [
    ['shipment-receipts', (line: { receivedQuantity: number }) => line.receivedQuantity],
    ['counting-journals', (line: { difference: number }) => line.difference],
  ] as const) {
    const { body } = await app.call('GET', `/api/erp/${feed}?limit=1000`, { as: 'demo-erp-key' });
    for (const document of body.items) {
      if (!document.quantityChannel) continue;
      const lines = document.active ? document.lines.filter((line: { item: string }) => line.item === item) : [];
      const quantity = lines.reduce((sum: number, line: never) => sum + quantityOf(line), 0);
      books.set(document.documentNumber, quantity);
    }
  }
  return [...books.values()].reduce((sum, quantity) => sum + quantity, 0);
}

/** On hand, and what of it no document tells of yet, as the planning feed has it. */
async function knownToPlanners(app: TestApp, item: string) {
  await published(app);
  const { body } = await app.call('GET', '/api/planning/inventory-deltas?limit=1000', { as: 'demo-planning-key' });
  const deltas = body.items.filter((delta: { item: string }) => delta.item === item);
  const sum = (of: { quantity: number }[]) => of.reduce((total, { quantity }) => total + quantity, 0);
  const isPending = (delta: { coveredBy: { state: string } }) => delta.coveredBy.state === 'pending';
  return { onHand: sum(deltas), unreported: sum(deltas.filter(isPending)), last: deltas.at(-1)?.onHandAfter ?? 0 };
}

onBothDatabases('each quantity reaches the ERP once', (app) => {
  async function stateOf(item: string) {
    const { onHand, unreported, last } = await knownToPlanners(app(), item);
    const erp = await bookedByErp(app(), item);
    expect(erp).toBe(onHand - unreported);
    expect(last).toBe(onHand);
    return { warehouse: onHand, erp };
  }

  test('registered 10, found 11, completed: the warehouse and the ERP both end at 11', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'A0001', unitCost: 1.15 }]);
    const lines = [{ lineNumber: 1, item: 'A0001', quantity: 10 }];
    await haveOrders(app(), [{ orderNumber: 'PO-1001', lines }]);
    expect(await stateOf('A0001')).toEqual({ warehouse: 0, erp: 0 });

    const body = { order: 'PO-1001', line: 1, item: 'A0001', quantity: 10, unit: 'pcs', location: 'DOCK-01' };
    const registered = await device.do('receiving.register', body);
    expect(await stateOf('A0001')).toEqual({ warehouse: 10, erp: 0 });

    const { licensePlate } = registered.result;
    const adjustment = { location: 'DOCK-01', item: 'A0001', licensePlate, quantity: 1, unit: 'pcs', reason: 'found' };
    expect((await device.do('inventory.adjust', adjustment)).outcome).toBe('applied');
    expect(await stateOf('A0001')).toEqual({ warehouse: 11, erp: 1 });

    expect((await device.do('receiving.complete', { order: 'PO-1001' })).outcome).toBe('applied');
    expect(await stateOf('A0001')).toEqual({ warehouse: 11, erp: 11 });
  });

  test('a registration that was taken back is on no document, and nothing is left of it', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'A0002' }]);
    const lines = [{ lineNumber: 1, item: 'A0002', quantity: 10 }];
    await haveOrders(app(), [{ orderNumber: 'PO-1002', lines }]);
    const body = { order: 'PO-1002', line: 1, item: 'A0002', quantity: 4, unit: 'pcs' };
    const wrong = await device.do('receiving.register', body);
    await device.do('receiving.register', { ...body, quantity: 6 });
    await device.do('receiving.undo_registration', { registration: `command:${wrong.id}` });
    expect(await stateOf('A0002')).toEqual({ warehouse: 6, erp: 0 });
    await device.do('receiving.complete', { order: 'PO-1002', acceptDifferences: true });
    expect(await stateOf('A0002')).toEqual({ warehouse: 6, erp: 6 });
  });

  test('putting away and moving change nothing that the ERP books', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'A0003' }]);
    await haveOrders(app(), [{ orderNumber: 'PO-1003', lines: [{ lineNumber: 1, item: 'A0003', quantity: 5 }] }]);
    const { result } = await device.do('receiving.register', {
      order: 'PO-1003',
      item: 'A0003',
      quantity: 5,
      unit: 'pcs',
    });
    const put = { licensePlate: result.licensePlate, to: 'B-02-01-1', overrideReason: 'other' };
    await device.do('putaway.put', put);
    expect(await stateOf('A0003')).toEqual({ warehouse: 5, erp: 0 });
    await device.do('receiving.complete', { order: 'PO-1003' });
    await device.do('inventory.move', { from: 'B-02-01-1', to: 'B-02-01-2', licensePlate: result.licensePlate });
    expect(await stateOf('A0003')).toEqual({ warehouse: 5, erp: 5 });
  });
});
