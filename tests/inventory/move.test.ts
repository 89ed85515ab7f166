import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, shipMessage } from '../support/erp.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('moving stock', (app) => {
  let number = 0;

  /** Ten pieces at a place of their own, on a plate or loose. */
  async function stored(options: { loose?: boolean; location?: string } = {}) {
    number += 1;
    const device = await Device.signIn(app(), 'W-1001');
    const item = `M${number}`;
    const location = options.location ?? `B-${String(number).padStart(2, '0')}-01-1`;
    await haveItems(app(), [{ number: item }]);
    const licensePlate = `LP-M${number}`;
    const plate = options.loose ? {} : { licensePlate };
    await device.do('inventory.adjust', { location, item, quantity: 10, unit: 'pcs', reason: 'found', ...plate });
    return { device, item, location, licensePlate, to: location.replace(/1$/, '2') };
  }

  const putOutOfUse = (code: string) =>
    app().services.store.write(async (trx) => {
      const place = trx.k.updateTable('location').set({ active: 0 }).where('warehouse', '=', 'EAST');
      await place.where('code', '=', code).execute();
    });

  async function whereIs(device: Device, item: string) {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return body.items.map((row: { location: string; licensePlate: string; onHand: number }) => [
      row.location,
      row.licensePlate,
      row.onHand,
    ]);
  }

  test('a plate is moved with all that is on it', async () => {
    const { device, item, location, licensePlate, to } = await stored();
    expect(await device.do('inventory.move', { from: location, to, licensePlate })).toMatchObject({
      outcome: 'applied',
    });
    expect(await whereIs(device, item)).toEqual([[to, licensePlate, 10]]);
  });

  test('a part leaves its plate', async () => {
    const { device, item, location, licensePlate, to } = await stored();
    await device.do('inventory.move', { from: location, to, licensePlate, item, quantity: 4, unit: 'pcs' });
    expect(await whereIs(device, item)).toEqual([
      [location, licensePlate, 6],
      [to, null, 4],
    ]);
  });

  test('loose goods are moved by item and quantity', async () => {
    const { device, item, location, to } = await stored({ loose: true });
    await device.do('inventory.move', { from: location, to, item, quantity: 3, unit: 'pcs' });
    expect(await whereIs(device, item)).toEqual([
      [location, null, 7],
      [to, null, 3],
    ]);
  });

  test('planners of a whole warehouse see nothing of a move', async () => {
    const { device, item, location, licensePlate, to } = await stored();
    await device.do('inventory.move', { from: location, to, licensePlate });
    await published(app());
    const quantities = async (level: string) => {
      const href = `/api/planning/inventory-deltas?limit=1000&level=${level}`;
      const { body } = await app().call('GET', href, { as: 'demo-planning-key' });
      return body.items
        .filter((delta: { item: string }) => delta.item === item)
        .map((each: { quantity: number }) => each.quantity);
    };
    expect([await quantities('warehouse'), await quantities('location')]).toEqual([[10], [10, -10, 10]]);
  });

  test.each<[string, object, string]>([
    ['neither plate nor item', { licensePlate: undefined }, 'inventory.goods_missing'],
    ['loose goods without a quantity', { licensePlate: undefined, item: 'M1' }, 'inventory.goods_missing'],
    ['a place that is not known', { from: 'NO-PLACE' }, 'location.unknown'],
    ['a target that is not known', { to: 'NO-PLACE' }, 'location.unknown'],
    ['an unknown plate', { licensePlate: 'NO-PLATE' }, 'inventory.plate_unknown'],
    ['a plate that is elsewhere', { from: 'B-12-04-1' }, 'inventory.plate_not_there'],
    ['an unknown item', { item: 'NO-ITEM', quantity: 1, unit: 'pcs' }, 'item.unknown'],
    ['an item that is not on it', { item: 'M1', quantity: 1, unit: 'pcs' }, 'stock.none'],
    ['a target of another warehouse only', { to: 'WEST-01' }, 'location.unknown'],
    ['somebody’s hands', { to: 'HANDS-W-1001' }, 'location.unknown'],
    ['a target that is out of use', { to: 'B-11-04-2' }, 'location.inactive'],
    ['more of it than there is', { item: 'OWN', quantity: 11, unit: 'pcs' }, 'stock.not_enough'],
    ['half a piece', { item: 'OWN', quantity: 0.5, unit: 'pcs' }, 'quantity.too_precise'],
    ['nothing of it', { item: 'OWN', quantity: 0, unit: 'pcs' }, 'quantity.not_positive'],
    ['a unit it is not counted in', { item: 'OWN', quantity: 1, unit: 'barrel' }, 'item.unit_unknown'],
    ['a lot that is not there', { item: 'OWN', quantity: 1, unit: 'pcs', lot: 'L-9' }, 'stock.lot_none'],
    ['a serial number that is not there', { item: 'OWN', serials: ['SN-9'] }, 'stock.serial_missing'],
  ])('is refused for %s', async (_, change, code) => {
    const { device, item, location, licensePlate, to } = await stored({ location: 'B-12-03-1' });
    await putOutOfUse('B-11-04-2');
    const own = 'item' in change && change.item === 'OWN' ? { item } : {};
    const result = await device.do('inventory.move', { from: location, to, licensePlate, ...change, ...own });
    expect([result.outcome, result.problem?.code]).toEqual(['refused', code]);
  });

  test('is refused where the goods are already, and where they may not stand', async () => {
    const first = await stored({ location: 'B-12-02-1' });
    const second = await stored({ location: 'B-12-02-2' });
    const move = (to: string) =>
      first.device.do('inventory.move', { from: first.location, to, licensePlate: first.licensePlate });
    expect((await move('B-12-02-1')).problem.code).toBe('inventory.same_place');
    expect((await move('B-12-02-2')).problem).toMatchObject({
      code: 'location.mixes_items',
      params: { item: second.item },
    });
  });

  test('goods that another took meanwhile are kept for a decision', async () => {
    const { device, item, location, to } = await stored({ loose: true, location: 'A-11-04-1' });
    const other = await Device.signIn(app(), 'W-1001');
    const knownAt = await published(app());
    const body = { from: location, to, item, quantity: 8, unit: 'pcs' };
    await other.do('inventory.move', body);
    await published(app());
    const late = await device.do('inventory.move', body, { knownAt });
    expect([late.outcome, late.problem.code]).toEqual(['held', 'stock.not_enough']);
    const aware = await device.do('inventory.move', body, { knownAt: await published(app()) });
    expect([aware.outcome, aware.problem.code]).toEqual(['refused', 'stock.not_enough']);
  });

  test('a plate that is carried from the dock to a rack needs no put-away any more; to the other dock it still does', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'MDOCK' }]);
    await haveOrders(app(), [{ orderNumber: 'PO-MDOCK', lines: [{ lineNumber: 1, item: 'MDOCK', quantity: 5 }] }]);
    const { result } = await device.do('receiving.register', {
      order: 'PO-MDOCK',
      item: 'MDOCK',
      quantity: 5,
      unit: 'pcs',
    });
    const { licensePlate, work } = result;
    const workRow = () =>
      app()
        .services.store.read.k.selectFrom('work')
        .select(['status', 'from_location', 'to_location'])
        .where('id', '=', work)
        .executeTakeFirst();
    await device.do('inventory.move', { from: 'DOCK-01', to: 'DOCK-02', licensePlate });
    expect(await workRow()).toEqual({ status: 'open', from_location: 'DOCK-02', to_location: null });
    await device.do('inventory.move', { from: 'DOCK-02', to: 'A-12-04-1', licensePlate });
    expect(await workRow()).toEqual({ status: 'closed', from_location: 'DOCK-02', to_location: 'A-12-04-1' });
  });

  test('serial numbers are moved by name, and some of them not without', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const item = 'MSERIAL';
    await haveItems(app(), [{ number: item, serial: true }]);
    const goods = { item, unit: 'pcs', location: 'A-09-02-1', reason: 'found' };
    await device.do('inventory.adjust', { ...goods, quantity: 3, serials: ['S-1', 'S-2', 'S-3'] });
    const way = { from: 'A-09-02-1', to: 'A-09-02-2', item };
    const unnamed = await device.do('inventory.move', { ...way, quantity: 2, unit: 'pcs' });
    expect(unnamed.problem.code).toBe('stock.serials_required');
    const miscounted = await device.do('inventory.move', { ...way, serials: ['S-1'], quantity: 2, unit: 'pcs' });
    const twice = await device.do('inventory.move', { ...way, serials: ['S-1', 'S-1'] });
    expect([miscounted.problem.code, twice.problem.code]).toEqual([
      ...['inventory.serial_count', 'inventory.serial_repeated'],
    ]);
    await device.do('inventory.move', { ...way, serials: ['S-1', 'S-3'] });
    expect((await whereIs(device, item)).map(([place]: [string]) => place)).toEqual([
      'A-09-02-1',
      'A-09-02-2',
      'A-09-02-2',
    ]);
  });

  test('a plate that was picked is in hands, and not where somebody wants to move it from', async () => {
    const { device, item, location, licensePlate, to } = await stored({ location: 'A-09-03-1' });
    const erp = new Erp(app());
    await erp.sent(shipMessage('m-mpicked', 'SO-MPICKED', [[1, item, 10]]));
    const office = await Device.signIn(app(), 'S-2001');
    const { result } = await office.do('waves.release', { orders: ['SO-MPICKED'] });
    const { work } = result.work[0];
    const stop = { work, line: 1, location, item, quantity: 10, unit: 'pcs', licensePlate };
    const picked = await office.do('picking.pick', stop);
    expect(picked.problem).toBeNull();
    const late = await device.do('inventory.move', { from: location, to, licensePlate });
    expect([late.outcome, late.problem.code]).toEqual(['refused', 'inventory.plate_not_there']);
  });

  test('goods that are carried off while somebody counts are no difference', async () => {
    const { device, item, location, to } = await stored({ loose: true, location: 'A-09-04-1' });
    const { work } = (await device.do('counting.start', { location })).result;
    await device.do('inventory.move', { from: location, to, item, quantity: 2, unit: 'pcs' });
    const lines = [{ location, item, quantity: 8, unit: 'pcs' }];
    expect((await device.do('counting.count', { work, lines })).result).toMatchObject({ outcome: 'posted' });
    expect(await whereIs(device, item)).toEqual([
      [location, null, 8],
      [to, null, 2],
    ]);
  });

  test('the same plate is moved once, whoever is quicker', async () => {
    const { item, location, licensePlate } = await stored({ location: 'A-12-03-1' });
    const devices = await Promise.all([1, 2, 3].map(() => Device.signIn(app(), 'W-1001')));
    const results = await Promise.all(
      devices.map((device, index) =>
        device.do('inventory.move', { from: location, to: `A-12-02-${(index % 2) + 1}`, licensePlate }),
      ),
    );
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused', 'refused']);
    expect(await whereIs(devices[0] as Device, item)).toHaveLength(1);
  });
});
