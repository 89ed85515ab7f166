import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('a short pick', (app) => {
  async function released(
    item: string,
    quantity: number,
    stock: [location: string, quantity: number][],
    extra: object = {},
  ) {
    const device = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage(item, extra), shipMessage(`m-${item}`, `SO-${item}`, [[1, item, quantity]]));
    for (const [location, there] of stock) {
      const found = { location, item, quantity: there, unit: 'pcs', reason: 'found' };
      expect((await device.do('inventory.adjust', found)).outcome).toBe('applied');
    }
    const { result } = await device.do('waves.release', { orders: [`SO-${item}`] });
    const [work] = result.work;
    const [line] = work.lines;
    const stop = { work: work.work, line: 1, location: line.location, item, unit: 'pcs' };
    return { device, erp, work, stop };
  }

  async function feed(path: string, key = 'demo-erp-key') {
    await published(app());
    return (await app().call('GET', `${path}?limit=1000`, { as: key })).body.items;
  }

  test('7 of 10 are there: 3 are written off, 3 taken elsewhere, and the slip shows 10', async () => {
    const { device, work, stop } = await released('SP-1', 10, [
      ['A-01-02-1', 10],
      ['A-01-04-1', 20],
    ]);
    const short = await device.do('picking.short_pick', { ...stop, quantity: 7, reason: 'not-there' });
    expect([short.outcome, short.problem]).toEqual(['applied', null]);
    expect(short.result).toMatchObject({ picked: 7, short: 3, countWork: expect.any(String) });
    const [other] = short.result.reallocated;
    expect(other).toMatchObject({ line: 2, location: 'A-01-04-1', quantity: 3, status: 'open' });
    const rest = await device.do('picking.pick', { ...stop, line: 2, location: 'A-01-04-1', quantity: 3 });
    expect(rest.outcome).toBe('applied');
    await device.do('picking.put', { work: work.work, location: 'STAGE-01' });
    const { result } = await device.do('shipping.confirm', { shipment: work.shipment });
    const slip = (await feed('/api/erp/packing-slips')).at(-1);
    expect(slip).toMatchObject({
      documentNumber: result.documents[0].documentNumber,
      lines: [{ shippedQuantity: 10 }],
    });
    const journal = (await feed('/api/erp/counting-journals')).at(-1);
    expect(journal.lines).toMatchObject([{ item: 'SP-1', location: 'A-01-02-1', difference: -3, reason: 'not-there' }]);
    const deltas = await feed('/api/planning/inventory-deltas', 'demo-planning-key');
    const own = deltas.filter((delta: { item: string }) => delta.item === 'SP-1');
    expect(own.at(-1).onHandAfter).toBe(30 - 13);
  });

  test('what is not there any more is promised to nobody, before its shipment is confirmed too', async () => {
    const { device, erp, stop } = await released('SP-R', 10, [['A-01-02-1', 10]]);
    const reserved = async () => {
      const [line] = (await erp.order('SO-SP-R')).lines;
      const told = (await feed('/api/erp/order-status')).filter(
        (row: { orderNumber: string }) => row.orderNumber === 'SO-SP-R',
      );
      return [line.reservedQuantity, told.at(-1).lines[0].reservedQuantity];
    };
    expect(await reserved()).toEqual([10, 10]);
    await device.do('picking.short_pick', { ...stop, quantity: 7, reason: 'not-there' });
    expect(await reserved()).toEqual([7, 7]);
  });

  test('damaged goods are set apart, and what cannot be had elsewhere stays open for the shipment', async () => {
    const { device, erp, work, stop } = await released('SP-2', 5, [['A-01-02-1', 5]]);
    const short = await device.do('picking.short_pick', { ...stop, quantity: 3, reason: 'damaged' });
    expect(short.result).toMatchObject({ picked: 3, short: 2, reallocated: [] });
    expect(short.result.journal).toBeUndefined();
    await device.do('picking.put', { work: work.work, location: 'STAGE-01' });
    const undecided = await device.do('shipping.confirm', { shipment: work.shipment });
    expect(undecided.problem.code).toBe('shipping.remainder_required');
    await device.do('shipping.confirm', { shipment: work.shipment, remainder: 'cancel', reason: 'damaged' });
    expect((await feed('/api/erp/packing-slips')).at(-1).lines).toMatchObject([
      { shippedQuantity: 3, cancelledQuantity: 2, cancelReason: 'damaged', remainingQuantity: 0 },
    ]);
    expect((await erp.order('SO-SP-2')).status).toBe('closed');
  });

  test('goods worth more than a worker may write off are blocked for somebody to look at', async () => {
    const { erp, stop } = await released('SP-3', 5, [['A-01-02-1', 5]]);
    await erp.sent({ ...itemMessage('SP-3', { unitCost: 250 }), messageId: 'item-SP-3-dear' });
    const floor = await Device.signIn(app(), 'W-1001');
    const short = await floor.do('picking.short_pick', { ...stop, quantity: 0, reason: 'not-there' });
    expect(short.result).toMatchObject({ picked: 0, short: 5, countWork: expect.any(String) });
    expect(short.result.journal).toBeUndefined();
    const stock = (await app().call('GET', '/api/device/stock?item=SP-3', { as: floor.token })).body;
    expect(JSON.stringify(stock)).toContain('"blocked"');
  });

  test.each([
    ['a reason that nobody knows', { quantity: 1, reason: 'bored' }, 'picking.reason_unknown'],
    ['as much as was asked for', { quantity: 5, reason: 'not-there' }, 'picking.not_short'],
    ['at another place', { quantity: 1, reason: 'not-there', location: 'A-01-03-1' }, 'picking.wrong_location'],
    ['of another item', { quantity: 1, reason: 'not-there', item: 'OTHER' }, 'picking.wrong_item'],
  ])('%s is refused', async (name, change, code) => {
    const { device, stop } = await released(`SP-${name.length}`, 5, [['A-01-02-1', 5]]);
    const result = await device.do('picking.short_pick', { ...stop, ...change });
    expect([result.outcome, result.problem.code]).toEqual(['refused', code]);
  });
});
