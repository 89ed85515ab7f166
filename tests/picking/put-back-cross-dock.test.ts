import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('goods that went straight from the dock to an order', (app) => {
  async function applied(device: Device, type: string, body: object) {
    const result = await device.do(type, body);
    expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
    return result.result;
  }

  /** Goods on a plate that were registered for an order, and brought to where it is made up. */
  async function crossDocked(name: string) {
    const [purchase, order, item] = [`PO-${name}`, `SO-${name}`, `ITEM-${name}`];
    const tag = { crossDockSource: `${purchase}-1` };
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), 'W-1001');
    await new Erp(app()).sent(
      itemMessage(item),
      orderMessage(`in-${name}`, purchase, [[1, item, 100, tag]]),
      shipMessage(`out-${name}`, order, [[1, item, 6, tag]]),
    );
    const goods = { order: purchase, line: 1, item, quantity: 6, unit: 'pcs', location: 'DOCK-01' };
    const { licensePlate, registrations } = await applied(floor, 'receiving.register', goods);
    const { shipment } = await applied(floor, 'putaway.put', { licensePlate, to: 'STAGE-01', order });
    const [{ registration }] = registrations;
    return { office, floor, order, item, licensePlate, shipment, registration };
  }

  const backWork = async (floor: Device) => (await applied(floor, 'picking.claim', { type: 'put_back' })).work;

  test('go to a shelf when the shipment is cancelled: any that fits, since they never stood on one', async () => {
    const { office, floor, order, licensePlate, shipment } = await crossDocked('XB-1');
    await applied(office, 'waves.cancel_shipment', { shipment, reason: 'customer', putBack: true });
    const [{ work, lines }] = await backWork(floor);
    expect(lines).toMatchObject([{ location: '', licensePlate, quantity: 6, status: 'open' }]);
    await applied(floor, 'picking.put_back', { work, line: 1, location: 'B-04-04-1' });
    const { items } = (await app().call('GET', `/api/device/stock?licensePlate=${licensePlate}`, { as: office.token }))
      .body;
    expect(items).toMatchObject([{ location: 'B-04-04-1', onHand: 6, reserved: 0, available: 6 }]);
    const released = await applied(office, 'waves.release', { orders: [order] });
    expect(released.work).toMatchObject([{ lines: [{ location: 'B-04-04-1', licensePlate, quantity: 6 }] }]);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('are waited for at the dock again, once what came first is back on a shelf', async () => {
    const { office, floor, order, item, shipment } = await crossDocked('XB-4');
    await applied(office, 'waves.cancel_shipment', { shipment, reason: 'customer', putBack: true });
    const [{ work }] = await backWork(floor);
    await applied(floor, 'picking.put_back', { work, line: 1, location: 'B-05-04-1' });
    const goods = { order: 'PO-XB-4', line: 1, item, quantity: 6, unit: 'pcs', location: 'DOCK-01' };
    const { licensePlate } = await applied(floor, 'receiving.register', goods);
    await applied(floor, 'putaway.put', { licensePlate, to: 'STAGE-01', order });
    expect((await new Erp(app()).order(order)).lines[0]).toMatchObject({ releasedQuantity: 6, pickedQuantity: 6 });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('go beside others of their kind when the order is cancelled, and it is closed', async () => {
    const { office, floor, order, item } = await crossDocked('XB-2');
    const found = { location: 'B-04-04-2', item, quantity: 1, unit: 'pcs', reason: 'found' };
    await applied(office, 'inventory.adjust', found);
    await applied(office, 'orders.close_remainder', { order, reason: 'customer', putBack: true });
    expect(await new Erp(app()).order(order)).toMatchObject({ status: 'cancelled' });
    const [{ work, lines }] = await backWork(floor);
    expect(lines).toMatchObject([{ location: 'B-04-04-2' }]);
    await applied(floor, 'picking.put_back', { work, line: 1, location: 'B-04-04-2' });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('cannot be sent back to the supplier by taking their registration back: they are not at the dock', async () => {
    const { floor, office, registration, shipment } = await crossDocked('XB-3');
    const undone = await floor.do('receiving.undo_registration', { registration });
    expect([undone.outcome, undone.problem.code]).toEqual(['refused', 'receiving.already_put_away']);
    await applied(office, 'waves.cancel_shipment', { shipment, reason: 'customer', putBack: true });
    expect((await floor.do('receiving.undo_registration', { registration })).outcome).toBe('refused');
    expect(await wrongIn(app())).toEqual([]);
  });
});
