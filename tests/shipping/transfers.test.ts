import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published, whenPublished } from '../support/published.ts';

onBothDatabases('transfers between warehouses', (app) => {
  const done = async (device: Device, type: string, body: object) => {
    const { outcome, problem, result } = await device.do(type, body);
    expect([type, outcome, problem]).toEqual([type, 'applied', null]);
    return result;
  };

  /** A transfer of five of ten pieces, picked onto a plate or not, and gone. */
  async function sentOff(name: string, options: { plate?: string; item?: object; ordered?: number } = {}) {
    const [item, order, location] = [`TR-${name}`, `TO-${name}`, 'A-10-02-1'];
    const east = await Device.signIn(app(), 'S-2001');
    const west = await Device.signIn(app(), 'A-3001', { warehouse: 'WEST' });
    const erp = new Erp(app());
    const message = shipMessage(`m-${order}`, order, [[1, item, options.ordered ?? 5]], {
      receivingWarehouse: 'WEST',
      consignee: undefined,
    });
    await erp.sent(itemMessage(item, options.item), message);
    const goods = { item, unit: 'pcs', quantity: 5 };
    await done(east, 'inventory.adjust', { ...goods, quantity: 10, location, reason: 'found' });
    const [{ work }] = (await done(east, 'waves.release', { orders: [order] })).work;
    const onto = options.plate === undefined ? {} : { toLicensePlate: options.plate };
    await done(east, 'picking.pick', { ...goods, work, line: 1, location, ...onto });
    await done(east, 'picking.put', { work, location: 'STAGE-01' });
    const confirm = async () => (await done(east, 'shipping.confirm', { order })).documents[0].documentNumber;
    return { item, order, east, west, erp, goods, confirm };
  }

  type Sent = Awaited<ReturnType<typeof sentOff>>;

  /** By warehouse: what is on hand, on its way there, and told to the ERP, as a report says. */
  async function reported({ erp, item }: Sent) {
    await whenPublished(app());
    const { body } = await erp.call('POST', '/api/erp/on-hand-reports', {
      dimensions: [],
      includeRegisteredAndPicked: true,
    });
    const lines = body.lines as {
      item: string;
      warehouse: string;
      onHand: number;
      inTransit: number;
      reportedToErp: number;
    }[];
    const own = lines.filter((line) => line.item === item);
    return Object.fromEntries(own.map((line) => [line.warehouse, [line.onHand, line.inTransit, line.reportedToErp]]));
  }

  async function onTheWay({ west, item }: Sent, warehouse: string) {
    const { body } = await app().call('GET', `/api/console/transfers?warehouse=${warehouse}`, { as: west.token });
    return body.items.filter((row: { item: string }) => row.item === item);
  }

  /** Where its goods went, entry by entry. */
  async function wayOf(item: string): Promise<string[]> {
    const entries = app().services.store.read.k.selectFrom('ledger_entry').where('item_key', '=', `DEMO:${item}`);
    const rows = await entries.select(['from_location', 'to_location']).orderBy('recorded_at').orderBy('id').execute();
    return rows.map((row) => `${row.from_location} > ${row.to_location}`);
  }

  /** What planners see of an item: warehouse, on hand, on its way there. */
  async function planned(item: string) {
    const path = `/api/planning/inventory-snapshots?item=${item}`;
    const { body } = await app().call('GET', path, { as: 'demo-planning-key' });
    return body.items.map((row: { warehouse: string; onHand: number; inTransit: number }) => [
      row.warehouse,
      row.onHand,
      row.inTransit,
    ]);
  }

  const becomes = (sent: Sent, state: object) => expect.poll(() => reported(sent)).toEqual(state);

  test('five are sent: they leave the one shelf, are on their way, and come onto the other; the ERP is told of both', async () => {
    const sent = await sentOff('A');
    const { west, erp, order, item, goods, confirm } = sent;
    await becomes(sent, { EAST: [10, 0, 10] });
    await confirm();
    await becomes(sent, { EAST: [5, 0, 5], WEST: [0, 5, 0] });
    expect(await planned(item)).toEqual([
      ['EAST', 5, 0],
      ['WEST', 0, 5],
    ]);
    const registered = await west.do('receiving.register', { order, location: 'DOCK-01', ...goods, quantity: 3 });
    expect(registered.problem).toBeNull();
    await becomes(sent, { EAST: [5, 0, 5], WEST: [3, 2, 0] });
    expect(await onTheWay(sent, 'EAST')).toMatchObject([
      { from: 'EAST', to: 'WEST', sent: 5, received: 3, inTransit: 2 },
    ]);
    expect(await onTheWay(sent, 'WEST')).toHaveLength(1);
    await done(west, 'receiving.register', { order, location: 'DOCK-01', ...goods, quantity: 2 });
    await done(west, 'receiving.complete', { order, acceptDifferences: true });
    await becomes(sent, { EAST: [5, 0, 5], WEST: [5, 0, 5] });
    expect(await onTheWay(sent, 'WEST')).toEqual([]);
    const { body } = await erp.get('/api/erp/shipment-receipts?limit=1000');
    const [line] = body.items.flatMap(({ lines }: { lines: { item: string }[] }) =>
      lines.filter((one) => one.item === item),
    );
    expect(line).toMatchObject({ orderNumber: order, lineNumber: 1, orderedQuantity: 5, receivedQuantity: 5 });
    expect(await planned(item)).toEqual([
      ['EAST', 5, 0],
      ['WEST', 5, 0],
    ]);
    expect(await wayOf(item)).toEqual([
      '@adjustment > A-10-02-1',
      'A-10-02-1 > HANDS-S-2001',
      'HANDS-S-2001 > STAGE-01',
      'STAGE-01 > @transit',
      '@transit > DOCK-01',
      '@transit > DOCK-01',
    ]);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('a pallet that was sent is received by one scan, with its lot', async () => {
    const plate = 'LP-TR-B';
    const sent = await sentOff('B', { plate });
    await sent.confirm();
    await becomes(sent, { EAST: [5, 0, 5], WEST: [0, 5, 0] });
    // Nobody can put anything else onto it meanwhile.
    const { item } = sent;
    const mistaken = { item, quantity: 1, unit: 'pcs', from: 'A-10-02-1', to: 'A-10-02-1', toLicensePlate: plate };
    expect((await sent.east.do('inventory.move', mistaken)).problem.code).toBe('inventory.wrong_warehouse');
    const returned = { item, quantity: 1, unit: 'pcs', disposition: 'restock', licensePlate: plate };
    expect((await sent.east.do('returns.register', returned)).problem.code).toBe('receiving.plate_elsewhere');
    await done(sent.west, 'receiving.register', { licensePlate: plate });
    await becomes(sent, { EAST: [5, 0, 5], WEST: [5, 0, 0] });
    // From then on it is a plate of that warehouse like any other.
    await done(sent.west, 'putaway.put', { licensePlate: plate, to: 'A-01-02-1' });
  });

  test('the truck comes back: nothing is on its way any more, until it leaves once more', async () => {
    const sent = await sentOff('C');
    const { east, west, order, goods, confirm } = sent;
    const documentNumber = await confirm();
    await becomes(sent, { EAST: [5, 0, 5], WEST: [0, 5, 0] });
    const after = await published(app());
    await done(east, 'shipping.reverse_confirmation', { documentNumber, reason: 'road closed' });
    await becomes(sent, { EAST: [10, 0, 10] });
    // Who receives there must not register on a load that does not come.
    const changes = await app().call('GET', `/api/device/changes?warehouse=WEST&after=${after}`, { as: west.token });
    const told = changes.body.items.filter(({ kind }: { kind: string }) => kind === 'inboundOrder');
    expect(told).toMatchObject([{ key: `DEMO:${order}`, value: { openLoads: [] } }]);
    await confirm();
    await becomes(sent, { EAST: [5, 0, 5], WEST: [0, 5, 0] });
    await done(west, 'receiving.register', { order, location: 'DOCK-01', ...goods, quantity: 1 });
    const late = await east.do('shipping.reverse_confirmation', { documentNumber, reason: 'too late' });
    expect(late.problem.code).toBe('shipping.transfer_received');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('what is not sent any more is not expected either, though something of it has left', async () => {
    const sent = await sentOff('D', { ordered: 8 });
    const { east, west, erp, order, goods } = sent;
    await done(east, 'shipping.confirm', { order, remainder: 'backorder', reason: 'other' });
    const expected = async () => {
      const { body } = await erp.get(`/api/erp/orders/${order}?direction=inbound`);
      return [body.warehouse, body.lines?.[0]?.orderedQuantity, body.status];
    };
    await expect.poll(expected).toEqual(['WEST', 8, 'open']);
    // Who sent it asks for it by its number alone.
    expect((await erp.get(`/api/erp/orders/${order}`)).body).toMatchObject({
      direction: 'outbound',
      warehouse: 'EAST',
    });
    await done(east, 'orders.close_remainder', { order, reason: 'customer' });
    await expect.poll(expected).toEqual(['WEST', 5, 'open']);
    await done(west, 'receiving.register', { order, location: 'DOCK-01', ...goods });
    await done(west, 'receiving.complete', { order });
    expect(await expected()).toEqual(['WEST', 5, 'received']);
  });

  test.each([
    ['a warehouse that nobody knows', 'MOON', 'order.warehouse_unknown'],
    ['the warehouse it comes from', 'EAST', 'order.same_warehouse'],
  ])('to %s is refused', async (_, receivingWarehouse, code) => {
    const erp = new Erp(app());
    const item = itemMessage(`TR-${receivingWarehouse}`);
    const message = shipMessage(`m-${receivingWarehouse}`, `TO-${receivingWarehouse}`, [[1, item.item.number, 1]], {
      receivingWarehouse,
    });
    const [, answer] = await erp.sent(item, message);
    expect([answer.status, answer.errors]).toMatchObject(['failed', [{ pointer: '/order/receivingWarehouse', code }]]);
  });
});
