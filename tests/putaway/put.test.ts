import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('put-away', (app) => {
  let number = 0;

  /** Goods at the dock of a test of their own. */
  async function atDock(quantities: readonly number[] = [10], extra: object = {}, item: object = {}) {
    number += 1;
    const device = await Device.signIn(app(), 'W-1001');
    const name = `P${number}`;
    await haveItems(app(), [{ number: name, ...item }]);
    await haveOrders(app(), [{ orderNumber: `PO-P${number}`, lines: [{ lineNumber: 1, item: name, quantity: 1000 }] }]);
    const registered = [];
    for (const quantity of quantities) {
      const body = { order: `PO-P${number}`, line: 1, item: name, quantity, unit: 'pcs', ...extra };
      registered.push(await device.do('receiving.register', body));
    }
    const plates: string[] = registered.map(({ result }) => result.licensePlate);
    return { device, item: name, registered, plates, plate: plates[0] ?? '' };
  }

  async function whereIs(device: Device, query: string) {
    const { body } = await app().call('GET', `/api/device/stock?${query}`, { as: device.token });
    return body.items.map((row: { location: string; licensePlate: string; onHand: number; available: number }) => [
      row.location,
      row.licensePlate,
      row.onHand,
      row.available,
    ]);
  }

  async function workThing(device: Device, work: string) {
    await published(app());
    const { body } = await app().call('GET', '/api/device/changes?warehouse=EAST&after=0&limit=1000', {
      as: device.token,
    });
    return body.items.find((change: { kind: string; key: string }) => change.kind === 'work' && change.key === work);
  }

  async function setLocation(code: string, change: object) {
    await app().services.store.write((trx) =>
      trx.k.updateTable('location').set(change).where('warehouse', '=', 'EAST').where('code', '=', code).execute(),
    );
  }

  test('goods that were put away can be promised, and their work is done', async () => {
    const { device, plate, registered } = await atDock();
    const { work } = registered[0].result;
    expect((await workThing(device, work)).value).toMatchObject({
      licensePlate: plate,
      fromLocation: 'DOCK-01',
    });
    const { toLocation } = (await workThing(device, work)).value;
    expect(await device.do('putaway.put', { licensePlate: plate, to: toLocation })).toMatchObject({
      outcome: 'applied',
      result: { work },
    });
    expect(await whereIs(device, `licensePlate=${plate}`)).toEqual([[toLocation, plate, 10, 10]]);
    expect(await workThing(device, work)).toMatchObject({ deleted: true });
  });

  test('the second plate of an item belongs beside the first, until that place is full', async () => {
    const { device, plates, registered } = await atDock([1, 1, 1, 1, 1]);
    const proposals: string[] = [];
    for (const [index, licensePlate] of plates.entries()) {
      const { toLocation } = (await workThing(device, registered[index].result.work)).value;
      proposals.push(toLocation);
      await device.do('putaway.put', { licensePlate, to: toLocation, proposed: toLocation });
    }
    expect(new Set(proposals.slice(0, 4)).size).toBe(1);
    expect(proposals[4]).not.toBe(proposals[0]);
  });

  test('the fixed place of an item comes before all others', async () => {
    const { device, item, registered } = await atDock();
    await setLocation('A-05-01-1', { fixed_item: `DEMO:${item}` });
    expect((await workThing(device, registered[0].result.work)).value.toLocation).toBe('A-05-01-1');
    await setLocation('A-05-01-1', { fixed_item: null });
  });

  test('another place needs a reason that is known', async () => {
    const { device, plate } = await atDock();
    const told = { licensePlate: plate, to: 'B-12-04-2', proposed: 'B-01-01-1' };
    const put = (body: object) => device.do('putaway.put', { ...told, ...body });
    expect((await put({})).problem).toMatchObject({ code: 'putaway.override_reason_required' });
    expect((await put({ overrideReason: 'mood' })).problem).toMatchObject({ code: 'putaway.reason_unknown' });
    expect(await put({ overrideReason: 'full' })).toMatchObject({ outcome: 'applied' });
    const entry = await app()
      .services.store.read.k.selectFrom('ledger_entry')
      .select(['reason', 'reason_code'])
      .where('to_location', '=', 'B-12-04-2')
      .executeTakeFirst();
    expect(entry).toEqual({ reason: 'put', reason_code: 'full' });
  });

  test('who was told no place, a conveyor say, puts goods wherever they fit', async () => {
    const { device, plate } = await atDock();
    expect(await device.do('putaway.put', { licensePlate: plate, to: 'B-06-04-1' })).toMatchObject({
      outcome: 'applied',
    });
  });

  test('a device that works out the place itself is believed that it was told there', async () => {
    const { device, plate } = await atDock();
    const put = await device.do('putaway.put', { licensePlate: plate, to: 'B-12-04-1', proposed: 'B-12-04-1' });
    expect(put.outcome).toBe('applied');
  });

  test('a part of a plate is put loose, and the rest keeps waiting', async () => {
    const { device, item, plate, registered } = await atDock([10]);
    const { work } = registered[0].result;
    const part = { licensePlate: plate, quantity: 4, unit: 'pcs', to: 'B-11-04-1', overrideReason: 'other' };
    expect(await device.do('putaway.put', part)).toMatchObject({ outcome: 'applied', result: { work } });
    expect(await whereIs(device, `item=${item}`)).toEqual([
      ['DOCK-01', plate, 6, 0],
      ['B-11-04-1', null, 4, 4],
    ]);
    expect((await workThing(device, work)).value).toMatchObject({ status: 'open', licensePlate: plate });
    await device.do('putaway.put', { licensePlate: plate, to: 'B-11-04-1', overrideReason: 'other' });
    expect(await workThing(device, work)).toMatchObject({ deleted: true });
  });

  test('loose goods are put by item and place, in parts or all at once', async () => {
    const { device, item, registered } = await atDock([6, 4], { licensePlate: null });
    const { work } = registered[0].result;
    const goods = { item, from: 'DOCK-01', to: 'B-10-04-1', overrideReason: 'other' };
    await device.do('putaway.put', { ...goods, quantity: 7, unit: 'pcs' });
    expect((await workThing(device, work)).value).toMatchObject({ status: 'open', item: `DEMO:${item}` });
    await device.do('putaway.put', goods);
    expect(await whereIs(device, `item=${item}`)).toEqual([['B-10-04-1', null, 10, 10]]);
    expect(await workThing(device, work)).toMatchObject({ deleted: true });
  });

  test('goods named by item are taken off the one plate that they stand on', async () => {
    const { device, item, plate } = await atDock([5]);
    await device.do('putaway.put', { item, from: 'DOCK-01', to: 'B-10-03-1', overrideReason: 'other' });
    expect(await whereIs(device, `item=${item}`)).toEqual([['B-10-03-1', plate, 5, 5]]);
    const two = await atDock([5, 5]);
    const unclear = await two.device.do('putaway.put', { item: two.item, from: 'DOCK-01', to: 'B-10-03-2' });
    expect(unclear.problem).toMatchObject({ code: 'putaway.plate_required', params: { plates: 2 } });
  });

  test('of a lot, only that lot is put', async () => {
    const { device, item } = await atDock([5], { licensePlate: null, lot: 'L1' }, { lot: true });
    await device.do('receiving.register', {
      order: `PO-P${number}`,
      line: 1,
      item,
      quantity: 3,
      unit: 'pcs',
      licensePlate: null,
      lot: 'L2',
    });
    const goods = { item, from: 'DOCK-01', to: 'B-10-02-1', overrideReason: 'other' };
    expect((await device.do('putaway.put', { ...goods, quantity: 4, unit: 'pcs' })).problem).toMatchObject({
      code: 'stock.lot_required',
      params: { lots: 'L1, L2' },
    });
    await device.do('putaway.put', { ...goods, lot: 'L2' });
    expect(await whereIs(device, `item=${item}`)).toEqual([
      ['DOCK-01', null, 5, 0],
      ['B-10-02-1', null, 3, 3],
    ]);
  });

  test.each<[string, object, string]>([
    ['neither plate nor item', { licensePlate: undefined }, 'putaway.goods_missing'],
    ['an item without its place', { licensePlate: undefined, item: 'P1' }, 'putaway.goods_missing'],
    ['an unknown plate', { licensePlate: 'NO-PLATE' }, 'putaway.plate_unknown'],
    ['an unknown item', { licensePlate: undefined, item: 'NO-ITEM', from: 'DOCK-01' }, 'item.unknown'],
    ['an unknown dock', { licensePlate: undefined, item: 'P1', from: 'NO-DOCK' }, 'location.unknown'],
    ['a place that is no dock', { licensePlate: undefined, item: 'P1', from: 'STAGE-01' }, 'putaway.already_done'],
    ['a part in an unknown unit', { quantity: 1, unit: 'pallet' }, 'item.unit_unknown'],
    ['more than is on the plate', { quantity: 11, unit: 'pcs' }, 'stock.not_enough'],
    ['an unknown location', { to: 'NO-PLACE' }, 'location.unknown'],
    ['a dock', { to: 'DOCK-02' }, 'location.wrong_type'],
    ['a door', { to: 'DOOR-01' }, 'location.wrong_type'],
  ])('is refused for %s', async (_, change, code) => {
    const { device, plate } = await atDock();
    const result = await device.do('putaway.put', {
      licensePlate: plate,
      to: 'B-09-01-1',
      overrideReason: 'other',
      ...change,
    });
    expect([result.outcome, result.problem?.code]).toEqual(['refused', code]);
  });

  test('is refused where the rules of the location say no', async () => {
    const first = await atDock();
    const second = await atDock();
    const put = (goods: { device: Device; plate: string }, to: string) =>
      goods.device.do('putaway.put', { licensePlate: goods.plate, to, overrideReason: 'other' });
    await put(first, 'B-08-01-1');
    expect((await put(second, 'B-08-01-1')).problem).toMatchObject({
      code: 'location.mixes_items',
      params: { item: first.item },
    });
    await setLocation('B-08-01-2', { active: 0 });
    expect((await put(second, 'B-08-01-2')).problem.code).toBe('location.inactive');
    await setLocation('B-08-01-2', { active: 1 });
    expect((await put(first, 'B-08-01-2')).problem.code).toBe('putaway.already_done');
  });

  test('goods that another put away meanwhile are kept for a decision, and posted once', async () => {
    const { device, item, plate } = await atDock();
    const other = await Device.signIn(app(), 'W-1001');
    const knownAt = await published(app());
    await other.do('putaway.put', { licensePlate: plate, to: 'B-07-01-1', overrideReason: 'other' });
    await published(app());
    const late = await device.do(
      'putaway.put',
      { licensePlate: plate, to: 'B-07-01-2', overrideReason: 'other' },
      { knownAt },
    );
    expect([late.outcome, late.problem.code]).toEqual(['held', 'putaway.already_done']);
    expect(await whereIs(device, `item=${item}`)).toEqual([['B-07-01-1', plate, 10, 10]]);
    const own = await other.do(
      'putaway.put',
      { licensePlate: plate, to: 'B-07-01-2', overrideReason: 'other' },
      { knownAt },
    );
    expect([own.outcome, own.problem.code]).toEqual(['refused', 'putaway.already_done']);
  });

  test('goods that stand where another put something meanwhile are kept for a decision', async () => {
    const first = await atDock();
    const second = await atDock();
    const knownAt = await published(app());
    await first.device.do('putaway.put', { licensePlate: first.plate, to: 'B-06-01-1', overrideReason: 'other' });
    await published(app());
    const body = { licensePlate: second.plate, to: 'B-06-01-1', overrideReason: 'other' };
    const unaware = await second.device.do('putaway.put', body, { knownAt });
    expect([unaware.outcome, unaware.problem.code]).toEqual(['held', 'location.mixes_items']);
    const aware = await second.device.do('putaway.put', body, { knownAt: await published(app()) });
    expect([aware.outcome, aware.problem.code]).toEqual(['refused', 'location.mixes_items']);
  });

  test('one plate scanned on three devices at once is put once; the last place is given once', async () => {
    const { item, plate } = await atDock();
    const devices = await Promise.all([1, 2, 3].map(() => Device.signIn(app(), 'W-1001')));
    const results = await Promise.all(
      devices.map((device, index) =>
        device.do('putaway.put', { licensePlate: plate, to: `B-05-01-${(index % 2) + 1}`, overrideReason: 'other' }),
      ),
    );
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused', 'refused']);
    expect(await whereIs(devices[0] as Device, `item=${item}`)).toHaveLength(1);
    await setLocation('B-05-02-1', { capacity_plates: 1 });
    const { plates } = await atDock([1, 1, 1]);
    const puts = await Promise.all(
      devices.map((device, index) =>
        device.do('putaway.put', { licensePlate: plates[index], to: 'B-05-02-1', overrideReason: 'other' }),
      ),
    );
    expect(puts.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused', 'refused']);
  });
});
