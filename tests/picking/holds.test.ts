import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('an order that is put on hold after it was released', (app) => {
  let orders = 0;

  async function released(badge = 'W-1001') {
    orders += 1;
    const item = `HO-${orders}`;
    const order = `HO-SO-${orders}`;
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), badge);
    await new Erp(app()).sent(itemMessage(item), shipMessage(order, order, [[1, item, 5]]));
    const found = { location: 'A-01-02-1', item, quantity: 5, unit: 'pcs', reason: 'found' };
    expect(await said(office, 'inventory.adjust', found)).toBe('applied');
    const [{ work, shipment }] = (await office.do('waves.release', { orders: [order] })).result.work;
    const stop = { work, line: 1, location: 'A-01-02-1', item, quantity: 5, unit: 'pcs' };
    const hold = () => said(office, 'orders.set_hold', { order, code: 'credit', reason: 'asked' });
    const lift = () => said(office, 'orders.release_hold', { order, code: 'credit', reason: 'paid' });
    return { office, floor, order, work, shipment, stop, hold, lift };
  }

  async function said(device: Device, type: string, body: object, extra: object = {}) {
    const { outcome, problem } = await device.do(type, body, extra);
    return problem ? `${outcome} ${problem.code}` : outcome;
  }

  test('nobody is sent for it, and whoever is there leaves the goods; once it is lifted, they go on', async () => {
    const { floor, order, work, stop, hold, lift } = await released();
    expect(await hold()).toBe('applied');
    expect(await said(floor, 'picking.claim', { work })).toBe('refused picking.work_on_hold');
    expect(await said(floor, 'picking.claim', { order })).toBe('refused picking.work_on_hold');
    expect(await said(floor, 'picking.claim', {})).toBe('refused picking.nothing_to_do');
    const refusal = await floor.do('picking.pick', stop);
    expect(refusal).toMatchObject({
      outcome: 'refused',
      problem: { code: 'picking.order_held', params: { order, holds: 'credit', location: 'A-01-02-1' } },
    });
    expect(await said(floor, 'picking.short_pick', { ...stop, quantity: 4, reason: 'not-there' })).toBe(
      'refused picking.order_held',
    );
    expect(await lift()).toBe('applied');
    expect(await said(floor, 'picking.claim', { work })).toBe('applied');
    expect(await said(floor, 'picking.pick', stop)).toBe('applied');
  });

  test('goods that were picked before the device heard of it are kept for a supervisor, with the way back', async () => {
    const { office, floor, work, shipment, stop, hold } = await released();
    await floor.do('picking.claim', { work });
    const knownAt = await published(app());
    await hold();
    await published(app());
    const kept = floor.command('picking.pick', stop, { knownAt });
    const [told] = await floor.send(kept);
    expect([told.outcome, told.problem.code]).toEqual(['held', 'picking.order_held']);
    expect(await wrongIn(app())).toEqual([]);
    const decision = { exception: `command:${kept.id}`, action: 'apply', reason: 'they are in hand' };
    expect(await said(office, 'exceptions.resolve', decision)).toBe('applied');
    expect(await said(floor, 'picking.put', { work, location: 'STAGE-01' })).toBe('applied');
    expect(await said(office, 'shipping.confirm', { shipment })).toBe('refused shipping.order_held');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('devices hear of it with the work that they have', async () => {
    const { floor, order, work, hold, lift } = await released();
    await floor.do('picking.claim', { work });
    const holdOf = async () => {
      const position = await published(app());
      const path = `/api/device/changes?warehouse=EAST&after=${Math.max(0, position - 50)}&limit=1000`;
      const { body } = await app().call('GET', path, { as: floor.token });
      const things = body.items.filter((change: { kind: string; key: string }) => change.key === work);
      return things.at(-1).value.lines[0].hold;
    };
    await hold();
    expect(await holdOf()).toEqual({ order, holds: 'credit' });
    await lift();
    expect(await holdOf()).toBeUndefined();
  });

  test('what is in hand already is put down, and does not leave before the hold is lifted', async () => {
    const { office, floor, work, shipment, stop, hold, lift } = await released();
    await floor.do('picking.pick', stop);
    await hold();
    expect(await said(floor, 'picking.put', { work, location: 'STAGE-01' })).toBe('applied');
    expect(await said(office, 'shipping.confirm', { shipment })).toBe('refused shipping.order_held');
    await lift();
    expect(await said(office, 'shipping.confirm', { shipment })).toBe('applied');
  });
});
