import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('work of which nothing is left to fetch', (app) => {
  const erp = () => new Erp(app());
  const at = { location: 'A-01-02-1', unit: 'pcs' };

  async function did(office: Device, type: string, body: object) {
    const { outcome, problem, result } = await office.do(type, body);
    expect([type, body, outcome, problem]).toEqual([type, body, 'applied', null]);
    return result;
  }

  async function released(office: Device, tag: string, items: readonly string[]) {
    await erp().sent(
      ...items.map((item) => itemMessage(item)),
      shipMessage(
        tag,
        tag,
        items.map((item, index) => [index + 1, item, 5] as const),
      ),
    );
    for (const item of items) await did(office, 'inventory.adjust', { ...at, item, quantity: 5, reason: 'found' });
    return (await did(office, 'waves.release', { orders: [tag] })).work[0];
  }

  test('is over with the last short pick, and what it was for waits for goods', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const { work, shipment } = await released(office, 'OV-SO-1', ['OV-1']);
    await did(office, 'picking.short_pick', { ...at, work, line: 1, item: 'OV-1', quantity: 0, reason: 'not-there' });
    const again = await office.do('picking.put', { work, location: 'STAGE-01' });
    expect(again.problem.code).toBe('picking.work_closed');
    expect(await erp().order('OV-SO-1')).toMatchObject({
      releaseStatus: 'open',
      lines: [{ releasedQuantity: 0, backorderedQuantity: 5, reasons: [{ kind: 'backorder', code: 'not-there' }] }],
      shipments: [{ shipment, status: 'cancelled' }],
    });
    expect((await office.do('shipping.confirm', { shipment })).problem.code).toBe('shipping.shipment_cancelled');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('is over too where the rest was put down before, and the shipment is ready to leave', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const { work, shipment } = await released(office, 'OV-SO-2', ['OV-2', 'OV-3']);
    await did(office, 'picking.pick', { ...at, work, line: 1, item: 'OV-2', quantity: 5 });
    await did(office, 'picking.put', { work, location: 'STAGE-01' });
    await did(office, 'picking.short_pick', { ...at, work, line: 2, item: 'OV-3', quantity: 0, reason: 'damaged' });
    expect(await erp().order('OV-SO-2')).toMatchObject({ shipments: [{ shipment, status: 'picked' }] });
    await did(office, 'shipping.confirm', { shipment, remainder: 'cancel', reason: 'damaged' });
    expect(await erp().order('OV-SO-2')).toMatchObject({ status: 'closed' });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('is not over while something is in hand', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const { work } = await released(office, 'OV-SO-3', ['OV-4', 'OV-5']);
    await did(office, 'picking.pick', { ...at, work, line: 1, item: 'OV-4', quantity: 5 });
    await did(office, 'picking.short_pick', { ...at, work, line: 2, item: 'OV-5', quantity: 0, reason: 'damaged' });
    expect(await did(office, 'picking.put', { work, location: 'STAGE-01' })).toEqual({ work, status: 'closed' });
  });

  test('a plate that is picked stands on no other any more, and devices hear of both', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const [parent, child] = ['003400000000001107', '003400000000001114'];
    await erp().sent(itemMessage('OV-6'), orderMessage('OV-PO', 'OV-PO', [[1, 'OV-6', 20]]));
    const goods = { order: 'OV-PO', line: 1, item: 'OV-6', unit: 'pcs', location: 'DOCK-01' };
    await did(office, 'receiving.register', { ...goods, quantity: 5, licensePlate: child });
    await did(office, 'receiving.register', { ...goods, quantity: 7, licensePlate: parent });
    const to = 'B-03-04-1';
    await did(office, 'putaway.put', { licensePlate: parent, to });
    await did(office, 'putaway.put', { licensePlate: child, to, toLicensePlate: parent });
    await erp().sent(shipMessage('OV-SO-6', 'OV-SO-6', [[1, 'OV-6', 5]]));
    const [{ work, lines }] = (await did(office, 'waves.release', { orders: ['OV-SO-6'] })).work;
    expect(lines).toMatchObject([{ location: to, licensePlate: child }]);
    const before = await published(app());
    await did(office, 'picking.pick', { work, line: 1, location: to, item: 'OV-6', quantity: 5, unit: 'pcs' });
    await published(app());
    const path = `/api/device/changes?warehouse=EAST&after=${before}`;
    const { items } = (await app().call('GET', path, { as: office.token })).body;
    const told = new Map(items.map((change: { key: string; value: object }) => [change.key, change.value]));
    expect(told.get(child)).toMatchObject({ location: 'HANDS-S-2001' });
    expect(told.get(child)).not.toHaveProperty('parent');
    expect(told.get(parent)).not.toHaveProperty('nested');
    await did(office, 'inventory.move', { licensePlate: parent, from: to, to: 'B-03-04-2' });
    expect(await wrongIn(app())).toEqual([]);
  });
});
