import { afterEach, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { BookingErp } from '../support/booking-erp.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, orderMessage } from '../support/erp.ts';
import { haveItems } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';
import { decideFor } from '../support/settings.ts';

onBothDatabases('returns that the ERP announced', (app) => {
  let run = 0;
  afterEach(() => decideFor(app(), {}));
  const erp = () => new Erp(app());
  const receipt = async (number: string) => (await erp().get(`/api/erp/shipment-receipts/${number}`)).body;

  async function register(body: object) {
    const device = await Device.signIn(app(), 'W-1001');
    return device.do('returns.register', { quantity: 1, unit: 'pcs', disposition: 'restock', ...body });
  }

  /** A return order of the ERP with a line of this many. */
  async function announcedReturn(quantity: number, more: object = {}) {
    run += 1;
    const [item, order] = [`RA-${run}`, `RMA-${run}`];
    await haveItems(app(), [{ number: item }]);
    const sent = { orderType: 'Return order', ...more };
    await erp().sent(orderMessage(order, order, [[7, item, quantity]], sent));
    return { item, order };
  }

  test('a return that the ERP announced itself is taken on its order, and its receipt is made at once', async () => {
    await decideFor(app(), { returns: false, returnPolicy: 'never' });
    const booking = new BookingErp(app());
    const { item, order } = await announcedReturn(5);
    const first = await register({ order, item, quantity: 2, disposition: 'quarantine' });
    expect(first.result).toMatchObject({ order, line: 7, quantity: 2 });
    const told = await receipt(first.result.documents[0].documentNumber);
    expect(told.lines).toMatchObject([
      {
        ...{ orderNumber: order, lineNumber: 7, orderedQuantity: 5, receivedQuantity: 2, remainingQuantity: 3 },
        details: [{ disposition: 'quarantine', inventoryStatus: 'quarantine', quantity: 2 }],
      },
    ]);
    const { token } = await Device.signIn(app(), 'W-1001');
    const seen = await app().call('GET', `/api/device/returns?warehouse=EAST&order=${order}`, { as: token });
    expect(seen.body.items).toMatchObject([{ item, shipped: 5, returned: 2, left: 3 }]);
    expect((await register({ order, item, quantity: 4 })).problem).toMatchObject({
      code: 'returns.more_than_announced',
      params: { announced: 5, returned: 2, left: 3 },
    });
    const last = await register({ order, item, quantity: 3 });
    const { body } = await erp().get(`/api/erp/orders/${order}`);
    expect([last.outcome, body.status]).toEqual(['applied', 'received']);
    await whenPublished(app());
    await booking.poll();
    expect(booking.bookedOf(item)).toBe(5);
    const supervisor = await Device.signIn(app(), 'S-2001');
    const { documentNumber } = last.result.documents[0];
    await supervisor.do('receiving.reverse_completion', { documentNumber, reason: 'miscounted' });
    const undone = await supervisor.do('receiving.undo_registration', { registration: `command:${last.id}` });
    expect([undone.outcome, undone.problem]).toEqual(['applied', null]);
    const again = await Promise.all([1, 2].map(() => register({ order, item, quantity: 3 })));
    expect(again.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused']);
    expect(await wrongIn(app())).toEqual([]);
  });

  test.each([
    ['a purchase order', { orderType: 'Purchase order' }, {}, 'returns.no_return_order'],
    ['one of another warehouse', { warehouse: 'WEST' }, {}, 'receiving.wrong_warehouse'],
    ['one of other goods', {}, { item: 'NOT-ON-IT' }, 'returns.item_not_announced'],
  ])('nothing comes back on %s', async (_, order, body, code) => {
    const announced = await announcedReturn(5, order);
    await haveItems(app(), [{ number: 'NOT-ON-IT' }]);
    expect((await register({ ...announced, ...body })).problem.code).toBe(code);
  });

  test('what a customer is said to send is a return, however its order is typed', async () => {
    const party = { account: 'C-SENDER', kind: 'customer', name: 'Sender' };
    const message = { messageId: 'c-sender', type: 'party', operation: 'upsert', party };
    await erp().sent(message);
    const announced = await announcedReturn(2, { orderType: 'RMA', consigner: { account: 'C-SENDER' } });
    expect((await register(announced)).outcome).toBe('applied');
  });
});
