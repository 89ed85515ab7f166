import { beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, shipMessage } from '../support/erp.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { done, pickOf, said } from '../support/pick-faces.ts';
import { whenPublished } from '../support/published.ts';

const erp = 'demo-erp-key';
const feed = '/api/erp/counting-journals';

onBothDatabases('what an ERP is told of counts', (app) => {
  let worker: Device;
  let office: Device;

  beforeAll(async () => {
    worker = await Device.signIn(app(), 'W-1001');
    office = await Device.signIn(app(), 'S-2001');
  });

  /** What the report says of an item: what is there, and what its ERP was told of. */
  async function compared(item: string, includeRegisteredAndPicked: boolean): Promise<[number, number]> {
    await whenPublished(app());
    const body = { dimensions: [], includeRegisteredAndPicked };
    const report = await app().call('POST', '/api/erp/on-hand-reports', { as: erp, body });
    const line = report.body.lines.find((one: { item: string }) => one.item === item);
    return [line.onHand, line.reportedToErp];
  }

  async function journalsOf(item: string) {
    await whenPublished(app());
    const { items } = (await app().call('GET', `${feed}?limit=1000`, { as: erp })).body;
    return items.filter(({ lines }: { lines: { item: string }[] }) => lines.some((line) => line.item === item));
  }

  test('golden scenario 1, by a count: ten received and eleven counted is one more now, and ten with the receipt', async () => {
    const [item, order] = ['CJ-1', 'PO-CJ-1'];
    await haveItems(app(), [{ number: item, unitCost: 1 }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 10 }] }]);
    const scan = { order, line: 1, item, quantity: 10, unit: 'pcs', location: 'DOCK-01' };
    const { licensePlate } = await done(worker, 'receiving.register', scan);
    const location = 'B-10-01-1';
    await done(worker, 'putaway.put', { licensePlate, to: location, overrideReason: 'other' });
    expect(await compared(item, true)).toEqual([10, 0]);

    const { work } = await done(office, 'counting.start', { location });
    const lines = [{ location, item, licensePlate, quantity: 11, unit: 'pcs' }];
    const counted = await done(office, 'counting.count', { work, lines, reason: 'found' });
    const [journal] = await journalsOf(item);
    expect(journal).toMatchObject({
      ...{ documentNumber: counted.journal, version: 1, active: true, quantityChannel: true, warehouse: 'EAST' },
      lines: [{ item, location, licensePlate, lot: null, difference: 1, unit: 'pcs', reason: 'found' }],
    });
    expect([await compared(item, true), (await compared(item, false))[1]]).toEqual([[11, 1], 1]);
    await done(worker, 'receiving.complete', { order });
    expect([await compared(item, true), (await compared(item, false))[1]]).toEqual([[11, 11], 11]);

    const path = `${feed}/${counted.journal}/versions/1/acknowledgement`;
    const posted = { result: 'posted', reference: 'FI-77' };
    expect((await app().call('POST', path, { as: erp, body: posted })).status).toBe(200);
    expect((await journalsOf(item))[0].acknowledgement).toMatchObject(posted);
  });

  test('a count that was rejected, and one without a difference, are told to nobody', async () => {
    const [item, location] = ['CJ-2', 'B-10-02-1'];
    await haveItems(app(), [{ number: item, unitCost: 1 }]);
    await done(office, 'inventory.adjust', { location, item, quantity: 10, unit: 'pcs', reason: 'found' });
    const count = async (quantity: number) => {
      const { work } = await done(worker, 'counting.start', { location });
      const lines = [{ location, item, quantity, unit: 'pcs' }];
      await done(worker, 'counting.count', { work, lines });
      return quantity === 10 ? null : done(worker, 'counting.count', { work, lines });
    };
    await count(10);
    const { count: waiting } = await count(9);
    await done(office, 'counting.review', { count: waiting, decision: 'reject', reason: 'counted myself' });
    expect((await journalsOf(item)).length).toBe(1);
    expect(await compared(item, true)).toEqual([10, 10]);
  });

  test('what was picked before its line was told, and brought back before the count was sent, is no difference', async () => {
    const [item, location, order] = ['CJ-9', 'B-09-01-1', 'SO-CJ-9'];
    await haveItems(app(), [{ number: item, unitCost: 1 }]);
    await done(office, 'inventory.adjust', { location, item, quantity: 10, unit: 'pcs', reason: 'found' });
    await new Erp(app()).sent(shipMessage('cj-9', order, [[1, item, 4]]));
    const { work: picks } = await done(office, 'waves.release', { orders: [order] });
    const { work } = await done(worker, 'counting.start', { location });
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const picked = office.command('picking.pick', pickOf(picks[0], item), { occurredAt: ago(3) });
    const undone = office.command('picking.undo', { pick: `command:${picked.id}` }, { occurredAt: ago(1) });
    for (const { outcome } of await office.send(picked, undone)) expect(outcome).toBe('applied');
    const lines = [{ location, item, quantity: 6, unit: 'pcs', countedAt: ago(2) }];
    expect((await done(worker, 'counting.count', { work, lines })).outcome).toBe('posted');
    expect([await compared(item, true), (await journalsOf(item)).length]).toEqual([[10, 10], 1]);
  });

  describe('what cannot be counted there', () => {
    test('a plate that stands elsewhere, and a piece that stands elsewhere or has left', async () => {
      await haveItems(app(), [
        { number: 'CJ-3', unitCost: 1 },
        { number: 'CJ-S', unitCost: 1, serial: true },
      ]);
      const found = { unit: 'pcs', reason: 'found' };
      const plate = { location: 'B-10-03-1', item: 'CJ-3', quantity: 4, licensePlate: 'CJ-PLATE' };
      await done(office, 'inventory.adjust', { ...found, ...plate });
      for (const serial of ['CJ-S1', 'CJ-S2']) {
        const piece = { location: 'B-10-03-2', item: 'CJ-S', quantity: 1, serials: [serial] };
        await done(office, 'inventory.adjust', { ...found, ...piece });
      }
      await new Erp(app()).sent(shipMessage('cj-out', 'SO-CJ', [[1, 'CJ-S', 1]]));
      const { work: picks } = await done(office, 'waves.release', { orders: ['SO-CJ'] });
      await done(office, 'picking.pick', pickOf(picks[0], 'CJ-S', { serials: ['CJ-S1'] }));
      await done(office, 'picking.put', { work: picks[0].work, location: 'STAGE-01' });
      await done(office, 'shipping.confirm', { order: 'SO-CJ', remainder: 'cancel', reason: 'other' });

      const location = 'B-10-04-1';
      const { work } = await done(worker, 'counting.start', { location });
      const counts = (line: object) => {
        const lines = [{ location, quantity: 1, unit: 'pcs', ...line }];
        return said(worker, 'counting.count', { work, lines });
      };
      expect(await counts({ item: 'CJ-3', licensePlate: 'CJ-PLATE' })).toBe('refused counting.plate_elsewhere');
      expect(await counts({ item: 'CJ-S', serials: ['CJ-S2'] })).toBe('refused counting.serial_elsewhere');
      expect(await counts({ item: 'CJ-S', serials: ['CJ-S1'] })).toBe('refused counting.serial_shipped');
      expect(await counts({ item: 'CJ-3', quantity: 0.5 })).toBe('refused quantity.too_precise');
    });

    test('an item and a plate that nobody knew there wait for a decision, whatever a worker’s limits are', async () => {
      const [item, location] = ['CJ-4', 'B-11-01-1'];
      await haveItems(app(), [{ number: item, unitCost: 0.01 }]);
      const { work } = await done(worker, 'counting.start', { location });
      const lines = [{ location, item, licensePlate: 'CJ-NEW', quantity: 1, unit: 'pcs' }];
      await done(worker, 'counting.count', { work, lines });
      const { outcome, count } = await done(worker, 'counting.count', { work, lines });
      expect(outcome).toBe('review');
      await done(office, 'counting.review', { count, decision: 'accept', reason: 'seen' });
      const { body } = await app().call('GET', '/api/device/stock?licensePlate=CJ-NEW', { as: worker.token });
      expect(body.items).toMatchObject([{ location, item, onHand: 1 }]);
    });
  });
});
