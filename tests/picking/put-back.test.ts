import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('cancelled work whose goods were picked', (app) => {
  let office: Device;
  let floor: Device;
  let count = 0;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    floor = await Device.signIn(app(), 'W-1001');
  });

  /** Work for one order, of which so much was picked from one shelf and nothing from the other. */
  async function picking(picked: number) {
    count += 1;
    const order = `SO-BACK-${count}`;
    const items = [`BACK-${count}-A`, `BACK-${count}-B`] as const;
    const bay = String(count + 1).padStart(2, '0');
    const shelves = [`A-${bay}-03-1`, `A-${bay}-04-1`] as const;
    await new Erp(app()).sent(
      itemMessage(items[0]),
      itemMessage(items[1]),
      shipMessage(`b-${count}`, order, [
        [1, items[0], 6],
        [2, items[1], 3],
      ]),
    );
    for (const index of [0, 1] as const) {
      const there = { location: shelves[index], item: items[index], quantity: 9, unit: 'pcs', reason: 'found' };
      await applied(office, 'inventory.adjust', there);
    }
    const [{ work, shipment }] = (await applied(office, 'waves.release', { orders: [order] })).work;
    const wave = await waveOf(app(), work);
    await applied(floor, 'picking.claim', { work });
    const pick = { work, line: 1, location: shelves[0], item: items[0], unit: 'pcs' };
    if (picked > 0) await applied(floor, 'picking.pick', { ...pick, quantity: picked });
    return { order, items, shelves, work, shipment, wave, pick };
  }

  async function applied(device: Device, type: string, body: object) {
    const result = await device.do(type, body);
    expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
    return result.result;
  }

  const stockOf = async (item: string) => {
    const { items } = (await app().call('GET', `/api/device/stock?item=${item}`, { as: office.token })).body;
    return Object.fromEntries(
      (items as { location: string; onHand: number; reserved: number; available: number }[]).map((row) => [
        row.location,
        [row.onHand, row.reserved, row.available],
      ]),
    );
  };

  /** Work that brings goods back for which somebody works, as their handheld is told of it. */
  async function backWork(badge: string | null) {
    const { items } = (await app().call('GET', '/api/device/work?warehouse=EAST', { as: office.token })).body;
    const works = items as { work: string; type: string; claimedBy: string | null }[];
    const own = works.filter(({ type, claimedBy }) => type === 'put_back' && claimedBy === badge);
    return own.map(({ work }) => work).sort();
  }

  async function told(device: Device, work: string) {
    await published(app());
    const { body } = await app().call('GET', '/api/device/changes?after=0&warehouse=EAST&limit=1000', {
      as: device.token,
    });
    const things = body.changes ?? body.items;
    return things.filter((each: { kind: string; key: string }) => each.kind === 'pickWork' && each.key === work);
  }

  const lineOf = async (order: string) => (await new Erp(app()).order(order)).lines[0];

  test('the worker is sent back with what is in hand; there it can be picked again, and the promise ends once', async () => {
    const { order, items, shelves, work, shipment } = await picking(4);
    await applied(office, 'waves.cancel_work', { work, reason: 'no truck', putBack: true });
    expect(await lineOf(order)).toMatchObject({ releasedQuantity: 0, pickedQuantity: 0 });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [5, 0, 5], 'HANDS-W-1001': [4, 4, 0] });
    const [back] = await backWork('W-1001');
    const [last] = (await told(floor, back ?? '')).slice(-1);
    expect(JSON.stringify(last)).toContain(shelves[0]);
    const home = { work: back, line: 1, location: shelves[0] };
    expect(await applied(floor, 'picking.put_back', home)).toEqual({ work: back, status: 'closed' });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
    expect((await floor.do('picking.put_back', home)).problem.code).toBe('picking.work_closed');
    expect(
      (
        await floor.do('picking.pick', {
          work,
          line: 2,
          location: shelves[1],
          item: items[1],
          quantity: 1,
          unit: 'pcs',
        })
      ).outcome,
    ).toBe('held');
    expect(shipment).toMatch(/^SH-/);
    const [again] = (await applied(office, 'waves.release', { orders: [order] })).work;
    expect(again.lines).toMatchObject([{ quantity: 6 }, { quantity: 3 }]);
    await applied(office, 'waves.cancel_work', { work: again.work, reason: 'no truck' });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('another place takes a reason, as at put-away; a place where nothing is kept never does', async () => {
    const { items, work } = await picking(2);
    await applied(office, 'waves.cancel_work', { work, reason: 'no truck', putBack: true });
    const [back] = await backWork('W-1001');
    const put = (body: object) => floor.do('picking.put_back', { work: back, line: 1, ...body });
    expect((await put({ location: 'STAGE-01' })).problem.code).toBe('location.wrong_type');
    expect((await put({ location: 'NOWHERE' })).problem.code).toBe('location.unknown');
    expect((await put({ location: 'B-01-03-2' })).problem.code).toBe('putaway.override_reason_required');
    expect((await put({ location: 'B-01-03-2', overrideReason: 'because' })).problem.code).toBe(
      'putaway.reason_unknown',
    );
    expect((await put({ line: 2, location: 'B-01-03-2' })).problem.code).toBe('picking.line_unknown');
    expect((await put({ location: 'B-01-03-2', overrideReason: 'full' })).outcome).toBe('applied');
    expect(await stockOf(items[0])).toMatchObject({ 'B-01-03-2': [2, 0, 2] });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('what stands at staging already goes back too, by whoever takes that work', async () => {
    const { order, items, shelves, work, pick } = await picking(4);
    await applied(floor, 'picking.put', { work, location: 'STAGE-01' });
    await applied(floor, 'picking.pick', { ...pick, quantity: 2 });
    const refused = await office.do('waves.cancel_work', { work, reason: 'no truck' });
    expect(refused.problem.code).toBe('waves.work_put_down');
    await applied(office, 'waves.cancel_work', { work, reason: 'no truck', putBack: true });
    expect(await stockOf(items[0])).toEqual({
      [shelves[0]]: [3, 0, 3],
      'STAGE-01': [4, 4, 0],
      'HANDS-W-1001': [2, 2, 0],
    });
    const [inHand] = await backWork('W-1001');
    const [staged] = await backWork(null);
    expect((await applied(floor, 'picking.claim', { type: 'put_back' })).work).toMatchObject([{ work: inHand }]);
    await applied(floor, 'picking.put_back', { work: inHand, line: 1, location: shelves[0] });
    expect((await applied(floor, 'picking.claim', { type: 'put_back' })).work).toMatchObject([
      { work: staged, type: 'put_back', lines: [{ location: shelves[0], quantity: 4 }] },
    ]);
    await applied(floor, 'picking.put_back', { work: staged, line: 1, location: shelves[0] });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
    expect(await lineOf(order)).toMatchObject({ releasedQuantity: 0, pickedQuantity: 0 });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('before it is cancelled a supervisor is shown what is in whose hands', async () => {
    const { order, items, shelves, work, wave, shipment, pick } = await picking(4);
    await applied(floor, 'picking.put', { work, location: 'STAGE-01' });
    for (const quantity of [1, 1]) await applied(floor, 'picking.pick', { ...pick, quantity });
    const goods = { order, item: items[0], unit: 'pcs', carton: null };
    const shown = [
      { ...goods, quantity: 2, location: 'HANDS-W-1001', inHandOf: { badge: 'W-1001', name: 'Wanda Worker' } },
      { ...goods, quantity: 4, location: 'STAGE-01', inHandOf: null },
    ];
    const ask = (query: string, as = office) =>
      app().call('GET', `/api/device/picked-goods?warehouse=EAST${query}`, { as: as.token });
    for (const of of [`&work=${work}`, `&wave=${wave}`, `&shipment=${shipment}`]) {
      expect((await ask(of)).body.items).toMatchObject(shown);
    }
    expect((await ask('')).body.code).toBe('waves.nothing_named');
    expect((await ask(`&work=${work}`, floor)).status).toBe(403);
    expect((await office.do('waves.cancel_shipment', { shipment, reason: 'lost' })).problem.code).toBe(
      'waves.shipment_begun',
    );
    await applied(office, 'waves.cancel_shipment', { shipment, reason: 'lost', putBack: true });
    expect((await office.do('waves.cancel_shipment', { shipment, reason: 'lost' })).problem.code).toBe(
      'waves.shipment_over',
    );
    const [inHand] = await backWork('W-1001');
    await applied(floor, 'picking.put_back', { work: inHand, line: 1, location: shelves[0] });
    const [next] = (await applied(floor, 'picking.claim', {})).work;
    expect(next).toMatchObject({ type: 'put_back' });
    await applied(floor, 'picking.put_back', { work: next.work, line: 1, location: shelves[0] });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('goods in a carton are taken out of it first', async () => {
    const { work, shipment, items, shelves } = await picking(6);
    await applied(floor, 'picking.put', { work, location: 'PACK-01' });
    const { carton } = await applied(floor, 'packing.open_carton', { shipment, cartonType: 'BOX-M' });
    const packed = { carton, item: items[0], quantity: 6, unit: 'pcs' };
    await applied(floor, 'packing.pack', packed);
    const cancel = { work, reason: 'no truck', putBack: true };
    expect((await office.do('waves.cancel_work', cancel)).problem).toMatchObject({
      ...{ code: 'picking.goods_packed', params: { carton } },
    });
    await applied(floor, 'packing.unpack', packed);
    await applied(office, 'waves.cancel_work', cancel);
    const [staged] = await backWork(null);
    await applied(floor, 'picking.claim', { work: staged });
    await applied(floor, 'picking.put_back', { work: staged, line: 1, location: shelves[0] });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
  });

  test('picks that a handheld sends late are held: their goods are brought back as well', async () => {
    const { items, shelves, work, pick } = await picking(1);
    await published(app());
    const { body } = await app().call('GET', '/api/device/changes?after=0&warehouse=EAST&limit=1', { as: floor.token });
    const offline = [
      floor.command('picking.pick', { ...pick, quantity: 2 }, { knownAt: body.position ?? 1 }),
      floor.command('picking.put', { work, location: 'STAGE-01' }, { knownAt: body.position ?? 1 }),
    ];
    await applied(office, 'waves.cancel_work', { work, reason: 'no truck', putBack: true });
    const results = await floor.send(...offline);
    expect(
      results.map(({ outcome, problem }: { outcome: string; problem: { code: string } }) => [outcome, problem.code]),
    ).toEqual([
      ['held', 'picking.work_cancelled'],
      ['held', 'picking.work_cancelled'],
    ]);
    const [back] = await backWork('W-1001');
    await applied(floor, 'picking.put_back', { work: back, line: 1, location: shelves[0] });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('two supervisors who cancel at once send the goods back once', async () => {
    const { items, shelves, work } = await picking(3);
    const second = await Device.signIn(app(), 'S-2001');
    const cancel = { work, reason: 'no truck', putBack: true };
    const both = await Promise.all([office.do('waves.cancel_work', cancel), second.do('waves.cancel_work', cancel)]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused']);
    expect(both.find(({ outcome }) => outcome === 'refused').problem.code).toBe('picking.work_closed');
    const works = await backWork('W-1001');
    expect(works).toHaveLength(1);
    await applied(floor, 'picking.put_back', { work: works[0], line: 1, location: shelves[0] });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
  });

  test('who has them in hand does not sign off; vouched for, somebody else is given them', async () => {
    const { items, shelves, work } = await picking(3);
    await applied(office, 'waves.cancel_work', { work, reason: 'no truck', putBack: true });
    const signOff = (query = '', body?: object) =>
      app().call('DELETE', `/api/session${query}`, { as: floor.token, body });
    expect((await signOff()).body.code).toBe('session.goods_in_hand');
    expect((await signOff('?force=true', { badge: 'S-2001', pin: '2001' })).status).toBe(204);
    const [back] = await backWork('W-1001');
    expect((await office.do('picking.claim', { type: 'put_back' })).problem.code).toBe('picking.nothing_to_do');
    await applied(office, 'waves.assign_work', { work: back, badge: 'S-2001' });
    await applied(office, 'picking.put_back', { work: back, line: 1, location: shelves[0] });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
    floor = await Device.signIn(app(), 'W-1001');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('a wave is cancelled with all that was picked for it', async () => {
    const { items, shelves, wave, work } = await picking(2);
    expect((await office.do('waves.cancel', { wave })).problem).toMatchObject({
      code: 'waves.begun',
      params: { work },
    });
    await applied(office, 'waves.cancel', { wave, putBack: true, reason: 'storm' });
    const [back] = await backWork('W-1001');
    await applied(floor, 'picking.put_back', { work: back, line: 1, location: shelves[0] });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('an order’s line is cancelled with what was picked for it; the rest of the work goes on', async () => {
    const { order, items, shelves, work } = await picking(2);
    const close = { order, line: 1, reason: 'customer', putBack: true };
    await applied(office, 'orders.close_remainder', close);
    const [back] = await backWork('W-1001');
    await applied(floor, 'picking.put_back', { work: back, line: 1, location: shelves[0] });
    expect(await stockOf(items[0])).toEqual({ [shelves[0]]: [9, 0, 9] });
    const pick = { work, line: 2, location: shelves[1], item: items[1], quantity: 3, unit: 'pcs' };
    await applied(floor, 'picking.pick', pick);
    expect(await applied(floor, 'picking.put', { work, location: 'STAGE-01' })).toMatchObject({ status: 'closed' });
    expect((await new Erp(app()).order(order)).lines).toMatchObject([
      { cancelledQuantity: 6, pickedQuantity: 0 },
      { pickedQuantity: 3 },
    ]);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('a plate that was taken whole comes back whole, goods out of a tote without it', async () => {
    const order = 'SO-BACK-PLATE';
    await new Erp(app()).sent(itemMessage('BACK-PLATE'), shipMessage('b-plate', order, [[1, 'BACK-PLATE', 8]]));
    const at = 'B-02-03-2';
    const there = { location: at, item: 'BACK-PLATE', unit: 'pcs', reason: 'found' };
    await applied(office, 'inventory.adjust', { ...there, quantity: 5, licensePlate: 'BACK-P1' });
    await applied(office, 'inventory.adjust', { ...there, quantity: 9, licensePlate: 'BACK-P2' });
    const [{ work, lines }] = (await applied(office, 'waves.release', { orders: [order] })).work;
    await applied(floor, 'picking.claim', { work });
    for (const { line, quantity, licensePlate } of lines) {
      const pick = { work, line, location: at, item: 'BACK-PLATE', quantity, unit: 'pcs', licensePlate };
      const onto = licensePlate === 'BACK-P2' ? { toLicensePlate: 'BACK-TOTE' } : {};
      await applied(floor, 'picking.pick', { ...pick, ...onto });
    }
    await applied(office, 'waves.cancel_work', { work, reason: 'no truck', putBack: true });
    const [back] = await backWork('W-1001');
    for (const line of lines.keys()) {
      await applied(floor, 'picking.put_back', { work: back, line: line + 1, location: at });
    }
    const plates = await platesOf(app(), 'DEMO:BACK-PLATE');
    expect(plates).toEqual([
      ['BACK-P1', at, 5, 0],
      ['BACK-P2', at, 9, 0],
    ]);
    expect(await wrongIn(app())).toEqual([]);
  });
});

async function waveOf(app: TestApp, work: string): Promise<string> {
  const { k } = app.services.store.read;
  const row = await k.selectFrom('work').select('wave').where('id', '=', work).executeTakeFirstOrThrow();
  return row.wave ?? '';
}

async function platesOf(app: TestApp, item: string) {
  const rows = await app.services.store.read.k
    .selectFrom('balance')
    .select(['license_plate', 'location', 'quantity_base', 'reserved_base'])
    .where('item_key', '=', item)
    .where('quantity_base', '>', 0)
    .orderBy('license_plate')
    .execute();
  return rows.map((row) => [row.license_plate, row.location, Number(row.quantity_base), Number(row.reserved_base)]);
}
