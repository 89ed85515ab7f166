import { expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

/** What tests of put-away start from: goods at the dock, places as they need them. */
function ground(app: () => TestApp) {
  let number = 0;
  let worker: Device | undefined;
  return {
    /** Registers quantities of a new item at the dock, each on a plate of its own. */
    async atDock(quantities: readonly number[], item: object = {}, extra: object = {}) {
      number += 1;
      worker ??= await Device.signIn(app(), 'W-1001');
      const device = worker;
      const name = `R${number}`;
      await haveItems(app(), [{ number: name, ...item }]);
      await haveOrders(app(), [{ orderNumber: `PO-${name}`, lines: [{ lineNumber: 1, item: name, quantity: 9999 }] }]);
      const plates: string[] = [];
      for (const quantity of quantities) {
        const body = { order: `PO-${name}`, item: name, quantity, unit: 'pcs', location: 'DOCK-01', ...extra };
        plates.push((await device.do('receiving.register', body)).result.licensePlate);
      }
      const [plate = ''] = plates;
      return { device, item: name, plates, plate };
    },
    async setLocation(code: string, change: object) {
      await app().services.store.write((trx) =>
        trx.k.updateTable('location').set(change).where('warehouse', '=', 'EAST').where('code', '=', code).execute(),
      );
    },
    async nest(plate: string, parent: string | null) {
      await app().services.store.write((trx) =>
        trx.k.updateTable('license_plate').set({ parent }).where('number', '=', plate).execute(),
      );
    },
    async whereIs(device: Device, query: string) {
      const { body } = await app().call('GET', `/api/device/stock?${query}`, { as: device.token });
      return body.items.map((row: { location: string; licensePlate: string; onHand: number }) => [
        row.location,
        row.licensePlate,
        row.onHand,
      ]);
    },
    openWork: async (plate: string) =>
      app()
        .services.store.read.k.selectFrom('work')
        .select('status')
        .where('license_plate', '=', plate)
        .executeTakeFirst(),
    parentOf: async (plate: string) =>
      (
        await app()
          .services.store.read.k.selectFrom('license_plate')
          .select('parent')
          .where('number', '=', plate)
          .executeTakeFirst()
      )?.parent,
  };
}

onBothDatabases('what a place can bear', (app) => {
  const { atDock, setLocation, whereIs } = ground(app);
  const heavy = {
    extra: { weight: { gross: 10, unit: 'kg' }, dimensions: { length: 1, width: 1, height: 1, unit: 'm' } },
  };

  test('goods that are too heavy are refused, with how much', async () => {
    const { device, plate } = await atDock([11], heavy);
    await setLocation('B-01-01-1', { capacity_weight_grams: 100_000 });
    const put = { licensePlate: plate, to: 'B-01-01-1', overrideReason: 'other' };
    expect((await device.do('putaway.put', put)).problem).toMatchObject({
      code: 'location.too_heavy',
      params: { excessKg: 10, capacityKg: 100 },
    });
    expect(await device.do('putaway.put', { ...put, item: undefined, quantity: 10, unit: 'pcs' })).toMatchObject({
      outcome: 'applied',
    });
    expect((await device.do('putaway.put', put)).problem.params).toMatchObject({ excessKg: 10 });
  });

  test('goods that are too big are refused, with how much', async () => {
    const { device, plate } = await atDock([3], heavy);
    await setLocation('B-01-01-2', { capacity_volume_cm3: 2_500_000 });
    const put = await device.do('putaway.put', { licensePlate: plate, to: 'B-01-01-2', overrideReason: 'other' });
    expect(put.problem).toMatchObject({
      code: 'location.too_big',
      params: { excessLitres: 500, capacityLitres: 2500 },
    });
  });

  test('a place is never loaded beyond what it bears, however many arrive at once', async () => {
    const { item, plates, device } = await atDock([4, 4, 4, 4, 4], heavy);
    await setLocation('B-01-02-1', { capacity_weight_grams: 100_000, capacity_plates: null });
    const others = await Promise.all(plates.map(() => Device.signIn(app(), 'W-1001')));
    const puts = await Promise.all(
      others.map((other, index) =>
        other.do('putaway.put', { licensePlate: plates[index], to: 'B-01-02-1', overrideReason: 'other' }),
      ),
    );
    expect(puts.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'applied', 'refused', 'refused', 'refused']);
    const there = (await whereIs(device, `item=${item}&location=B-01-02-1`)) as unknown[][];
    expect(there.reduce((sum, [, , onHand]) => sum + Number(onHand), 0)).toBe(8);
  });

  test('a move asks the same', async () => {
    const { device, item, plate } = await atDock([11], heavy);
    await device.do('putaway.put', { licensePlate: plate, to: 'B-01-03-1', overrideReason: 'other' });
    await setLocation('B-01-03-2', { capacity_weight_grams: 100_000 });
    const body = { licensePlate: plate, from: 'B-01-03-1', to: 'B-01-03-2' };
    expect((await device.do('inventory.move', body)).problem.code).toBe('location.too_heavy');
    const part = { item, quantity: 10, unit: 'pcs' };
    expect((await device.do('inventory.move', { ...body, ...part })).outcome).toBe('applied');
  });

  test('categories, owners and statuses are asked too', async () => {
    const { device, plate } = await atDock([1], { extra: { category: 'cold' } });
    const to = (code: string, extra: object = {}) =>
      device.do('putaway.put', { licensePlate: plate, to: code, overrideReason: 'other', ...extra });
    await setLocation('B-02-01-1', { barred_categories: '["cold"]' });
    expect((await to('B-02-01-1')).problem).toMatchObject({
      code: 'location.category_not_allowed',
      params: { category: 'cold' },
    });
    await setLocation('B-02-01-2', { allowed_statuses: '["blocked"]' });
    expect((await to('B-02-01-2')).problem.code).toBe('location.status_not_allowed');
  });

  test('goods to be checked go to quarantine only, and sound ones there only with a reason', async () => {
    const quality = await atDock([1], {}, { inventoryStatus: 'damaged' });
    const put = (goods: typeof quality, to: string, extra: object = {}) =>
      goods.device.do('putaway.put', { licensePlate: goods.plate, to, ...extra });
    expect((await put(quality, 'B-02-02-1')).problem.code).toBe('location.status_not_allowed');
    expect((await put(quality, 'QC-01')).outcome).toBe('applied');
    const sound = await atDock([1]);
    expect((await put(sound, 'QC-01')).problem.code).toBe('location.status_not_allowed');
    expect((await put(sound, 'QC-01', { proposed: 'B-02-02-1', overrideReason: 'damaged' })).outcome).toBe('applied');
  });
});

onBothDatabases('plates on plates', (app) => {
  const { atDock, setLocation, nest, whereIs, openWork, parentOf } = ground(app);

  test('a parent takes all that is nested in it along, each on its own plate, and all their work is done', async () => {
    const { device, item, plates } = await atDock([5, 6, 7]);
    const [parent = '', child = '', grandchild = ''] = plates;
    await nest(child, parent);
    await nest(grandchild, child);
    expect((await device.do('putaway.put', { licensePlate: parent, to: 'B-03-01-1' })).outcome).toBe('applied');
    expect(await whereIs(device, `item=${item}`)).toEqual(
      [
        ['B-03-01-1', parent, 5],
        ['B-03-01-1', child, 6],
        ['B-03-01-1', grandchild, 7],
      ].sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)),
    );
    expect(await Promise.all(plates.map(openWork))).toEqual(plates.map(() => ({ status: 'closed' })));
    expect([await parentOf(child), await parentOf(grandchild)]).toEqual([parent, child]);
  });

  test('what is nested takes one place together', async () => {
    const { device, plates } = await atDock([1, 1, 1, 1]);
    const [parent = '', child = '', other = '', last = ''] = plates;
    await nest(child, parent);
    await setLocation('B-03-02-1', { capacity_plates: 2 });
    const put = (licensePlate: string) => device.do('putaway.put', { licensePlate, to: 'B-03-02-1' });
    expect([(await put(parent)).outcome, (await put(other)).outcome]).toEqual(['applied', 'applied']);
    expect((await put(last)).problem).toMatchObject({ code: 'location.full', params: { taken: 2, plates: 2 } });
  });

  test('a child that is put alone leaves its parent, which waits on', async () => {
    const { device, plates } = await atDock([5, 6]);
    const [parent = '', child = ''] = plates;
    await nest(child, parent);
    await device.do('putaway.put', { licensePlate: child, to: 'B-03-03-1' });
    expect([await parentOf(child), await openWork(parent), await openWork(child)]).toEqual([
      null,
      { status: 'open' },
      { status: 'closed' },
    ]);
    await device.do('putaway.put', { licensePlate: parent, to: 'B-03-03-2', overrideReason: 'other' });
    expect(await whereIs(device, `licensePlate=${child}`)).toEqual([['B-03-03-1', child, 6]]);
  });

  test('a part comes onto another plate at the place, or onto a new one', async () => {
    const { device, item, plate, plates } = await atDock([10, 3]);
    const target = plates[1] ?? '';
    await device.do('putaway.put', { licensePlate: target, to: 'B-04-01-1' });
    const part = { licensePlate: plate, item, quantity: 4, unit: 'pcs', to: 'B-04-01-1', toLicensePlate: target };
    expect((await device.do('putaway.put', part)).outcome).toBe('applied');
    await device.do('putaway.put', { ...part, quantity: 6, to: 'B-04-01-2', toLicensePlate: 'LP-NEW-1' });
    expect(await whereIs(device, `item=${item}`)).toEqual([
      ['B-04-01-1', target, 7],
      ['B-04-01-2', 'LP-NEW-1', 6],
    ]);
    expect(await openWork(plate)).toEqual({ status: 'closed' });
  });

  test('goods that come onto a plate need no place of their own', async () => {
    const { device, item, plate, plates } = await atDock([10, 3]);
    await setLocation('B-04-02-1', { capacity_plates: 1 });
    await device.do('putaway.put', { licensePlate: plates[1], to: 'B-04-02-1' });
    const part = { licensePlate: plate, item, quantity: 4, unit: 'pcs', to: 'B-04-02-1' };
    expect((await device.do('putaway.put', part)).problem).toMatchObject({
      code: 'location.full',
      params: { taken: 1, plates: 1 },
    });
    expect((await device.do('putaway.put', { ...part, toLicensePlate: plates[1] })).outcome).toBe('applied');
  });

  test('a whole plate comes onto another as what is nested in it', async () => {
    const { device, plate, plates } = await atDock([10, 3]);
    const target = plates[1] ?? '';
    await device.do('putaway.put', { licensePlate: target, to: 'B-04-03-1' });
    await device.do('putaway.put', { licensePlate: plate, to: 'B-04-03-1', toLicensePlate: target });
    expect([await parentOf(plate), await whereIs(device, `licensePlate=${plate}`)]).toEqual([
      target,
      [['B-04-03-1', plate, 10]],
    ]);
    const move = { licensePlate: target, from: 'B-04-03-1', to: 'B-04-03-2' };
    expect((await device.do('inventory.move', move)).outcome).toBe('applied');
    expect(await whereIs(device, `licensePlate=${plate}`)).toEqual([['B-04-03-2', plate, 10]]);
  });

  test('a nested plate that is moved alone leaves its parent', async () => {
    const { device, plate, plates } = await atDock([10, 3]);
    const child = plates[1] ?? '';
    await nest(child, plate);
    await device.do('putaway.put', { licensePlate: plate, to: 'B-05-01-1' });
    await device.do('inventory.move', { licensePlate: child, from: 'B-05-01-1', to: 'B-05-01-2' });
    expect(await parentOf(child)).toBe(null);
    await device.do('inventory.move', { licensePlate: plate, from: 'B-05-01-1', to: 'B-05-02-1' });
    expect(await whereIs(device, `licensePlate=${child}`)).toEqual([['B-05-01-2', child, 3]]);
  });

  test.each([
    ['itself', 'itself', 'putaway.onto_itself'],
    ['one that is nested in it', 'child', 'putaway.onto_itself'],
    ['one that stands elsewhere', 'elsewhere', 'putaway.plate_elsewhere'],
  ])('a plate does not come onto %s', async (_, onto, code) => {
    const { device, plates } = await atDock([1, 1, 1]);
    const [plate = '', child = '', elsewhere = ''] = plates;
    await nest(child, plate);
    const target = { itself: plate, child, elsewhere }[onto];
    const put = { licensePlate: plate, to: 'B-06-01-1', toLicensePlate: target };
    const result = await device.do('putaway.put', put);
    expect([result.outcome, result.problem?.code]).toEqual(['refused', code]);
  });
});

onBothDatabases('several plates on one trip', (app) => {
  const { atDock, setLocation, nest } = ground(app);

  const workOf = (plate: string) =>
    app()
      .services.store.read.k.selectFrom('work')
      .select(['claimed_by', 'planned_location', 'status'])
      .where('license_plate', '=', plate)
      .executeTakeFirst();

  test('a plate that is on a trip is nobody else’s, until it is taken over or let go', async () => {
    const { device, plate } = await atDock([1]);
    const other = await Device.signIn(app(), 'S-2001');
    await device.do('putaway.claim', { licensePlate: plate, to: 'B-07-01-1' });
    expect(await workOf(plate)).toMatchObject({ claimed_by: 'W-1001', planned_location: 'B-07-01-1' });
    const claim = (extra: object = {}) => other.do('putaway.claim', { licensePlate: plate, ...extra });
    expect((await claim()).problem).toMatchObject({ code: 'putaway.claimed', params: { badge: 'W-1001' } });
    expect((await other.do('putaway.release_claim', { licensePlate: plate })).problem.code).toBe('putaway.claimed');
    expect((await claim({ takeOver: true })).outcome).toBe('applied');
    expect(await workOf(plate)).toMatchObject({ claimed_by: 'S-2001', planned_location: null });
    expect((await other.do('putaway.release_claim', { licensePlate: plate })).outcome).toBe('applied');
    expect((await other.do('putaway.release_claim', { licensePlate: plate })).problem.code).toBe('putaway.not_claimed');
    expect(await workOf(plate)).toMatchObject({ claimed_by: null, status: 'open' });
  });

  test('what was put away, or never was here, is on no trip', async () => {
    const { device, plate } = await atDock([1]);
    await device.do('putaway.put', { licensePlate: plate, to: 'B-07-02-1' });
    const claim = async (licensePlate: string) => (await device.do('putaway.claim', { licensePlate })).problem.code;
    expect(await claim(plate)).toBe('putaway.already_done');
    expect(await claim('NO-PLATE')).toBe('putaway.plate_unknown');
  });

  test('a plate that stands on one that waits goes with that one', async () => {
    const { device, plates } = await atDock([1, 1, 1]);
    const [pallet = '', layer = '', box = ''] = plates;
    await nest(layer, pallet);
    await nest(box, layer);
    await app().services.store.write(({ k }) =>
      k.deleteFrom('work').where('license_plate', 'in', [layer, box]).execute(),
    );
    expect((await device.do('putaway.claim', { licensePlate: box })).problem).toMatchObject({
      code: 'putaway.stands_on',
      params: { licensePlate: box, parent: pallet },
    });
    expect((await device.do('putaway.claim', { licensePlate: pallet })).outcome).toBe('applied');
  });

  test('whoever puts a plate away that another has claimed is believed: the goods stand there', async () => {
    const { device, plate } = await atDock([1]);
    const other = await Device.signIn(app(), 'S-2001');
    await other.do('putaway.claim', { licensePlate: plate });
    expect((await device.do('putaway.put', { licensePlate: plate, to: 'B-07-03-1' })).outcome).toBe('applied');
    expect((await other.do('putaway.put', { licensePlate: plate, to: 'B-07-03-2' })).problem.code).toBe(
      'putaway.already_done',
    );
  });

  test('the room that is on its way is not given to another', async () => {
    const { device, plates } = await atDock([1, 1, 1]);
    await setLocation('B-08-01-1', { capacity_plates: 2 });
    await device.do('putaway.put', { licensePlate: plates[0], to: 'B-08-01-1' });
    const proposed = async (plate: string) => {
      await published(app());
      const { body } = await app().call('GET', '/api/device/changes?warehouse=EAST&after=0&limit=1000', {
        as: device.token,
      });
      const works = body.items.filter((change: { kind: string }) => change.kind === 'work');
      return works.find(({ value }: { value: { licensePlate: string } | null }) => value?.licensePlate === plate)
        ?.value;
    };
    expect((await proposed(plates[1] ?? '')).toLocation).toBe('B-08-01-1');
    await device.do('putaway.claim', { licensePlate: plates[1], to: 'B-08-01-1' });
    expect(await proposed(plates[1] ?? '')).toMatchObject({ toLocation: 'B-08-01-1', claimedBy: 'W-1001' });
    expect((await proposed(plates[2] ?? '')).toLocation).not.toBe('B-08-01-1');
  });
});
