import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('goods that wait to be packed', (app) => {
  let orders = 0;

  /** Five pieces of an order that were put down somewhere. */
  async function putDown(location: string) {
    orders += 1;
    const item = `PW-${orders}`;
    const order = `PW-SO-${orders}`;
    const office = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(itemMessage(item), shipMessage(order, order, [[1, item, 5]]));
    const goods = { location: 'A-01-02-1', item, quantity: 5, unit: 'pcs' };
    await office.do('inventory.adjust', { ...goods, reason: 'found' });
    const [{ work, shipment, load }] = (await office.do('waves.release', { orders: [order] })).result.work;
    await office.do('picking.pick', { ...goods, work, line: 1 });
    await office.do('picking.put', { work, location });
    const open = (extra: object = {}) => office.do('packing.open_carton', { shipment, cartonType: 'BOX-S' }, extra);
    const hold = () => said(office, 'orders.set_hold', { order, code: 'credit', reason: 'asked' });
    const lift = () => said(office, 'orders.release_hold', { order, code: 'credit', reason: 'paid' });
    const some = (quantity: number) => ({ item, quantity, unit: 'pcs' });
    return { office, order, shipment, load, open, hold, lift, some };
  }

  async function said(device: Device, type: string, body: object, extra: object = {}) {
    const { outcome, problem } = await device.do(type, body, extra);
    return problem ? `${outcome} ${problem.code}` : outcome;
  }

  test('stay where they are while their order is on hold; what was begun is taken out, closed or given up', async () => {
    const { office, order, shipment, open, hold, lift, some } = await putDown('PACK-01');
    const { carton } = (await open()).result;
    const { carton: other } = (await open()).result;
    expect(await said(office, 'packing.pack', { carton, ...some(3) })).toBe('applied');
    expect(await hold()).toBe('applied');
    expect(await open()).toMatchObject({
      outcome: 'refused',
      problem: { code: 'packing.order_held', params: { order, shipment } },
    });
    expect(await said(office, 'packing.pack', { carton, ...some(1) })).toBe('refused packing.order_held');
    expect(await said(office, 'packing.unpack', { carton, ...some(1) })).toBe('applied');
    expect(await said(office, 'packing.close_carton', { carton })).toBe('applied');
    expect(await said(office, 'packing.close_carton', { carton: other, discard: true })).toBe('applied');
    expect(await lift()).toBe('applied');
    const { carton: next } = (await open()).result;
    expect(await said(office, 'packing.pack', { carton: next, ...some(3) })).toBe('applied');
  });

  test('are kept for a supervisor when they were packed before the device heard of the hold', async () => {
    const { office, open, hold, some } = await putDown('PACK-01');
    const knownAt = await published(app());
    expect(await hold()).toBe('applied');
    await published(app());
    const { outcome, result } = await open({ knownAt });
    expect(outcome).toBe('applied');
    const floor = await Device.signIn(app(), 'W-1001');
    const kept = floor.command('packing.pack', { carton: result.carton, ...some(5) }, { knownAt });
    const [told] = await floor.send(kept);
    expect([told.outcome, told.problem.code]).toEqual(['held', 'packing.order_held']);
    const decision = { exception: `command:${kept.id}`, action: 'apply', reason: 'they are in the carton' };
    expect(await said(office, 'exceptions.resolve', decision)).toBe('applied');
    expect(await said(office, 'packing.close_carton', { carton: result.carton })).toBe('applied');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('are taken off the truck before they are packed', async () => {
    const { office, shipment, load, open, some } = await putDown('DOOR-01');
    const { carton } = (await open()).result;
    expect(await office.do('packing.pack', { carton, ...some(5) })).toMatchObject({
      outcome: 'refused',
      problem: { code: 'packing.goods_at_door', params: { item: some(5).item, location: 'DOOR-01' } },
    });
    expect(await said(office, 'shipping.unload', { load, shipment, location: 'PACK-01' })).toBe('applied');
    expect(await said(office, 'packing.pack', { carton, ...some(5) })).toBe('applied');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('of several lots are told apart, unless all of them go into the carton', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const item = 'PW-LOTS';
    const tracking = { lot: true, serial: false, expiry: false };
    await new Erp(app()).sent(itemMessage(item, { tracking }), shipMessage(item, item, [[1, item, 8]]));
    for (const lot of ['A', 'B']) {
      const found = { location: 'A-01-03-1', item, lot, quantity: 4, unit: 'pcs', reason: 'found' };
      expect(await said(office, 'inventory.adjust', found)).toBe('applied');
    }
    const [{ work, shipment, lines }] = (await office.do('waves.release', { orders: [item] })).result.work;
    for (const { line, location, lot } of lines) {
      expect(await said(office, 'picking.pick', { work, line, location, item, lot, quantity: 4, unit: 'pcs' })).toBe(
        'applied',
      );
    }
    expect(await said(office, 'picking.put', { work, location: 'PACK-01' })).toBe('applied');
    const { carton } = (await office.do('packing.open_carton', { shipment, cartonType: 'BOX-S' })).result;
    const does = async (type: string, quantity: number, more: object = {}) => {
      const { outcome, problem } = await office.do(type, { carton, item, quantity, unit: 'pcs', ...more });
      return problem ? [outcome, problem.code, problem.params] : outcome;
    };
    const askedWhich = ['refused', 'packing.lot_required', { item, lots: 'A, B' }];
    expect(await does('packing.pack', 3)).toEqual(askedWhich);
    expect(await does('packing.pack', 9)).toEqual(['refused', 'packing.too_much', expect.anything()]);
    expect(await does('packing.pack', 3, { lot: 'B' })).toBe('applied');
    expect(await does('packing.pack', 5)).toBe('applied');
    expect(await does('packing.unpack', 4)).toEqual(askedWhich);
    expect(await does('packing.unpack', 4, { lot: 'A' })).toBe('applied');
    expect(await does('packing.unpack', 1)).toBe('applied');
    expect(await wrongIn(app())).toEqual([]);
  });
});
