import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelOrder, haveItems, haveOrders, haveSourceSystem } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('registering at the dock', (app) => {
  let number = 0;

  /** An order of its own for one test: ten pieces of an item of its own. */
  async function orderOf(line: object = {}, item: object = {}) {
    number += 1;
    const itemNumber = `R${number}`;
    const orderNumber = `PO-R${number}`;
    await haveItems(app(), [{ number: itemNumber, ...item }]);
    await haveOrders(app(), [{ orderNumber, lines: [{ lineNumber: 1, item: itemNumber, quantity: 10, ...line }] }]);
    return { order: orderNumber, line: 1, item: itemNumber, unit: 'pcs' };
  }

  async function stockOf(device: Device, query: string) {
    return (await app().call('GET', `/api/device/stock?${query}`, { as: device.token })).body.items;
  }

  test('goods stand at the dock on a plate of their own, and cannot be promised yet', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf();
    const { result } = await device.do('receiving.register', { ...body, quantity: 10 });
    expect(result.licensePlate).toMatch(/^\d{18}$/);
    expect(await stockOf(device, `item=${body.item}`)).toEqual([
      expect.objectContaining({
        location: 'DOCK-01',
        licensePlate: result.licensePlate,
        onHand: 10,
        reserved: 0,
        available: 0,
      }),
    ]);
  });

  test('the same command sent twice registers once, and is answered the same', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf();
    const command = device.command('receiving.register', { ...body, quantity: 10 });
    const [first] = await device.send(command);
    const [again] = await device.send(command);
    expect(again).toEqual({ ...first, repeated: true });
    expect(await stockOf(device, `item=${body.item}`)).toMatchObject([{ onHand: 10 }]);
  });

  test('an order of ten with ten percent takes six, then five on the next load, and not six', async () => {
    const device = await Device.signIn(app(), 'S-2001');
    const body = await orderOf({ over: 10, under: 10 });
    await device.do('receiving.register', { ...body, quantity: 6 });
    const refused = await device.do('receiving.complete', { order: body.order });
    expect(refused.problem).toMatchObject({
      code: 'receiving.differences',
      errors: [{ code: 'receiving.difference', params: { line: 1, expected: 10, registered: 6, unit: 'pcs' } }],
    });
    const completed = await device.do('receiving.complete', { order: body.order, acceptDifferences: true });
    expect(await receiptOf(completed)).toMatchObject({
      lines: [{ orderedQuantity: 10, receivedQuantity: 6, remainingQuantity: 4, details: [{ quantity: 6 }] }],
    });
    const tooMuch = await device.do('receiving.register', { ...body, quantity: 6 });
    expect(tooMuch).toMatchObject({
      outcome: 'refused',
      problem: { code: 'receiving.over_delivery', params: { limit: 11, registered: 6, fits: 5 } },
    });
    expect(await device.do('receiving.register', { ...body, quantity: 5 })).toMatchObject({ outcome: 'applied' });
    const second = await device.do('receiving.complete', { order: body.order, acceptDifferences: true });
    const next = await receiptOf(second);
    expect(next).toMatchObject({ version: 1, lines: [{ receivedQuantity: 5, remainingQuantity: 0 }] });
    expect(next.load).not.toBe((await receiptOf(completed)).load);
  });

  async function receiptOf(completed: { result: { documents: { documentNumber: string }[] } }) {
    const [document] = completed.result.documents;
    const href = `/api/erp/shipment-receipts/${document?.documentNumber}`;
    return (await app().call('GET', href, { as: 'demo-erp-key' })).body;
  }

  test('nine of ten are enough where ten percent may be missing: nothing remains and the order is closed', async () => {
    const device = await Device.signIn(app(), 'S-2001');
    const body = await orderOf({ under: 10 });
    await device.do('receiving.register', { ...body, quantity: 9 });
    const completed = await device.do('receiving.complete', { order: body.order, acceptDifferences: true });
    expect(await receiptOf(completed)).toMatchObject({ lines: [{ receivedQuantity: 9, remainingQuantity: 0 }] });
    const more = await device.do('receiving.register', { ...body, quantity: 1 });
    expect(more.problem.code).toBe('receiving.order_closed');
  });

  test('an item that is on three lines fills them in turn, and the receipt has a detail for each', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'SPLIT' }]);
    const lines = [1, 2, 3].map((lineNumber) => ({ lineNumber, item: 'SPLIT', quantity: 5 }));
    await haveOrders(app(), [{ orderNumber: 'PO-SPLIT', lines }]);
    const { result } = await device.do('receiving.register', {
      order: 'PO-SPLIT',
      item: 'SPLIT',
      quantity: 12,
      unit: 'pcs',
    });
    expect(result.registrations.map((each: { line: number; quantity: number }) => [each.line, each.quantity])).toEqual([
      [1, 5],
      [2, 5],
      [3, 2],
    ]);
    const completed = await device.do('receiving.complete', { order: 'PO-SPLIT', acceptDifferences: true });
    const receipt = await receiptOf(completed);
    expect(receipt.lines.map((each: { remainingQuantity: number }) => each.remainingQuantity)).toEqual([0, 0, 3]);
  });

  test('cases and pieces of one item add up on one plate', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf({ quantity: 30 }, { units: [{ unit: 'case', numerator: 12, denominator: 1 }] });
    const first = await device.do('receiving.register', { ...body, quantity: 2, unit: 'case' });
    const plate = { licensePlate: `command:${first.id}` };
    const second = await device.do('receiving.register', { ...body, ...plate, quantity: 6 });
    expect(second.result).toMatchObject({ licensePlate: first.result.licensePlate, work: first.result.work });
    expect(await stockOf(device, `licensePlate=${first.result.licensePlate}`)).toMatchObject([
      { onHand: 30, unit: 'pcs' },
    ]);
    const third = await device.do('receiving.register', { ...body, quantity: 1, unit: 'pallet' });
    expect(third.problem).toMatchObject({ code: 'item.unit_unknown', params: { units: 'pcs, case' } });
  });

  test('an item counted to the gram is exact', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf({ quantity: 0.3, unit: 'kg' }, { baseUnit: 'kg', decimals: 3 });
    await device.do('receiving.register', { ...body, unit: 'kg', quantity: 0.1 });
    await device.do('receiving.register', { ...body, unit: 'kg', quantity: 0.2 });
    const completed = await device.do('receiving.complete', { order: body.order });
    expect(await receiptOf(completed)).toMatchObject({ lines: [{ receivedQuantity: 0.3, remainingQuantity: 0 }] });
  });

  test('a lot is new once, and keeps the date it came with', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = { ...(await orderOf({}, { lot: true, expiry: true })), lot: 'L1', quantity: 1 };
    const results = [
      await device.do('receiving.register', body),
      await device.do('receiving.register', { ...body, expiryDate: '2027-11-30' }),
      await device.do('receiving.register', body),
      await device.do('receiving.register', { ...body, expiryDate: '2027-12-01' }),
    ];
    expect(results.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
      'receiving.expiry_required',
      'applied',
      'applied',
      'receiving.expiry_conflict',
    ]);
  });

  test('a serial number is in the building once', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = { ...(await orderOf({}, { serial: true })), quantity: 2 };
    const first = await device.do('receiving.register', { ...body, serials: ['S1', 'S2'] });
    expect(first.result.registrations).toHaveLength(2);
    const again = await device.do('receiving.register', { ...body, serials: ['S2', 'S3'] });
    expect(again.problem).toMatchObject({ code: 'receiving.serial_in_stock', params: { serial: 'S2' } });
    expect(await stockOf(device, `item=${body.item}`)).toMatchObject([
      { serial: 'S1', onHand: 1 },
      { serial: 'S2', onHand: 1 },
    ]);
  });

  test('goods without a plate wait as one work for their item', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf();
    const first = await device.do('receiving.register', { ...body, licensePlate: null, quantity: 4 });
    const second = await device.do('receiving.register', { ...body, licensePlate: null, quantity: 3 });
    expect([first.result.licensePlate, second.result.work]).toEqual([null, first.result.work]);
    expect(await stockOf(device, `item=${body.item}`)).toMatchObject([{ licensePlate: null, onHand: 7 }]);
  });

  test('null for what is left out is as good as leaving it out, but no plate is no plate', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = { ...(await orderOf()), quantity: 1, lot: null, expiryDate: null, serials: null, location: null };
    const [onNew] = await device.send({ ...device.command('receiving.register', body), session: null });
    expect(onNew.result.licensePlate).toMatch(/^\d{18}$/);
    const noneOfThem = await device.do('receiving.register', { ...body, serials: [] });
    expect(noneOfThem).toMatchObject({ outcome: 'applied' });
    const loose = await device.do('receiving.register', { ...body, licensePlate: null });
    expect(loose.result.licensePlate).toBeNull();
    const { problem } = await device.do('receiving.register', { ...body, quantity: null });
    expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/body/quantity');
  });

  test('more for a plate is registered where it stands, also when no dock is named', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = { ...(await orderOf()), quantity: 1, licensePlate: 'LP-DOCK-2' };
    await device.do('receiving.register', { ...body, location: 'DOCK-02' });
    expect((await device.do('receiving.register', body)).outcome).toBe('applied');
    expect(await stockOf(device, 'licensePlate=LP-DOCK-2')).toMatchObject([{ location: 'DOCK-02', onHand: 2 }]);
    await device.do('putaway.put', { licensePlate: 'LP-DOCK-2', to: 'A-01-04-1', overrideReason: 'other' });
    expect((await device.do('receiving.register', body)).problem.code).toBe('receiving.plate_put_away');
  });

  test('two source systems with the same order number are told apart', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await haveSourceSystem(app(), 'TWIN');
    for (const sourceSystem of ['DEMO', 'TWIN']) {
      await haveItems(app(), [{ number: 'BOTH' }], sourceSystem);
      const lines = [{ lineNumber: 1, item: 'BOTH', quantity: 10 }];
      await haveOrders(app(), [{ orderNumber: 'PO-BOTH', sourceSystem, lines }]);
    }
    const body = { order: 'PO-BOTH', line: 1, item: 'BOTH', quantity: 1, unit: 'pcs' };
    const unclear = await device.do('receiving.register', body);
    expect(unclear.problem).toMatchObject({
      code: 'receiving.order_ambiguous',
      params: { sourceSystems: 'DEMO, TWIN' },
    });
    const clear = await device.do('receiving.register', { ...body, sourceSystem: 'TWIN' });
    expect(clear.outcome).toBe('applied');
    expect(await stockOf(device, 'item=BOTH')).toMatchObject([{ sourceSystem: 'TWIN', owner: 'TWIN', onHand: 1 }]);
  });

  test('an order that the ERP cancelled behind the device’s back keeps the goods for a decision', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const body = await orderOf();
    const knownAt = await published(app());
    await cancelOrder(app(), body.order);
    await published(app());
    const unaware = await device.do('receiving.register', { ...body, quantity: 1 }, { knownAt });
    expect([unaware.outcome, unaware.problem.code]).toEqual(['held', 'receiving.order_closed']);
    const aware = await device.do('receiving.register', { ...body, quantity: 1 });
    expect([aware.outcome, aware.problem.code]).toEqual(['refused', 'receiving.order_closed']);
  });

  test.each([
    ['with less of it', 4, { quantity: 10 }, 'held', 'receiving.over_delivery'],
    ['with less of it, and it was too much before', 4, { quantity: 11 }, 'refused', 'receiving.over_delivery'],
    ['without its line', null, { quantity: 10 }, 'held', 'receiving.line_unknown'],
    ['without its item', null, { quantity: 10, line: undefined }, 'held', 'receiving.item_not_on_order'],
  ])('goods of an order that the ERP sent again behind the device’s back %s', async (_, now, sent, outcome, code) => {
    const device = await Device.signIn(app(), 'W-1001');
    const { line, ...goods } = await orderOf();
    const body = { ...goods, line, ...sent };
    const other = `${body.item}-OTHER`;
    await haveItems(app(), [{ number: other }]);
    const knownAt = await published(app());
    const left = now === null ? [] : [{ lineNumber: 1, item: body.item, quantity: now }];
    await haveOrders(app(), [
      { orderNumber: body.order, lines: [...left, { lineNumber: 2, item: other, quantity: 1 }] },
    ]);
    const newest = await published(app());
    const unaware = await device.do('receiving.register', body, { knownAt });
    expect([unaware.outcome, unaware.problem.code]).toEqual([outcome, code]);
    const aware = await device.do('receiving.register', body, { knownAt: newest });
    expect([aware.outcome, aware.problem.code]).toEqual(['refused', code]);
  });

  test('two devices cannot together register more than the order allows', async () => {
    const devices = await Promise.all(['1', '2', '3', '4'].map(() => Device.signIn(app(), 'W-1001')));
    const body = await orderOf();
    const results = await Promise.all(
      devices.flatMap((device) =>
        [1, 2].map(() => device.send(device.unordered('receiving.register', { ...body, quantity: 3 }))),
      ),
    );
    const applied = results.flat().filter((result) => result.outcome === 'applied');
    expect(applied).toHaveLength(3);
    expect(
      await app()
        .services.store.read.k.selectFrom('inbound_load')
        .selectAll()
        .where('status', '=', 'open')
        .where('load_number', 'in', (sub) =>
          sub.selectFrom('inbound_shipment').select('load_number').where('order_key', '=', `DEMO:${body.order}`),
        )
        .execute(),
    ).toHaveLength(1);
  });

  test('the same new plate scanned on two devices at once is one plate', async () => {
    const devices = await Promise.all([Device.signIn(app(), 'W-1001'), Device.signIn(app(), 'W-1001')]);
    const body = await orderOf();
    const results = await Promise.all(
      devices.map((device) => device.do('receiving.register', { ...body, quantity: 2, licensePlate: `LP-${number}` })),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(await stockOf(devices[0] as Device, `licensePlate=LP-${number}`)).toMatchObject([{ onHand: 4 }]);
  });
});
