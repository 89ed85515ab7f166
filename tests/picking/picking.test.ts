import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('picking', (app) => {
  let orders = 0;

  async function released(
    quantity: number,
    options: { item?: object; line?: object; stock?: number; badge?: string } = {},
  ) {
    orders += 1;
    const item = `PK-${orders}`;
    const order = `SO-PK-${orders}`;
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), options.badge ?? 'W-1001');
    const erp = new Erp(app());
    await erp.sent(
      itemMessage(item, options.item),
      shipMessage(`m-${item}`, order, [[1, item, quantity, options.line ?? {}]]),
    );
    await haveStock(office, item, options.stock ?? quantity);
    const { result } = await office.do('waves.release', { orders: [order] });
    const [work] = result.work;
    const stop = { work: work.work, line: 1, location: 'A-01-02-1', item, quantity, unit: 'pcs' };
    return { office, floor, erp, work, stop, item, order };
  }

  async function haveStock(device: Device, item: string, quantity: number, more: object = {}): Promise<void> {
    const found = { location: 'A-01-02-1', item, quantity, unit: 'pcs', reason: 'found', ...more };
    const result = await device.do('inventory.adjust', found);
    expect([result.outcome, result.problem]).toEqual(['applied', null]);
  }

  async function said(device: Device, type: string, body: object) {
    const { outcome, problem } = await device.do(type, body);
    return problem ? `${outcome} ${problem.code}` : outcome;
  }

  test.each([
    ['at another place', { location: 'A-01-03-1' }, 'refused picking.wrong_location'],
    ['another item', { item: 'NOPE' }, 'refused picking.wrong_item'],
    ['more than the line', { quantity: 6 }, 'refused picking.too_much'],
    ['nothing', { quantity: 0 }, 'refused quantity.not_positive'],
    ['in a unit it is not counted in', { unit: 'barrel' }, 'refused item.unit_unknown'],
    ['a line that is not there', { line: 9 }, 'refused picking.line_unknown'],
    ['work that is not there', { work: 'WK-?' }, 'refused picking.work_unknown'],
    ['of a lot, though the item has none', { lot: 'L-1' }, 'refused picking.lot_not_tracked'],
    ['from a plate that is not there', { licensePlate: 'LP-?' }, 'refused picking.wrong_plate'],
    ['as it was asked for', {}, 'applied'],
  ])('taken %s: %s', async (_, change, outcome) => {
    const { floor, stop } = await released(5);
    expect(await said(floor, 'picking.pick', { ...stop, ...change })).toBe(outcome);
  });

  test('a line that is picked is done, and so is work that was put down', async () => {
    const { floor, stop } = await released(5);
    await floor.do('picking.pick', stop);
    expect(await said(floor, 'picking.pick', { ...stop, quantity: 1 })).toBe('refused picking.line_done');
    expect(await said(floor, 'picking.put', { work: stop.work, location: 'A-01-03-1' })).toBe(
      'refused picking.wrong_put_place',
    );
    expect(await said(floor, 'picking.put', { work: stop.work, location: 'STAGE-01' })).toBe('applied');
    expect(await said(floor, 'picking.put', { work: stop.work, location: 'STAGE-01' })).toBe(
      'refused picking.work_closed',
    );
  });

  test('work that was begun and given back says of each line what is left of it', async () => {
    const { floor, stop } = await released(5);
    const { work } = stop;
    await floor.do('picking.pick', { ...stop, quantity: 3 });
    await floor.do('picking.put', { work, location: 'STAGE-01' });
    await floor.do('picking.release_claim', { work });
    const { result } = await floor.do('picking.claim', { work });
    expect(result.work).toMatchObject([{ work, lines: [{ line: 1, quantity: 2, unit: 'pcs', status: 'open' }] }]);
    expect(await said(floor, 'picking.pick', { ...stop, quantity: 2 })).toBe('applied');
  });

  test('two workers on one line: one has it, the other is told who', async () => {
    const { office, floor, stop } = await released(5);
    await floor.do('picking.claim', { work: stop.work });
    expect(await said(office, 'picking.claim', { work: stop.work })).toBe('refused picking.work_claimed');
    expect(await said(office, 'picking.pick', stop)).toBe('refused picking.not_yours');
    expect(await said(office, 'picking.claim', { work: stop.work, takeOver: true })).toBe('applied');
    expect(await said(floor, 'picking.pick', stop)).toBe('refused picking.not_yours');
  });

  test('work is given back only with empty hands', async () => {
    const { office, floor, stop } = await released(5);
    await floor.do('picking.pick', { ...stop, quantity: 2 });
    expect(await said(floor, 'picking.release_claim', { work: stop.work })).toBe('refused picking.goods_in_hand');
    await floor.do('picking.put', { work: stop.work, location: 'STAGE-01' });
    expect(await said(floor, 'picking.release_claim', { work: stop.work })).toBe('applied');
    expect(await said(office, 'picking.pick', { ...stop, quantity: 3 })).toBe('applied');
  });

  test('the ERP cancels while a worker is on the way: the pick is kept for a supervisor and nothing is posted', async () => {
    const { floor, erp, stop, order } = await released(5);
    await floor.do('picking.claim', { work: stop.work });
    const [message] = await erp.sent(cancelShipMessage(`c-${order}`, order));
    expect(message.status).toBe('accepted');
    expect(await said(floor, 'picking.pick', stop)).toBe('held picking.work_cancelled');
    const stock = (await app().call('GET', `/api/device/stock?item=${stop.item}`, { as: floor.token })).body;
    expect(JSON.stringify(stock)).toContain('A-01-02-1');
    expect(JSON.stringify(stock)).toContain('"reserved":0');
  });

  test('a tote is one shipment’s: what is in it stands at one place and leaves together', async () => {
    const [one, other] = [await released(5), await released(5)];
    const { floor } = one;
    const [tote, second] = [`${one.item}-TOTE`, `${one.item}-TOTE-2`];
    expect(await said(floor, 'picking.pick', { ...one.stop, quantity: 3, toLicensePlate: tote })).toBe('applied');
    const into = await floor.do('picking.pick', { ...other.stop, toLicensePlate: tote });
    expect([into.problem?.code, into.problem?.params]).toEqual([
      'picking.tote_taken',
      { licensePlate: tote, shipment: one.work.shipment },
    ]);
    expect(await said(floor, 'picking.pick', { ...other.stop, toLicensePlate: second })).toBe('applied');
    const full = { work: one.work.work, location: 'STAGE-01', licensePlate: tote };
    expect(await said(floor, 'picking.put', full)).toBe('applied');
    const rest = { ...one.stop, quantity: 2 };
    expect(await said(floor, 'picking.pick', { ...rest, toLicensePlate: tote })).toBe(
      'refused picking.plate_elsewhere',
    );
    expect(await said(floor, 'picking.pick', rest)).toBe('applied');
    expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('a pick is undone while the goods are in hand, and can be made again', async () => {
    const { floor, stop } = await released(5);
    const wrong = floor.command('picking.pick', { ...stop, quantity: 4 });
    await floor.send(wrong);
    expect(await said(floor, 'picking.undo', { pick: `command:${wrong.id}` })).toBe('applied');
    expect(await said(floor, 'picking.undo', { pick: `command:${wrong.id}` })).toBe('refused picking.pick_unknown');
    const right = floor.command('picking.pick', stop);
    expect((await floor.send(right))[0].outcome).toBe('applied');
    await floor.do('picking.put', { work: stop.work, location: 'STAGE-01' });
    expect(await said(floor, 'picking.undo', { pick: `command:${right.id}` })).toBe('refused picking.work_closed');
  });

  test('goods that were promised in parts go back part by part', async () => {
    const { floor, stop, item } = await released(5);
    for (const quantity of [2, 5]) {
      const pick = floor.command('picking.pick', { ...stop, quantity });
      expect((await floor.send(pick))[0].outcome).toBe('applied');
      expect(await said(floor, 'picking.undo', { pick: `command:${pick.id}` })).toBe('applied');
    }
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: floor.token });
    expect(body.items).toMatchObject([{ location: 'A-01-02-1', onHand: 5, reserved: 5 }]);
    const faults = (await verified(app())).flatMap((finding) => finding.faults);
    expect(faults.filter((fault) => JSON.stringify(fault).includes(item))).toEqual([]);
    expect(await said(floor, 'picking.pick', stop)).toBe('applied');
  });

  test('a line that is skipped is still to be done', async () => {
    const { floor, stop } = await released(5);
    expect(await said(floor, 'picking.skip', { work: stop.work, line: 1, reason: 'aisle blocked' })).toBe('applied');
    expect(await said(floor, 'picking.pick', stop)).toBe('applied');
  });

  test('a cluster: the most urgent works, each with its place on the trolley, and no other place will do', async () => {
    const first = await released(2);
    const second = await released(2);
    const { floor } = first;
    const { result } = await floor.do('picking.claim', { positions: 40 });
    const works = result.work.map(({ work }: { work: string }) => work);
    expect(works).toContain(second.stop.work);
    const position = String(works.indexOf(second.stop.work) + 1);
    expect(await said(floor, 'picking.pick', { ...second.stop, position: '99' })).toBe(
      'refused picking.wrong_position',
    );
    expect(await said(floor, 'picking.pick', { ...second.stop, position })).toBe('applied');
  });

  test('a trolley whose places have names: each order is told the place that is its own', async () => {
    const { floor } = await released(2);
    await released(2);
    const { result } = await floor.do('picking.claim', { positions: ['RED', 'BLUE', 'RED'] });
    const [first, second, ...more] = result.work;
    expect([first.position, second.position, more]).toEqual(['RED', 'BLUE', []]);
    const [{ line, location, item, quantity, unit }] = second.lines;
    const stop = { work: second.work, line, location, item, quantity, unit };
    expect(await said(floor, 'picking.pick', { ...stop, position: 'RED' })).toBe('refused picking.wrong_position');
    expect(await said(floor, 'picking.pick', { ...stop, position: 'BLUE' })).toBe('applied');
  });

  test('lots: another one is as good unless the order asked for a certain one', async () => {
    const tracked = { tracking: { lot: true, serial: false, expiry: false } };
    const office = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('PK-LOT', tracked));
    await haveStock(office, 'PK-LOT', 5, { lot: 'L1' });
    await haveStock(office, 'PK-LOT', 5, { lot: 'L2' });
    await erp.sent(
      shipMessage('m-l1', 'SO-L1', [[1, 'PK-LOT', 2]]),
      shipMessage('m-l2', 'SO-L2', [[1, 'PK-LOT', 2, { lot: 'L1' }]]),
    );
    const stops = [];
    for (const order of ['SO-L1', 'SO-L2']) {
      const [{ work }] = (await office.do('waves.release', { orders: [order] })).result.work;
      stops.push({ work, line: 1, location: 'A-01-02-1', item: 'PK-LOT', quantity: 2, unit: 'pcs' });
    }
    expect(await said(office, 'picking.pick', { ...stops[0], lot: 'L2' })).toBe('applied');
    expect(await said(office, 'picking.pick', { ...stops[1], lot: 'L2' })).toBe('refused picking.wrong_lot');
    expect(await said(office, 'picking.pick', { ...stops[1], lot: 'L1' })).toBe('applied');
  });

  test('serial numbers: each piece once, any of those that are free', async () => {
    const tracked = { tracking: { lot: false, serial: true, expiry: false } };
    const office = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('PK-SER', tracked), shipMessage('m-s', 'SO-S', [[1, 'PK-SER', 2]]));
    await haveStock(office, 'PK-SER', 4, { serials: ['S1', 'S2', 'S3', 'S4'] });
    const [{ work }] = (await office.do('waves.release', { orders: ['SO-S'] })).result.work;
    const stop = { work, line: 1, location: 'A-01-02-1', item: 'PK-SER', quantity: 2, unit: 'pcs' };
    expect(await said(office, 'picking.pick', stop)).toBe('refused picking.serials_required');
    expect(await said(office, 'picking.pick', { ...stop, serials: ['S1'] })).toBe('refused picking.serial_count');
    expect(await said(office, 'picking.pick', { ...stop, serials: ['S1', 'S9'] })).toBe(
      'refused picking.serial_missing',
    );
    expect(await said(office, 'picking.pick', { ...stop, serials: ['S1', 'S4'] })).toBe('applied');
  });

  test('a substitute that the order takes counts for its line, and the slip says so; a dearer one needs a second person', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), 'W-1001');
    const erp = new Erp(app());
    await erp.sent(
      itemMessage('PK-A', { unitCost: 1 }),
      itemMessage('PK-B', { unitCost: 1 }),
      itemMessage('PK-C', { unitCost: 2 }),
      shipMessage('m-sub', 'SO-SUB', [[1, 'PK-A', 3, { substitutes: ['PK-B', 'PK-C'] }]]),
    );
    for (const item of ['PK-A', 'PK-B', 'PK-C']) await haveStock(office, item, 3);
    const [{ work, shipment }] = (await office.do('waves.release', { orders: ['SO-SUB'] })).result.work;
    const stop = { work, line: 1, location: 'A-01-02-1', quantity: 1, unit: 'pcs' };
    expect(await said(floor, 'picking.substitute', { ...stop, item: 'PK-1' })).toBe('refused picking.not_a_substitute');
    expect(await said(floor, 'picking.substitute', { ...stop, item: 'PK-B' })).toBe('applied');
    const dear = await floor.do('picking.substitute', { ...stop, item: 'PK-C' });
    expect(dear.result).toEqual({ approval: dear.id });
    const agreed = await office.do('exceptions.resolve', {
      exception: dear.id,
      action: 'approve',
      reason: 'customer agreed',
    });
    expect([agreed.outcome, agreed.problem]).toEqual(['applied', null]);
    expect(await said(floor, 'picking.pick', { ...stop, item: 'PK-A' })).toBe('applied');
    expect(await said(floor, 'picking.put', { work, location: 'STAGE-01' })).toBe('applied');
    const confirmed = await office.do('shipping.confirm', { shipment });
    const { documentNumber } = confirmed.result.documents[0];
    const slip = (await app().call('GET', `/api/erp/packing-slips/${documentNumber}`, { as: 'demo-erp-key' })).body;
    expect(slip.lines).toMatchObject([
      {
        item: 'PK-A',
        shippedQuantity: 3,
        substitutes: [
          { item: 'PK-B', quantity: 1, unit: 'pcs' },
          { item: 'PK-C', quantity: 1, unit: 'pcs' },
        ],
      },
    ]);
  });
});
