import { afterEach, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveSourceSystem } from '../support/orders.ts';
import { decideFor } from '../support/settings.ts';

onBothDatabases('goods that nobody ordered', (app) => {
  let number = 0;
  afterEach(() => decideFor(app(), {}));

  async function goods(quantity = 5) {
    number += 1;
    const item = `B${number}`;
    await haveItems(app(), [{ number: item }]);
    return { item, quantity, unit: 'pcs' };
  }

  const orderOf = async (order: string) =>
    (await app().call('GET', `/api/erp/orders/${order}`, { as: 'demo-erp-key' })).body;

  test('a supervisor takes them in, and the ERP gets a receipt of an order that it never sent', async () => {
    const device = await Device.signIn(app(), 'S-2001');
    const body = await goods();
    const registered = await device.do('receiving.register', { ...body, consigner: { name: 'A stranger' } });
    expect(registered).toMatchObject({
      outcome: 'applied',
      result: { registrations: [{ order: expect.stringMatching(/^MI-\d+$/), line: 1, quantity: 5, unit: 'pcs' }] },
    });
    const { order } = registered.result.registrations[0];
    expect(await orderOf(order)).toMatchObject({
      orderType: 'Manual order',
      messageId: null,
      status: 'open',
      header: { consigner: { name: 'A stranger' } },
      lines: [{ item: body.item, orderedQuantity: 5, registeredQuantity: 5 }],
    });
    const completed = await device.do('receiving.complete', { order });
    const href = `/api/erp/shipment-receipts/${completed.result.documents[0].documentNumber}`;
    const receipt = await app().call('GET', href, { as: 'demo-erp-key' });
    expect(receipt.body).toMatchObject({
      orderType: 'Manual order',
      consigner: { name: 'A stranger' },
      lines: [{ orderNumber: order, item: body.item, receivedQuantity: 5, remainingQuantity: 0 }],
    });
  });

  test('more goods of the same delivery are added to its order, also by the command that made it', async () => {
    const device = await Device.signIn(app(), 'S-2001');
    const [first, other] = [await goods(), await goods(3)];
    const made = await device.do('receiving.register', { ...first, sourceSystem: 'DEMO' });
    const { order } = made.result.registrations[0];
    const added = await device.do('receiving.register', { ...other, order: `command:${made.id}` });
    const more = await device.do('receiving.register', { ...first, order, quantity: 2 });
    expect([added, more].map(({ result }) => result.registrations[0])).toMatchObject([
      { order, line: 2, quantity: 3 },
      { order, line: 1, quantity: 2 },
    ]);
    expect(await orderOf(order)).toMatchObject({ lines: [{ orderedQuantity: 7 }, { orderedQuantity: 3 }] });
  });

  test('what is taken back was never ordered', async () => {
    const device = await Device.signIn(app(), 'S-2001');
    const body = await goods();
    const first = await device.do('receiving.register', { ...body, sourceSystem: 'DEMO' });
    const { order } = first.result.registrations[0];
    const second = await device.do('receiving.register', { ...body, order, quantity: 2 });
    await device.do('receiving.undo_registration', { registration: `command:${first.id}` });
    expect(await orderOf(order)).toMatchObject({ status: 'open', lines: [{ orderedQuantity: 2 }] });
    await device.do('receiving.undo_registration', { registration: `command:${second.id}` });
    expect(await orderOf(order)).toMatchObject({ status: 'cancelled', lines: [{ status: 'cancelled' }] });
  });

  test('a worker may not, and nobody where the source system does not let them', async () => {
    const worker = await Device.signIn(app(), 'W-1001');
    const supervisor = await Device.signIn(app(), 'S-2001');
    const body = { ...(await goods()), sourceSystem: 'DEMO' };
    const refused = await worker.do('receiving.register', body);
    expect(refused.problem).toMatchObject({ code: 'auth.permit_missing', params: { operation: 'receiving.blind' } });
    await decideFor(app(), { manualInboundOrders: false });
    const off = await supervisor.do('receiving.register', body);
    expect(off.problem.code).toBe('receiving.manual_orders_off');
  });

  test('nothing need be said where it is clear whose they are: the item is known to one source system', async () => {
    await haveSourceSystem(app(), 'ELSEWHERE');
    const body = await goods();
    const supervisor = await Device.signIn(app(), 'S-2001');
    const taken = await supervisor.do('receiving.register', body);
    expect(taken).toMatchObject({ outcome: 'applied', result: { registrations: [{ quantity: 5, unit: 'pcs' }] } });
    expect(await orderOf(taken.result.registrations[0].order)).toMatchObject({ sourceSystem: 'DEMO' });
    // Who may not take them in so has only forgotten to scan the order.
    const worker = await Device.signIn(app(), 'W-1001');
    expect((await worker.do('receiving.register', body)).problem.code).toBe('receiving.order_missing');
  });

  test('whose they are must be known', async () => {
    await haveSourceSystem(app(), 'OTHER');
    const device = await Device.signIn(app(), 'S-2001');
    const foreign = await device.do('receiving.register', { ...(await goods()), sourceSystem: 'OTHER' });
    const body = await goods();
    await haveItems(app(), [{ number: body.item }], 'OTHER');
    const unclear = await device.do('receiving.register', { ...body, consigner: { name: 'X' } });
    const unknown = await device.do('receiving.register', { ...body, sourceSystem: 'NOBODY' });
    const nothing = await device.do('receiving.register', body);
    expect([unclear, unknown, foreign, nothing].map(({ problem }) => problem.code)).toEqual([
      'receiving.source_ambiguous',
      'receiving.source_unknown',
      'receiving.item_unknown',
      'receiving.source_ambiguous',
    ]);
  });

  test('and after all of it the books add up', async () => {
    expect(await wrongIn(app())).toEqual([]);
  });
});
