import { expect, test } from 'vitest';
import { announcer } from '../support/announced.ts';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { cancelNotice, type NoticePlate, noticeMessage, twoItems } from '../support/notices.ts';
import { cancelOrder } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('plates that a notice announces', (app) => {
  const announced = announcer(app);

  async function stockOn(device: Device, licensePlate: string) {
    return (await app().call('GET', `/api/device/stock?licensePlate=${licensePlate}`, { as: device.token })).body.items;
  }

  test('one scan registers everything on a plate, and its put-away waits', async () => {
    const { device, plate, order, load } = await announced(twoItems);
    const scanned = await device.do('receiving.register', { licensePlate: plate });
    expect(scanned).toMatchObject({
      outcome: 'applied',
      result: {
        registrations: [
          { registration: `${scanned.id}.1`, order, line: 1, quantity: 6, unit: 'pcs', licensePlate: plate },
          { registration: `${scanned.id}.2`, order, line: 2, quantity: 3, unit: 'pcs', licensePlate: plate },
        ],
        licensePlate: plate,
        work: `${scanned.id}.work`,
      },
    });
    expect(await stockOn(device, plate)).toMatchObject([{ onHand: 6 }, { onHand: 3 }]);
    const again = await device.do('receiving.register', { licensePlate: plate });
    expect(again.problem).toMatchObject({ code: 'receiving.plate_received', params: { licensePlate: plate, load } });
    const completed = await device.do('receiving.complete', { load });
    expect(completed).toMatchObject({ outcome: 'applied' });
  });

  test('a plate brings the plates on it, however deep, and one put-away waits for all of them', async () => {
    const { device, plate } = await announced(({ order, one, two, plate }) => [
      { licensePlate: `${plate}-c`, parent: `${plate}-b`, lines: [[order, 2, two, 1]] },
      { licensePlate: plate },
      { licensePlate: `${plate}-b`, parent: plate, lines: [[order, 1, one, 2]] },
      { licensePlate: `${plate}-x`, lines: [[order, 1, one, 5]] },
    ]);
    const scanned = await device.do('receiving.register', { licensePlate: plate });
    expect(scanned.result.registrations).toMatchObject([
      { line: 1, quantity: 2, licensePlate: `${plate}-b` },
      { line: 2, quantity: 1, licensePlate: `${plate}-c` },
    ]);
    expect(scanned.result).toMatchObject({ work: `${scanned.id}.work`, works: [{ licensePlate: plate }] });
    const rows = await app()
      .services.store.read.k.selectFrom('license_plate')
      .select(['number', 'parent'])
      .where('number', 'like', `${plate}%`)
      .orderBy('number')
      .execute();
    expect(rows).toEqual([
      { number: plate, parent: null },
      { number: `${plate}-b`, parent: plate },
      { number: `${plate}-c`, parent: `${plate}-b` },
    ]);
  });

  test('put away, a plate takes the plates on it along; taken back, nothing waits any more', async () => {
    const { device, plate } = await announced(({ order, one, plate }) => [
      { licensePlate: plate },
      { licensePlate: `${plate}-b`, parent: plate, lines: [[order, 1, one, 2]] },
    ]);
    const openWork = async () =>
      app()
        .services.store.read.k.selectFrom('work')
        .select('id')
        .where('license_plate', 'like', `${plate}%`)
        .where('status', '=', 'open')
        .execute();
    const first = await device.do('receiving.register', { licensePlate: plate });
    expect(await openWork()).toHaveLength(1);
    await device.do('receiving.undo_registration', { registration: `command:${first.id}` });
    expect(await openWork()).toEqual([]);
    const again = await device.do('receiving.register', { licensePlate: plate });
    expect(await openWork()).toEqual([{ id: again.result.work }]);
    const put = await device.do('putaway.put', { licensePlate: plate, to: 'A-02-02-1' });
    expect(put.outcome).toBe('applied');
    expect(await stockOn(device, `${plate}-b`)).toMatchObject([{ location: 'A-02-02-1', onHand: 2 }]);
    expect(await openWork()).toEqual([]);
  });

  test('a plate that was taken off before is not registered again with what carried it', async () => {
    const { device, plate } = await announced(({ order, one, plate }) => [
      { licensePlate: plate, lines: [[order, 1, one, 1]] },
      { licensePlate: `${plate}-b`, parent: plate, lines: [[order, 1, one, 2]] },
    ]);
    await device.do('receiving.register', { licensePlate: `${plate}-b` });
    const rest = await device.do('receiving.register', { licensePlate: plate });
    expect(rest.result.registrations).toMatchObject([{ quantity: 1, licensePlate: plate }]);
  });

  test('a plate that differs is registered item by item, and then only as a whole where the rest is confirmed', async () => {
    const { device, plate, one, load } = await announced(twoItems);
    const body = { licensePlate: plate, item: one, quantity: 4, unit: 'pcs' };
    const part = await device.do('receiving.register', body);
    expect(part).toMatchObject({ outcome: 'applied' });
    const left = await app().call('GET', `/api/device/expected?licensePlate=${plate}`, { as: device.token });
    expect(left.body.items).toMatchObject([
      { load, licensePlate: plate, lines: [{ item: one, expected: 6, registered: 4, left: 2 }, { left: 3 }] },
    ]);
    const whole = await device.do('receiving.register', { licensePlate: plate });
    expect(whole.problem).toMatchObject({ code: 'receiving.plate_begun', params: { left: 2, lines: 2 } });
    const rest = await device.do('receiving.register', { licensePlate: plate, remaining: true });
    expect(rest.result.registrations.map((each: { quantity: number }) => each.quantity)).toEqual([2, 3]);
  });

  test('the ERP sees on its order what was announced, what comes on which load and how much of it came', async () => {
    const { device, plate, order, load } = await announced(twoItems);
    const read = async () => (await app().call('GET', `/api/erp/orders/${order}`, { as: 'demo-erp-key' })).body;
    expect(await read()).toMatchObject({
      loads: [
        { load, status: 'shipped', madeBy: 'notice', lines: [{ lineNumber: 1, expected: 6, registered: 0 }, {}] },
      ],
      notices: [{ load, plates: { announced: 1, received: 0 } }],
    });
    await device.do('receiving.register', { licensePlate: plate });
    expect(await read()).toMatchObject({
      loads: [{ status: 'in_process', lines: [{ registered: 6 }, { registered: 3 }] }],
      notices: [{ plates: { announced: 1, received: 1 } }],
    });
    await device.do('receiving.complete', { load });
    expect(await read()).toMatchObject({ loads: [{ status: 'received' }] });
  });

  test('people see open loads with what each brings, and devices keep them and their plates', async () => {
    const { device, plate, order, load } = await announced(twoItems);
    const loads = await app().call('GET', `/api/device/loads?warehouse=EAST&load=${load}`, { as: device.token });
    expect(loads.body.items).toMatchObject([
      {
        ...{ load, status: 'shipped', madeBy: 'notice', plates: { announced: 1, received: 0 } },
        orders: [{ order, shipment: `${load}-S1` }],
        lines: [{ order, line: 1, expected: 6, registered: 0, unit: 'pcs' }, { line: 2 }],
      },
    ]);
    await published(app());
    const changes = async (kind: string, key: string) => {
      const { body } = await app().call('GET', '/api/device/changes?after=0&limit=1000&warehouse=EAST', {
        as: device.token,
      });
      return body.items.find((each: { kind: string; key: string }) => each.kind === kind && each.key === key);
    };
    expect(await changes('inboundLoad', load)).toMatchObject({
      value: { load, isPlanned: true, lines: [{ line: 1, expectedBase: 6, registeredBase: 0 }, {}] },
    });
    expect(await changes('expectedPlate', plate)).toMatchObject({
      value: { licensePlate: plate, load, parent: null, lines: [{ position: 1, quantityBase: 6 }, {}] },
    });
    await device.do('receiving.complete', { load, acceptDifferences: true });
    await published(app());
    expect(await changes('inboundLoad', load)).toMatchObject({ deleted: true });
    expect(await changes('expectedPlate', plate)).toMatchObject({ deleted: true });
  });

  test('whoever asks is told why a plate cannot be registered with one scan', async () => {
    const { device, plate, one, load } = await announced(twoItems);
    const explain = async () =>
      (await app().call('GET', `/api/device/explain?licensePlate=${plate}`, { as: device.token })).body.items[0];
    expect(await explain()).toMatchObject({ subject: { licensePlate: plate, load }, allowed: true, problem: null });
    await device.do('receiving.register', { licensePlate: plate, item: one, quantity: 1, unit: 'pcs' });
    expect(await explain()).toMatchObject({ allowed: false, problem: { code: 'receiving.plate_begun' } });
  });

  test('what was taken back is announced again', async () => {
    const { device, plate } = await announced(twoItems);
    const first = await device.do('receiving.register', { licensePlate: plate });
    await device.do('receiving.undo_registration', { registration: `command:${first.id}` });
    expect(await stockOn(device, plate)).toEqual([]);
    const again = await device.do('receiving.register', { licensePlate: plate });
    expect(again).toMatchObject({ outcome: 'applied', result: { registrations: [{ quantity: 6 }, { quantity: 3 }] } });
  });

  test('a plate mixed item by item can be corrected before completion, each registration for itself', async () => {
    const { device, plate, one, two } = await announced(twoItems);
    const goods = (item: string, quantity: number) => ({ licensePlate: plate, item, quantity, unit: 'pcs' });
    const wrong = await device.do('receiving.register', goods(one, 5));
    await device.do('receiving.register', goods(two, 3));
    await device.do('receiving.undo_registration', { registration: wrong.result.registrations[0].registration });
    await device.do('receiving.register', goods(one, 6));
    expect(await stockOn(device, plate)).toMatchObject([{ onHand: 6 }, { onHand: 3 }]);
    const all = await device.do('receiving.register', { licensePlate: plate });
    expect(all.problem.code).toBe('receiving.plate_received');
  });

  test('what nobody announced, or for elsewhere, or on another load is refused in words', async () => {
    const { device, plate } = await announced(twoItems);
    const unknown = await device.do('receiving.register', { licensePlate: 'LP-NOBODY' });
    const otherLoad = await device.do('receiving.register', { licensePlate: plate, load: 'LD-77' });
    const rack = await device.do('receiving.register', { licensePlate: plate, location: 'A-01-02-1' });
    const nowhere = await device.do('receiving.register', { licensePlate: plate, location: 'NOWHERE' });
    const west = await Device.signIn(app(), 'W-1001', { warehouse: 'WEST' });
    const elsewhere = await west.do('receiving.register', { licensePlate: plate });
    expect([unknown, otherLoad, rack, nowhere, elsewhere].map(({ problem }) => problem.code)).toEqual([
      'receiving.plate_not_announced',
      'receiving.plate_on_other_load',
      'receiving.location_not_receiving',
      'receiving.location_unknown',
      'receiving.plate_other_warehouse',
    ]);
  });

  test('a lot that the notice does not name is asked for: the plate is registered item by item', async () => {
    const { device, plate, one } = await announced(twoItems, { lot: true, expiry: true });
    const whole = await device.do('receiving.register', { licensePlate: plate });
    expect(whole.problem).toMatchObject({
      code: 'receiving.lot_required',
      errors: [{ pointer: '/body/licensePlate', code: 'receiving.lot_required', params: { item: one } }],
    });
    const lot = { lot: 'L1', expiryDate: '2099-11-30' };
    const part = await device.do('receiving.register', {
      ...{ licensePlate: plate, item: one, quantity: 6, unit: 'pcs', ...lot },
    });
    expect(part.outcome).toBe('applied');
  });

  test('goods of another lot than announced are registered under theirs, and nobody waits for the announced lot', async () => {
    const lot = { lot: 'L1', expiryDate: '2099-11-30' };
    const { device, plate, one } = await announced(
      ({ order, one: item, plate: licensePlate }) => [{ licensePlate, lines: [[order, 1, item, 6, lot]] }],
      { lot: true, expiry: true },
    );
    const found = { licensePlate: plate, item: one, quantity: 6, unit: 'pcs', lot: 'L2', expiryDate: '2099-12-31' };
    expect(await device.do('receiving.register', found)).toMatchObject({ outcome: 'applied' });
    const left = await app().call('GET', `/api/device/expected?licensePlate=${plate}`, { as: device.token });
    expect(left.body.items).toMatchObject([{ lines: [{ item: one, expected: 6, registered: 6, left: 0 }] }]);
    const whole = await device.do('receiving.register', { licensePlate: plate, remaining: true });
    expect(whole.problem).toMatchObject({ code: 'receiving.plate_received' });
  });

  test('lots with dates and serials come with the plate, and a lot is new once', async () => {
    const lot = { lot: 'L7', expiryDate: '2099-11-30' };
    const { device, plate, one } = await announced(
      ({ order, one, plate }) => [
        {
          licensePlate: plate,
          lines: [
            [order, 1, one, 2, { ...lot, serials: ['S1', 'S2'] }],
            [order, 1, one, 1, { ...lot, serials: ['S3'] }],
          ],
        },
      ],
      { lot: true, expiry: true, serial: true },
    );
    const scanned = await device.do('receiving.register', { licensePlate: plate });
    expect(scanned.result.registrations).toHaveLength(3);
    expect(await stockOn(device, plate)).toMatchObject([
      { item: one, lot: 'L7', serial: 'S1', onHand: 1 },
      { serial: 'S2' },
      { serial: 'S3' },
    ]);
  });

  test('plates together may not bring more than their order takes', async () => {
    const { device, plate } = await announced(({ order, one, plate }) => [
      { licensePlate: plate, lines: [[order, 1, one, 15]] },
      { licensePlate: `${plate}-b`, lines: [[order, 1, one, 15]] },
    ]);
    await device.do('receiving.register', { licensePlate: plate });
    const second = await device.do('receiving.register', { licensePlate: `${plate}-b` });
    expect(second.problem).toMatchObject({ code: 'receiving.over_delivery', params: { limit: 20, fits: 5 } });
    expect(await stockOn(device, `${plate}-b`)).toEqual([]);
  });

  test('an order that was cancelled meanwhile keeps the plate for a decision', async () => {
    const { device, plate, order } = await announced(twoItems);
    const knownAt = await published(app());
    await cancelOrder(app(), order);
    await published(app());
    const unaware = await device.do('receiving.register', { licensePlate: plate }, { knownAt });
    expect([unaware.outcome, unaware.problem.code]).toEqual(['held', 'receiving.order_closed']);
  });

  test('a plate of which something else was announced after the device looked is kept for a decision', async () => {
    const { device, plate, order, one, load } = await announced(twoItems);
    const knownAt = await published(app());
    await new Erp(app()).sent(noticeMessage(load, [{ licensePlate: plate, lines: [[order, 1, one, 5]] }]));
    await published(app());
    const unaware = await device.do('receiving.register', { licensePlate: plate }, { knownAt });
    expect([unaware.outcome, unaware.problem.code]).toEqual(['held', 'receiving.plate_changed']);
    const supervisor = await Device.signIn(app(), 'S-2001');
    const decided = await supervisor.do('exceptions.resolve', {
      ...{ exception: `command:${unaware.id}`, action: 'apply', reason: 'counted: five' },
    });
    expect(decided).toMatchObject({ outcome: 'applied' });
    expect(await stockOn(device, plate)).toMatchObject([{ onHand: 5 }]);
  });

  test('a plate that stayed as it was announced is taken, whatever else of the notice changed', async () => {
    const { device, plate, order, one, two, load } = await announced(twoItems);
    const knownAt = await published(app());
    const same = twoItems({ order, one, two, plate });
    const more = [...same, { licensePlate: `${plate}-n`, lines: [[order, 1, one, 1] as const] }];
    await new Erp(app()).sent(noticeMessage(load, more));
    await published(app());
    const scanned = await device.do('receiving.register', { licensePlate: plate }, { knownAt });
    expect(scanned.outcome).toBe('applied');
  });

  test('after some plates came only the others may change', async () => {
    const { device, plate, order, one, two, load } = await announced((names) => [
      ...twoItems(names),
      { licensePlate: `${names.plate}-b`, lines: [[names.order, 1, names.one, 2]] },
    ]);
    await device.do('receiving.register', { licensePlate: plate });
    const [came] = twoItems({ order, one, two, plate });
    const changed = (...plates: NoticePlate[]) => new Erp(app()).sent(noticeMessage(load, plates));
    const [other] = await changed({ licensePlate: plate, lines: [[order, 1, one, 9]] });
    expect(other).toMatchObject({
      status: 'failed',
      errors: [{ code: 'notice.plate_begun', pointer: '/notice/shipments/0/licensePlates/0/licensePlate' }],
    });
    const [omitted] = await changed({ licensePlate: `${plate}-b`, lines: [[order, 1, one, 3]] });
    expect(omitted).toMatchObject({
      status: 'failed',
      errors: [{ code: 'notice.plate_begun', pointer: '/notice/shipments' }],
    });
    const [fine] = await changed(came as NoticePlate, { licensePlate: `${plate}-b`, lines: [[order, 1, one, 3]] });
    expect(fine).toMatchObject({ status: 'accepted', errors: [] });
    const rest = await device.do('receiving.register', { licensePlate: `${plate}-b` });
    expect(rest.result.registrations).toMatchObject([{ quantity: 3 }]);
    const [cancelled] = await new Erp(app()).sent(cancelNotice(load));
    expect(cancelled.status).toBe('accepted');
    const completed = await device.do('receiving.complete', { load });
    expect(completed).toMatchObject({ outcome: 'applied', result: { documents: [{ version: 1 }] } });
  });

  test('a plate that holds goods already cannot be announced', async () => {
    const { device, plate, order, one } = await announced(twoItems);
    await device.do('receiving.register', { licensePlate: plate });
    const [failed] = await new Erp(app()).sent(
      noticeMessage(`X-${plate}`, [{ licensePlate: plate, lines: [[order, 1, one, 1]] }]),
    );
    expect(failed.errors).toMatchObject([{ code: 'notice.plate_in_use', params: { location: 'DOCK-01' } }]);
  });

  test('two devices that scan one plate at once register it once', async () => {
    const { plate, one } = await announced(twoItems);
    const devices = await Promise.all([1, 2, 3].map(() => Device.signIn(app(), 'W-1001')));
    const results = await Promise.all(
      devices.map((device) => device.do('receiving.register', { licensePlate: plate })),
    );
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused', 'refused']);
    expect(await stockOn(devices[0] as Device, plate)).toMatchObject([{ item: one, onHand: 6 }, { onHand: 3 }]);
  });

  test('neither an item nor a whole plate is a faulty body, with a pointer to each member', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const none = await device.do('receiving.register', { order: 'PO-1' });
    const half = await device.do('receiving.register', { licensePlate: 'LP-1', item: 'A' });
    const pointers = (result: { problem: { errors: { pointer: string; code: string }[] } }) =>
      result.problem.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(pointers(none)).toEqual([
      '/body/item request.missing',
      '/body/quantity request.missing',
      '/body/unit request.missing',
    ]);
    expect(pointers(half)).toEqual(['/body/quantity request.missing', '/body/unit request.missing']);
    const plateWithLot = await device.do('receiving.register', { licensePlate: 'LP-1', lot: 'L1' });
    expect(pointers(plateWithLot)).toEqual(['/body/lot request.unknown_property']);
  });

  test('and after all of it the books add up, and a plate that says something else is named', async () => {
    expect(await wrongIn(app())).toEqual([]);
    const raise = (by: number) =>
      app().services.store.write(async (trx) => {
        await trx.k
          .updateTable('expected_line')
          .set((eb) => ({ registered_base: eb('registered_base', '+', by) }))
          .where('license_plate', '=', 'LP-A1')
          .where('position', '=', 1)
          .execute();
      });
    await raise(1);
    expect(await wrongIn(app())).toMatchObject([{ row: 'ASN-A1, plate LP-A1 line 1' }]);
    await raise(-1);
  });
});
