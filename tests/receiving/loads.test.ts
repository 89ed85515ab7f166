import { afterEach, describe, expect, test } from 'vitest';
import { type CreateLoadBody, type CreateLoadFacts, decideCreateLoad } from '#shared/receiving/create-load.ts';
import { decideSetOverDelivery, type SetOverDeliveryFacts } from '#shared/receiving/set-over-delivery.ts';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { noticeMessage } from '../support/notices.ts';
import { cancelOrder, haveItems, haveOrders } from '../support/orders.ts';
import { commandWith, line, order, rye } from '../support/receiving-facts.ts';
import { decideFor } from '../support/settings.ts';

const loadable = { ...line, stockItem: rye, onOtherLoadsBase: 0 };

describe('a load is not made, first things first', () => {
  const facts: CreateLoadFacts = { orders: [order], lines: [loadable], isNameTaken: false };
  const part = (more: object = {}) => ({ lines: [{ order: 'PO-1', line: 1, quantity: 4, unit: 'pcs', ...more }] });
  test.each<[string, CreateLoadBody, Partial<CreateLoadFacts>, string]>([
    ['of an unknown order', part(), { orders: [], lines: [] }, 'receiving.order_unknown'],
    [
      'of a number that two have',
      part(),
      { orders: [order, { ...order, sourceSystem: 'B' }] },
      'receiving.order_ambiguous',
    ],
    ['of an order elsewhere', part(), { orders: [{ ...order, warehouse: 'WEST' }] }, 'receiving.wrong_warehouse'],
    ['of an order that is done', part(), { orders: [{ ...order, status: 'received' }] }, 'receiving.order_closed'],
    [
      'of several systems',
      { orders: ['PO-1', 'PO-2'] },
      { orders: [order, { ...order, key: 'B:PO-2', number: 'PO-2', sourceSystem: 'B' }], lines: [] },
      'receiving.load_sources_differ',
    ],
    ['of an unknown line', part({ line: 9 }), {}, 'receiving.line_unknown'],
    ['of a line twice', { lines: [...part().lines, ...part().lines] }, {}, 'receiving.load_line_repeated'],
    ['of a line that is done', part(), { lines: [{ ...loadable, status: 'received' }] }, 'receiving.line_closed'],
    ['in an unknown unit', part({ unit: 'barrel' }), {}, 'item.unit_unknown'],
    ['of nothing', part({ quantity: 0 }), {}, 'quantity.not_positive'],
    ['of half a piece', part({ quantity: 0.5 }), {}, 'quantity.too_precise'],
    ['of more than the order takes', part({ quantity: 12 }), {}, 'receiving.load_exceeds_order'],
    [
      'of more than other loads leave',
      part({ quantity: 4 }),
      { lines: [{ ...loadable, onOtherLoadsBase: 8 }] },
      'receiving.load_exceeds_order',
    ],
    [
      'when nothing is left',
      { orders: ['PO-1'] },
      { lines: [{ ...loadable, onOtherLoadsBase: 10 }] },
      'receiving.load_empty',
    ],
    ['when nothing is named', {}, { orders: [], lines: [] }, 'receiving.load_empty'],
    ['under a name that is taken', { ...part(), load: 'L' }, { isNameTaken: true }, 'receiving.load_taken'],
  ])('%s', (_, body, changes, code) => {
    const decision = decideCreateLoad(commandWith('receiving.create_load', body), { ...facts, ...changes });
    expect(decision).toMatchObject({ outcome: 'refused', problem: { code } });
  });
});

describe('the over-delivery of a load', () => {
  const load = { number: 'L', warehouse: 'EAST', status: 'open', isPlanned: true, orders: ['DEMO:PO-1'] };
  const onLoad = { expectedBase: 40, overPercent: 5, registeredBase: 0 };
  const hundred = { ...line, orderedBase: 100, overPercent: 5, registeredBase: 60, stockItem: rye, onLoad };
  const facts: SetOverDeliveryFacts = { load, orders: [order], line: hundred };
  const body = { load: 'L', order: 'PO-1', line: 1, percent: 12.5, reason: 'the rest came on this truck' };
  const judge = (changes: Partial<SetOverDeliveryFacts>, more: object = {}) =>
    decideSetOverDelivery(commandWith('receiving.set_over_delivery', { ...body, ...more }), { ...facts, ...changes });

  test.each<[string, Partial<SetOverDeliveryFacts>, object, string]>([
    ['an unknown load', { load: null }, {}, 'receiving.load_unknown'],
    ['a load elsewhere', { load: { ...load, warehouse: 'WEST' } }, {}, 'receiving.load_unknown'],
    ['a completed load', { load: { ...load, status: 'received' } }, {}, 'receiving.load_completed'],
    ['an unknown order', { orders: [] }, {}, 'receiving.order_unknown'],
    ['two orders of the number', { orders: [order, order] }, {}, 'receiving.order_ambiguous'],
    ['an order that is not on it', { load: { ...load, orders: [] } }, {}, 'receiving.order_not_on_load'],
    ['an unknown line', { line: null }, {}, 'receiving.line_unknown'],
    ['a line that is not on it', { line: { ...hundred, onLoad: null } }, {}, 'receiving.line_not_on_load'],
    ['more than the order takes', {}, { percent: 15 }, 'receiving.order_cap_exceeded'],
  ])('is not set for %s', (_, changes, more, code) => {
    expect(judge(changes, more)).toMatchObject({ outcome: 'refused', problem: { code } });
  });

  test('may go up to what the order leaves', () => {
    expect(judge({})).toMatchObject({ outcome: 'applied', result: { percent: 12.5, limit: 45, unit: 'pcs' } });
  });
});

onBothDatabases('loads', (app) => {
  let number = 0;
  afterEach(() => decideFor(app(), {}));

  async function ordered(quantity = 10, more: object = {}) {
    number += 1;
    const item = `L${number}`;
    const orderNumber = `PO-L${number}`;
    await haveItems(app(), [{ number: item }]);
    await haveOrders(app(), [{ orderNumber, lines: [{ lineNumber: 1, item, quantity, ...more }] }]);
    const supervisor = await Device.signIn(app(), 'S-2001');
    const worker = await Device.signIn(app(), 'W-1001');
    return { orderNumber, item, supervisor, worker, goods: { item, unit: 'pcs' } };
  }

  function openLoads(orderNumber: string) {
    return app()
      .services.store.read.k.selectFrom('inbound_shipment as s')
      .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
      .leftJoin('inbound_load_line as n', (join) =>
        join.onRef('n.load_number', '=', 's.load_number').onRef('n.order_key', '=', 's.order_key'),
      )
      .select(['d.load_number', 'd.made_by', 'n.expected_base', 'n.registered_base', 'n.over_percent'])
      .where('s.order_key', '=', `DEMO:${orderNumber}`)
      .where('d.status', '=', 'open')
      .execute();
  }

  test('a person makes a load of what an order still lacks, and it is received by load and item', async () => {
    const { orderNumber, supervisor, worker, goods } = await ordered();
    const { result } = await supervisor.do('receiving.create_load', { load: `TRUCK-${number}`, orders: [orderNumber] });
    expect(result).toEqual({
      load: `TRUCK-${number}`,
      lines: [{ order: orderNumber, line: 1, quantity: 10, unit: 'pcs' }],
    });
    const registered = await worker.do('receiving.register', { ...goods, load: result.load, quantity: 10 });
    expect(registered.result.registrations).toMatchObject([{ order: orderNumber, line: 1, quantity: 10 }]);
    const completed = await worker.do('receiving.complete', { load: result.load });
    expect(completed).toMatchObject({ outcome: 'applied', result: { documents: [{ version: 1 }] } });
  });

  test('a worker may neither make a load nor raise what one may bring', async () => {
    const { orderNumber, worker } = await ordered();
    const made = await worker.do('receiving.create_load', { orders: [orderNumber] });
    const raised = await worker.do('receiving.set_over_delivery', {
      ...{ load: 'LD-1', order: orderNumber, line: 1, percent: 50, reason: 'more came' },
    });
    expect([made.problem.code, raised.problem.code]).toEqual(['auth.permit_missing', 'auth.permit_missing']);
  });

  test('an order on two loads is received by load, and each load gets what it is to bring', async () => {
    const { orderNumber, supervisor, worker, goods } = await ordered(100);
    const loads = [];
    for (const quantity of [60, 40]) {
      const lines = [{ order: orderNumber, line: 1, quantity, unit: 'pcs' }];
      loads.push((await supervisor.do('receiving.create_load', { lines })).result.load);
    }
    const unclear = await worker.do('receiving.register', { ...goods, order: orderNumber, quantity: 1 });
    expect(unclear.problem).toMatchObject({ code: 'receiving.load_ambiguous', params: { loads: loads.join(', ') } });
    await worker.do('receiving.register', { ...goods, load: loads[1], quantity: 40 });
    expect(await openLoads(orderNumber)).toMatchObject([
      { load_number: loads[0], expected_base: 60, registered_base: 0 },
      { load_number: loads[1], expected_base: 40, registered_base: 40 },
    ]);
  });

  test('where loads are wanted beforehand, goods without one are refused until somebody makes it', async () => {
    const { orderNumber, supervisor, worker, goods } = await ordered();
    await decideFor(app(), { inboundLoadCreation: 'by-hand' });
    const body = { ...goods, order: orderNumber, quantity: 10 };
    expect((await worker.do('receiving.register', body)).problem.code).toBe('receiving.load_required');
    await supervisor.do('receiving.create_load', { orders: [orderNumber] });
    expect((await worker.do('receiving.register', body)).outcome).toBe('applied');
  });

  test('where loads are made with the message, an order has one at once, which follows it and goes with it', async () => {
    await decideFor(app(), { inboundLoadCreation: 'at-message' });
    const { orderNumber, item } = await ordered(10, { over: 5 });
    expect(await openLoads(orderNumber)).toMatchObject([{ made_by: 'message', expected_base: 10, over_percent: '5' }]);
    await haveOrders(app(), [{ orderNumber, lines: [{ lineNumber: 1, item, quantity: 25, over: 20 }] }]);
    expect(await openLoads(orderNumber)).toMatchObject([{ expected_base: 25, over_percent: '20' }]);
    await cancelOrder(app(), orderNumber);
    expect(await openLoads(orderNumber)).toEqual([]);
  });

  test('goods of a load whose orders were cancelled are refused with just that, and so once the load is closed', async () => {
    const { orderNumber, item, worker, goods } = await ordered();
    const load = `ASN-${orderNumber}`;
    await new Erp(app()).sent(
      noticeMessage(load, [{ licensePlate: `LP-${orderNumber}`, lines: [[orderNumber, 1, item, 5]] }]),
    );
    await cancelOrder(app(), orderNumber);
    const refusal = async () => (await worker.do('receiving.register', { ...goods, load, quantity: 5 })).problem.code;
    expect(await refusal()).toBe('receiving.load_brings_nothing');
    await worker.do('receiving.complete', { load, acceptDifferences: true });
    expect(await refusal()).toBe('receiving.load_completed');
  });

  test('the load that was made with the message gives way to others, and brings the rest', async () => {
    await decideFor(app(), { inboundLoadCreation: 'at-message' });
    const { orderNumber, item, supervisor } = await ordered(10);
    const expected = async () =>
      (await openLoads(orderNumber)).map((load) => [load.made_by, load.expected_base]).sort();
    const part = [{ order: orderNumber, line: 1, quantity: 4, unit: 'pcs' }];
    await supervisor.do('receiving.create_load', { lines: part });
    expect(await expected()).toEqual([
      ['hand', 4],
      ['message', 6],
    ]);
    const erp = new Erp(app());
    const notice = (quantity: number) =>
      noticeMessage(`ASN-L${number}`, [{ licensePlate: `LP-L${number}`, lines: [[orderNumber, 1, item, quantity]] }]);
    await erp.sent(notice(6));
    expect(await expected()).toEqual([
      ['hand', 4],
      ['notice', 6],
    ]);
  });

  test('where each load is capped, a load without a plan brings what its order still lacks', async () => {
    await decideFor(app(), { overReceipt: 'block' });
    const { orderNumber, worker, goods } = await ordered(100, { over: 10 });
    await worker.do('receiving.register', { ...goods, order: orderNumber, quantity: 60 });
    await worker.do('receiving.complete', { order: orderNumber, acceptDifferences: true });
    const body = { ...goods, order: orderNumber };
    const tooMuch = await worker.do('receiving.register', { ...body, quantity: 45 });
    expect(tooMuch.problem).toMatchObject({
      code: 'receiving.load_over_delivery',
      params: { limit: 44, registered: 0, fits: 44, more: 50 },
    });
    expect((await worker.do('receiving.register', { ...body, quantity: 44 })).outcome).toBe('applied');
  });

  test('an item that a capped load is not to bring is refused on it', async () => {
    await decideFor(app(), { overReceipt: 'block' });
    const { orderNumber, item, supervisor, worker } = await ordered();
    await haveItems(app(), [{ number: `${item}-B` }]);
    const lines = [
      { lineNumber: 1, item, quantity: 10 },
      { lineNumber: 2, item: `${item}-B`, quantity: 10 },
    ];
    await haveOrders(app(), [{ orderNumber, lines }]);
    const wanted = [{ order: orderNumber, line: 1, quantity: 10, unit: 'pcs' }];
    const { result } = await supervisor.do('receiving.create_load', { lines: wanted });
    const other = { item: `${item}-B`, load: result.load, quantity: 1, unit: 'pcs' };
    const refused = await worker.do('receiving.register', other);
    expect(refused.problem).toMatchObject({ code: 'receiving.load_over_delivery', params: { limit: 0, more: 10 } });
  });

  test('whoever asks is told what a load says to it', async () => {
    await decideFor(app(), { overReceipt: 'block' });
    const { orderNumber, item, supervisor, worker } = await ordered();
    const lines = [{ order: orderNumber, line: 1, quantity: 4, unit: 'pcs' }];
    const { result } = await supervisor.do('receiving.create_load', { lines });
    await worker.do('receiving.register', { item, load: result.load, quantity: 4, unit: 'pcs' });
    const path = `/api/device/explain?order=${orderNumber}&line=1&load=${result.load}`;
    const { body } = await app().call('GET', path, { as: worker.token });
    expect(body.items).toMatchObject([{ allowed: false, problem: { code: 'receiving.load_over_delivery' } }]);
  });

  test('a load that may have several receipts stays open until all of it came', async () => {
    await decideFor(app(), { multipleReceiptsPerLoad: true });
    const { orderNumber, supervisor, worker, goods } = await ordered();
    const { result } = await supervisor.do('receiving.create_load', { orders: [orderNumber] });
    const { load } = result;
    await worker.do('receiving.register', { ...goods, load, quantity: 6 });
    const first = await worker.do('receiving.complete', { load, acceptDifferences: true });
    const taken = await worker.do('receiving.register', { ...goods, load, quantity: 1 });
    await worker.do('receiving.register', { ...goods, load, quantity: 3 });
    const second = await worker.do('receiving.complete', { load });
    expect([first, second].map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    const numbers = [first, second].map((done) => done.result.documents[0].documentNumber);
    expect(new Set(numbers).size).toBe(2);
    const receipts = [];
    for (const number of numbers) {
      const href = `/api/erp/shipment-receipts/${number}`;
      receipts.push((await app().call('GET', href, { as: 'demo-erp-key' })).body);
    }
    expect(receipts).toMatchObject([
      { load, version: 1, lines: [{ receivedQuantity: 6, remainingQuantity: 4 }] },
      { load, version: 1, lines: [{ receivedQuantity: 4, remainingQuantity: 0 }] },
    ]);
    const late = await worker.do('receiving.undo_registration', {
      registration: taken.result.registrations[0].registration,
    });
    expect(late.problem.code).toBe('receiving.load_completed');
    expect(await openLoads(orderNumber)).toEqual([]);
  });

  test('what a receipt of an open load tells of is not taken back', async () => {
    await decideFor(app(), { multipleReceiptsPerLoad: true });
    const { orderNumber, supervisor, worker, goods } = await ordered();
    const { load } = (await supervisor.do('receiving.create_load', { orders: [orderNumber] })).result;
    const first = await worker.do('receiving.register', { ...goods, load, quantity: 6 });
    await worker.do('receiving.complete', { load, acceptDifferences: true });
    const undone = await worker.do('receiving.undo_registration', { registration: `command:${first.id}` });
    expect(undone.problem.code).toBe('receiving.registration_reported');
  });

  test('a load that is made at completion is shown to nobody before', async () => {
    await decideFor(app(), { inboundLoadCreation: 'at-completion' });
    const { orderNumber, worker, goods } = await ordered();
    await worker.do('receiving.register', { ...goods, order: orderNumber, quantity: 10 });
    const read = async () => (await app().call('GET', `/api/erp/orders/${orderNumber}`, { as: 'demo-erp-key' })).body;
    expect((await read()).loads).toEqual([]);
    const completed = await worker.do('receiving.complete', { order: orderNumber });
    expect(completed.result.documents).toHaveLength(1);
    expect((await read()).loads).toMatchObject([{ madeBy: 'completion', status: 'received' }]);
  });

  test('an order that came with others on one load is not completed alone, and each gets its own receipt', async () => {
    const [one, other] = [await ordered(), await ordered()];
    const { load } = (
      await one.supervisor.do('receiving.create_load', { orders: [one.orderNumber, other.orderNumber] })
    ).result;
    await one.worker.do('receiving.register', { ...one.goods, load, quantity: 10 });
    await one.worker.do('receiving.register', { ...other.goods, load, quantity: 10 });
    const alone = await one.worker.do('receiving.complete', { order: one.orderNumber });
    expect(alone.problem).toMatchObject({ code: 'receiving.load_shared', params: { others: other.orderNumber } });
    const completed = await one.worker.do('receiving.complete', { load });
    expect(completed.result.documents).toHaveLength(2);
  });

  test('a load of an order is found by its number only in its warehouse, and takes only its orders', async () => {
    const { orderNumber, supervisor, worker, goods } = await ordered();
    const other = await ordered();
    const { result } = await supervisor.do('receiving.create_load', { orders: [orderNumber] });
    const wrong = await worker.do('receiving.register', {
      ...other.goods,
      order: other.orderNumber,
      load: result.load,
      quantity: 1,
    });
    expect(wrong.problem.code).toBe('receiving.order_not_on_load');
    const west = await Device.signIn(app(), 'W-1001', { warehouse: 'WEST' });
    const elsewhere = await west.do('receiving.register', { ...goods, load: result.load, quantity: 1 });
    expect(elsewhere.problem.code).toBe('receiving.wrong_warehouse');
  });

  test('and after all of it the books add up', async () => {
    expect(await wrongIn(app())).toEqual([]);
  });
});
