import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';

const tracked = (more: object) => ({ tracking: { lot: false, serial: false, expiry: false, ...more } });

/**
 * What a client that does not ask may send: the server says no, what it was, and what was expected; and nothing moves.
 */
onBothDatabases('bad input of goods that go out', (app) => {
  const erp = () => new Erp(app());
  let office: Device;
  let orders = 0;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    await erp().sent(
      itemMessage('BI-PLAIN'),
      itemMessage('BI-OTHER'),
      itemMessage('BI-LOT', tracked({ lot: true, expiry: true })),
      itemMessage('BI-SERIAL', tracked({ serial: true })),
    );
  });

  async function did(type: string, body: object) {
    const { outcome, problem, result } = await office.do(type, body);
    expect([type, body, outcome, problem]).toEqual([type, body, 'applied', null]);
    return result;
  }

  /** What the server says to it, and that stock is as it was. */
  async function refusal(type: string, body: object) {
    const before = await stock();
    const { outcome, problem } = await office.do(type, body);
    expect(await stock()).toEqual(before);
    return [`${outcome} ${problem?.code}`, problem?.params ?? {}];
  }

  const stock = () =>
    app()
      .services.store.read.k.selectFrom('balance')
      .select(['location', 'item_key', 'license_plate', 'quantity_base', 'reserved_base'])
      .where('item_key', 'like', 'DEMO:BI-%')
      .orderBy('item_key')
      .orderBy('location')
      .orderBy('license_plate')
      .execute();

  /** An order with work for so many of an item at a place of its own. */
  async function released(item: string, quantity: number, line: object = {}) {
    orders += 1;
    const order = `BI-SO-${orders}`;
    await erp().sent(shipMessage(order, order, [[1, item, quantity, line]]));
    const [work] = (await did('waves.release', { orders: [order] })).work;
    const [stop] = work.lines;
    const { location, licensePlate } = stop;
    const pick = { work: work.work, line: 1, location, item, quantity, unit: 'pcs' };
    return { order, pick, shipment: work.shipment, load: work.load, work: work.work, location, licensePlate };
  }

  async function found(item: string, quantity: number, location: string, more: object = {}) {
    await did('inventory.adjust', { item, quantity, location, unit: 'pcs', reason: 'found', ...more });
  }

  /** Goods of a lot on a plate at a shelf, by way of the dock. */
  async function lotOnPlate(lot: string, licensePlate: string, to: string) {
    const number = `BI-PO-${lot}`;
    await erp().sent(orderMessage(number, number, [[1, 'BI-LOT', 5]]));
    const goods = { item: 'BI-LOT', quantity: 5, unit: 'pcs', lot, expiryDate: '2035-01-01', licensePlate };
    await did('receiving.register', { order: number, line: 1, location: 'DOCK-01', ...goods });
    await did('putaway.put', { licensePlate, to });
  }

  async function staged(item: string, quantity: number, place = 'PACK-01') {
    const of = await released(item, quantity);
    await did('picking.pick', of.pick);
    await did('picking.put', { work: of.work, location: place });
    return of;
  }

  test.each([
    ['the wrong item', { item: 'BI-OTHER' }, 'picking.wrong_item', { expected: 'BI-PLAIN', got: 'BI-OTHER' }],
    ['at the wrong place', { location: 'A-09-02-1' }, 'picking.wrong_location', { got: 'A-09-02-1' }],
    ['from the wrong plate', { licensePlate: 'LP-NOPE' }, 'picking.wrong_plate', { got: 'LP-NOPE' }],
    ['of a wrong lot', { lot: 'L-NOPE' }, 'picking.lot_not_tracked', { lot: 'L-NOPE' }],
    ['with a serial number that it has not', { serials: ['S1'] }, 'picking.serials_not_tracked', { serials: 'S1' }],
    ['more than the line', { quantity: 6 }, 'picking.too_much', { wanted: 5, got: 6, unit: 'pcs' }],
    ['of a line that there is not', { line: 7 }, 'picking.line_unknown', { line: 7 }],
    ['for work that there is not', { work: 'WK-NOPE' }, 'picking.work_unknown', { work: 'WK-NOPE' }],
  ])('picking %s', async (_, wrong, code, params) => {
    await found('BI-PLAIN', 5, 'A-08-02-1');
    const { pick } = await released('BI-PLAIN', 5);
    expect(await refusal('picking.pick', { ...pick, ...wrong })).toEqual([
      `refused ${code}`,
      expect.objectContaining(params),
    ]);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('another lot than the order asked for, and one that has expired since', async () => {
    await lotOnPlate('BI-L1', '003400000000002104', 'B-01-04-1');
    await lotOnPlate('BI-L2', '003400000000002111', 'B-01-04-1');
    const { pick } = await released('BI-LOT', 2, { lot: 'BI-L1' });
    expect(await refusal('picking.pick', { ...pick, lot: 'BI-L2', licensePlate: '003400000000002111' })).toEqual([
      'refused picking.wrong_lot',
      { expected: 'BI-L1', got: 'BI-L2' },
    ]);
    await app().services.store.write((trx) =>
      trx.k.updateTable('lot').set({ expiry_date: '2020-02-29' }).where('lot', '=', 'BI-L1').execute(),
    );
    expect(await refusal('picking.pick', pick)).toEqual([
      'refused picking.lot_expired',
      { lot: 'BI-L1', expiryDate: '2020-02-29' },
    ]);
  });

  test('a serial number that was shipped already, and one that is on no shelf', async () => {
    await found('BI-SERIAL', 3, 'A-08-03-1', { serials: ['BI-S1', 'BI-S2', 'BI-S3'] });
    const first = await released('BI-SERIAL', 1, { serial: 'BI-S1' });
    await did('picking.pick', { ...first.pick, serials: ['BI-S1'] });
    await did('picking.put', { work: first.work, location: 'STAGE-01' });
    await did('shipping.confirm', { order: first.order });
    const { pick } = await released('BI-SERIAL', 1, { serial: 'BI-S2' });
    for (const [serial, code] of [
      ['BI-S1', 'picking.serial_shipped'],
      ['BI-S3', 'picking.wrong_serial'],
      ['BI-S9', 'picking.wrong_serial'],
    ] as const) {
      const [told, params] = await refusal('picking.pick', { ...pick, serials: [serial] });
      expect([told, params]).toEqual([`refused ${code}`, expect.objectContaining({ expected: 'BI-S2' })]);
    }
  });

  test('an order on hold is neither released nor loaded nor shipped', async () => {
    await found('BI-PLAIN', 8, 'A-08-04-1');
    const { order, shipment, load } = await staged('BI-PLAIN', 2, 'STAGE-01');
    await did('orders.set_hold', { order, code: 'credit', reason: 'asked' });
    const held = { shipment, order };
    expect(await refusal('shipping.load', { load, shipment })).toEqual(['refused shipping.order_held', held]);
    expect(await refusal('shipping.confirm', { order })).toEqual(['refused shipping.order_held', held]);
    await erp().sent(shipMessage('BI-HELD', 'BI-HELD', [[1, 'BI-PLAIN', 1]], { holdCodes: ['fraud'] }));
    expect(await refusal('waves.release', { orders: ['BI-HELD'] })).toEqual([
      'refused waves.order_held',
      { order: 'BI-HELD', holds: 'fraud' },
    ]);
  });

  test('goods and cartons of another order, a carton closed twice, and a truck that is not theirs', async () => {
    await found('BI-PLAIN', 2, 'A-09-03-1');
    await found('BI-OTHER', 2, 'A-09-04-1');
    const plain = await staged('BI-PLAIN', 2);
    const other = await staged('BI-OTHER', 2);
    const { shipment } = plain;
    const { carton } = await did('packing.open_carton', { shipment, cartonType: 'BOX-M' });
    const goods = { carton, quantity: 1, unit: 'pcs' };
    expect(await refusal('packing.pack', { ...goods, item: 'BI-OTHER' })).toEqual([
      'refused packing.wrong_item',
      { item: 'BI-OTHER', shipment, expected: 'BI-PLAIN' },
    ]);
    expect(await refusal('packing.pack', { ...goods, item: 'BI-PLAIN', serials: ['S1'] })).toEqual([
      'refused packing.serials_not_tracked',
      { item: 'BI-PLAIN', serials: 'S1' },
    ]);
    expect(await refusal('packing.pack', { ...goods, item: 'BI-PLAIN', quantity: 3 })).toEqual([
      'refused packing.too_much',
      { item: 'BI-PLAIN', left: 2, got: 3, unit: 'pcs' },
    ]);
    await did('packing.pack', { ...goods, item: 'BI-PLAIN', quantity: 2 });
    await did('packing.close_carton', { carton });
    expect(await refusal('packing.close_carton', { carton })).toEqual(['refused packing.carton_closed', { carton }]);
    expect(await refusal('packing.pack', { ...goods, item: 'BI-PLAIN' })).toEqual([
      'refused packing.carton_closed',
      { carton },
    ]);
    expect(await refusal('shipping.load', { load: other.load, carton })).toEqual([
      'refused shipping.foreign_unit',
      { unit: carton, load: plain.load, expected: other.load },
    ]);
  });

  test('a load with work that is not done, and one that is not on its truck', async () => {
    await found('BI-PLAIN', 5, 'A-10-02-1');
    const { load, shipment, work, pick } = await released('BI-PLAIN', 5);
    const [told, params] = await refusal('shipping.confirm', { load });
    expect([told, params]).toEqual(['refused shipping.work_open', { shipment, work }]);
    await did('picking.pick', pick);
    expect(await refusal('shipping.confirm', { load, remainder: 'split' })).toEqual([
      'refused shipping.goods_in_hand',
      { shipment, work },
    ]);
    await did('picking.put', { work, location: 'STAGE-01' });
    expect(await refusal('shipping.confirm', { load })).toEqual([
      'refused shipping.not_loaded',
      { shipment, loaded: 0, expected: 1 },
    ]);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('a load of which one carton is missing: it counts what the loader counts, not what is in the cartons', async () => {
    await found('BI-PLAIN', 5, 'A-10-03-1');
    const { load, shipment, work, pick } = await released('BI-PLAIN', 5);
    await did('picking.pick', { ...pick, quantity: 2 });
    await did('picking.pick', { ...pick, quantity: 3 });
    await did('picking.put', { work, location: 'PACK-01' });
    const cartons: string[] = [];
    for (const quantity of [4, 1]) {
      const { carton } = await did('packing.open_carton', { shipment, cartonType: 'BOX-S' });
      await did('packing.pack', { carton, item: 'BI-PLAIN', quantity, unit: 'pcs' });
      await did('packing.close_carton', { carton });
      cartons.push(carton);
    }
    expect(await did('shipping.load', { load, carton: cartons[0] })).toEqual({ loaded: 1, expected: 2 });
    expect(await refusal('shipping.confirm', { load })).toEqual([
      'refused shipping.not_loaded',
      { shipment, loaded: 1, expected: 2 },
    ]);
  });
});
