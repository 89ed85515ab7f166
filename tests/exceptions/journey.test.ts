import { expect, test } from 'vitest';
import { type OwnTestApp, onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelOrder, haveItems, haveOrders } from '../support/orders.ts';
import { published, whenPublished } from '../support/published.ts';
import { verified } from '../support/verified.ts';

const erp = 'demo-erp-key';

onBothDatabases('goods that no longer fit', (app) => {
  test('an order was cancelled while the worker was offline: the supervisor lets the goods in, and the ERP hears of them', async () => {
    await haveItems(app(), [{ number: 'LATE' }]);
    await haveOrders(app(), [{ orderNumber: 'PO-LATE', lines: [{ lineNumber: 1, item: 'LATE', quantity: 10 }] }]);
    const worker = await Device.signIn(app(), 'W-1001');
    const supervisor = await Device.signIn(app(), 'S-2001');
    const knownAt = await published(app());
    await cancelOrder(app(), 'PO-LATE');
    await whenPublished(app());

    const scan = { order: 'PO-LATE', line: 1, item: 'LATE', quantity: 10, unit: 'pcs' };
    const registered = worker.command('receiving.register', scan, { knownAt });
    const put = { licensePlate: `command:${registered.id}`, to: 'A-06-02-1' };
    const putAway = worker.command('putaway.put', put, { knownAt, causedBy: registered.id });
    const held = await worker.send(registered, putAway);
    expect(held.map((result: { outcome: string }) => result.outcome)).toEqual(['held', 'held']);

    for (const { id } of [registered, putAway]) {
      const reason = 'the lorry has left';
      const resolved = await supervisor.do('exceptions.resolve', { exception: id, action: 'apply', reason });
      expect([resolved.outcome, resolved.problem]).toEqual(['applied', null]);
    }
    const completed = await supervisor.do('receiving.complete', { order: 'PO-LATE', acceptDifferences: true });
    expect([completed.outcome, completed.problem]).toEqual(['applied', null]);

    await whenPublished(app());
    const [{ documentNumber }] = completed.result.documents;
    const receipt = await app().call('GET', `/api/erp/shipment-receipts/${documentNumber}`, { as: erp });
    expect(receipt.body.lines).toMatchObject([{ lineNumber: 1, receivedQuantity: 10, remainingQuantity: 0 }]);
    expect(await wrong(app())).toEqual([]);
  });

  test('an adjustment worth too much waits for a second person, and its journal is made when that one approves', async () => {
    await haveItems(app(), [{ number: 'DEAR', unitCost: 500 }]);
    const worker = await Device.signIn(app(), 'W-1001');
    const supervisor = await Device.signIn(app(), 'S-2001');
    const found = { location: 'A-07-01-1', item: 'DEAR', quantity: 3, unit: 'pcs', reason: 'found' };
    const waiting = await worker.do('inventory.adjust', found);
    expect([waiting.outcome, waiting.result]).toEqual(['applied', { approval: waiting.id }]);
    expect(await onHand(app(), 'DEAR')).toBe(0);

    const own = await supervisor.do('inventory.adjust', { ...found, quantity: 4 });
    const mine = { exception: own.result.approval, action: 'approve', reason: 'I saw it' };
    expect((await supervisor.do('exceptions.resolve', mine)).problem.code).toBe('exceptions.own_command');
    const approved = await supervisor.do('exceptions.resolve', { ...mine, exception: waiting.result.approval });
    expect([approved.outcome, approved.result.result]).toEqual(['applied', { journal: expect.stringMatching(/^CJ-/) }]);
    expect(await onHand(app(), 'DEAR')).toBe(3);

    const administrator = await Device.signIn(app(), 'A-3001');
    const rejected = { exception: own.result.approval, action: 'reject', reason: 'counted again' };
    expect((await administrator.do('exceptions.resolve', rejected)).outcome).toBe('applied');
    expect(await onHand(app(), 'DEAR')).toBe(3);
    await whenPublished(app());
    const { body } = await app().call('GET', '/api/erp/counting-journals?limit=1000', { as: erp });
    const lines = body.items.flatMap((journal: { lines: object[] }) => journal.lines);
    expect(lines).toMatchObject([{ item: 'DEAR', difference: 3, reason: 'found' }]);
    expect(await wrong(app())).toEqual([]);
  });
});

async function onHand(app: TestApp, item: string): Promise<number> {
  const { k } = app.services.store.read;
  const rows = await k.selectFrom('balance').select('quantity_base').where('item_key', '=', `DEMO:${item}`).execute();
  return rows.reduce((sum, row) => sum + row.quantity_base, 0);
}

async function wrong(app: OwnTestApp) {
  await whenPublished(app);
  return (await verified(app)).filter(({ faultCount }) => faultCount > 0);
}
