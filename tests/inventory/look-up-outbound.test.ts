import { beforeAll, expect, test } from 'vitest';
import { expectArrivals } from '../../api/waves/expect-arrivals.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('looking up what goes out', (app) => {
  let office: Device;
  let work: string;
  let shipment: string;
  let load: string;
  let carton: string;
  let slip: string;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(
      itemMessage('G1', { tracking: { lot: true, serial: false, expiry: false } }),
      itemMessage('G2', { tracking: { lot: false, serial: true, expiry: false } }),
      shipMessage('g-1', 'SO-G1', [
        [1, 'G1', 6],
        [2, 'G2', 1],
      ]),
    );
    const found = { unit: 'pcs', reason: 'found', location: 'A-01-02-1' };
    await applied('inventory.adjust', { ...found, item: 'G1', quantity: 10, lot: 'LOT-G' });
    await applied('inventory.adjust', { ...found, item: 'G2', quantity: 2, serials: ['SER-1', 'SER-2'] });
    const released = await applied('waves.release', { orders: ['SO-G1'] });
    [{ work, shipment, load }] = released.work;
  });

  async function applied(type: string, body: object) {
    const { outcome, problem, result } = await office.do(type, body);
    expect([type, outcome, problem]).toEqual([type, 'applied', null]);
    return result;
  }

  async function get(path: string) {
    const { status, body } = await app().call('GET', path, { as: office.token });
    expect([status, path]).toEqual([200, path]);
    return body;
  }

  const lookUp = (code: string, warehouse = 'EAST') =>
    get(`/api/device/look-up?warehouse=${warehouse}&code=${encodeURIComponent(code)}`);

  const only = async (code: string) => {
    const { items } = await lookUp(code);
    expect(items).toHaveLength(1);
    return items[0];
  };

  test('a released order: each line with how far it is, its shipment, truck and work', async () => {
    expect(await only('so-g1')).toMatchObject({
      kind: 'outboundOrder',
      name: 'SO-G1',
      paper: {
        status: 'open',
        releaseStatus: 'released',
        shipmentStatus: 'open',
        holds: [],
        shipments: [shipment],
        loads: [load],
        work: [work],
        documents: [],
        lines: [
          { line: 1, item: 'G1', wanted: 6, released: 6, picked: 0, shipped: 0, cancelled: 0, why: null },
          { line: 2, item: 'G2', wanted: 1, released: 1 },
        ],
      },
      promised: [
        { order: 'SO-G1', line: 1, quantity: 6, lot: 'LOT-G', location: 'A-01-02-1', state: 'work', work },
        { order: 'SO-G1', line: 2, quantity: 1, state: 'work' },
      ],
      shipped: [],
    });
  });

  test('stock says whom it is promised: by item, location and lot', async () => {
    for (const code of ['G1', 'LOT-G']) {
      const { promised, totals } = await only(code);
      expect(totals).toMatchObject([{ onHand: 10, reserved: 6, available: 4 }]);
      expect(promised).toMatchObject([{ order: 'SO-G1', line: 1, quantity: 6, shipment, work, load }]);
    }
    const { promised } = await only('A-01-02-1');
    expect(promised.map(({ item, quantity }: Promised) => [item, quantity])).toEqual([
      ['G1', 6],
      ['G2', 1],
    ]);
  });

  test('work, a shipment, a truck and a wave by their numbers', async () => {
    expect(await only(work)).toMatchObject({
      kind: 'work',
      paper: {
        status: 'open',
        claimedBy: null,
        orders: ['SO-G1'],
        shipments: [shipment],
        lines: [{ item: 'G1', location: 'A-01-02-1', wanted: 6, picked: 0 }, { item: 'G2' }],
      },
    });
    expect(await only(shipment)).toMatchObject({
      kind: 'shipment',
      paper: { orders: ['SO-G1'], loads: [load], work: [work], lines: [{ wanted: 6 }, { wanted: 1 }] },
    });
    const truck = await only(load);
    expect(truck).toMatchObject({ kind: 'outboundLoad', paper: { shipments: [shipment], orders: ['SO-G1'] } });
    for (const wave of truck.paper.waves) {
      expect(await only(wave)).toMatchObject({ kind: 'wave', paper: { shipments: [shipment], work: [work] } });
    }
  });

  test('what somebody carries is found by the hands and by the order', async () => {
    const pick = { work, location: 'A-01-02-1', unit: 'pcs' };
    await applied('picking.pick', { ...pick, line: 1, item: 'G1', quantity: 6, lot: 'LOT-G' });
    expect(await only('HANDS-S-2001')).toMatchObject({
      location: { type: 'hands' },
      stock: [{ item: 'G1', onHand: 6, reserved: 6 }],
      promised: [{ order: 'SO-G1', state: 'picked', shipment }],
      whyNot: { code: 'stock.in_hands', params: { badge: 'S-2001' } },
    });
    const serials = (await only('G2')).promised.map(({ serial }: Promised) => serial);
    await applied('picking.pick', { ...pick, line: 2, item: 'G2', quantity: 1, serials });
    await applied('picking.put', { work, location: 'PACK-01' });
  });

  test('a carton by its SSCC and by its label: what is in it, and for whom', async () => {
    ({ carton } = await applied('packing.open_carton', { shipment, cartonType: 'BOX-M' }));
    const [serial] = (await only('G2')).promised.map((each: Promised) => each.serial);
    await applied('packing.pack', { carton, item: 'G1', quantity: 6, unit: 'pcs', lot: 'LOT-G' });
    await applied('packing.pack', { carton, item: 'G2', quantity: 1, unit: 'pcs', serials: [serial] });
    await applied('packing.close_carton', { carton, weight: 4.5, trackingNumber: 'TRACK-1' });
    for (const code of [carton, `00${carton}`, `(00)${carton}`, `]C100${carton}`]) {
      expect(await only(code)).toMatchObject({
        kind: 'carton',
        name: carton,
        paper: {
          status: 'closed',
          location: 'PACK-01',
          weightKg: 4.5,
          trackingNumber: 'TRACK-1',
          shipments: [shipment],
        },
        stock: [
          { item: 'G1', lot: 'LOT-G', onHand: 6 },
          { item: 'G2', serial, onHand: 1 },
        ],
      });
    }
    expect((await only(shipment)).paper.cartons).toEqual([carton]);
  });

  test('once shipped, lot, serial, carton and order say who received it, with which slip', async () => {
    const { promised } = await only('G2');
    const [serial] = promised.map((each: Promised) => each.serial);
    const { documents } = await applied('shipping.confirm', { shipment });
    slip = documents[0].documentNumber;
    const received = { order: 'SO-G1', consignee: 'Corner Bakery', shipment, load, documentNumber: slip };
    expect(await only('LOT-G')).toMatchObject({
      totals: [{ onHand: 4 }],
      promised: [],
      shipped: [{ ...received, line: 1, quantity: 6, licensePlate: carton, state: 'shipped' }],
    });
    const piece = await only(serial);
    expect(piece).toMatchObject({ stock: [], shipped: [{ ...received, line: 2, serial, quantity: 1 }] });
    expect(piece.shipped[0].shippedAt).toMatch(/Z$/);
    expect(piece.history[0]).toMatchObject({ reason: 'ship', to: '@customer' });
    expect(await only(carton)).toMatchObject({
      paper: { status: 'shipped', location: null, documents: [slip] },
      stock: [],
      shipped: [
        { line: 1, quantity: 6 },
        { line: 2, quantity: 1 },
      ],
    });
    const order = await only('SO-G1');
    expect(order.paper).toMatchObject({ status: 'closed', shipmentStatus: 'shipped', documents: [slip] });
    expect(order.paper.turns.map(({ what }: { what: string }) => what)).toEqual([
      ...['made', 'released', 'closed', 'shipped', 'documented'],
    ]);
  });

  test('a reversed slip takes the goods back from whoever received them', async () => {
    await applied('shipping.reverse_confirmation', { documentNumber: slip, reason: 'truck did not leave' });
    expect(await only('LOT-G')).toMatchObject({ shipped: [], promised: [{ order: 'SO-G1', state: 'picked' }] });
    await applied('shipping.confirm', { shipment });
    expect((await only('LOT-G')).shipped).toMatchObject([{ documentNumber: slip }]);
  });

  test('a number that two source systems gave is told of twice', async () => {
    await app().services.store.write(async (trx) => {
      const [order] = await trx.k
        .selectFrom('outbound_order')
        .selectAll()
        .where('order_number', '=', 'SO-G1')
        .execute();
      if (!order) throw new Error('there is no order');
      const other = { ...order, order_key: 'OTHER:SO-G1', source_system: 'OTHER' };
      await trx.k.insertInto('outbound_order').values(other).execute();
    });
    const { items } = await lookUp('SO-G1');
    expect(items.map(({ kind, sourceSystem }: { kind: string; sourceSystem: string }) => [kind, sourceSystem])).toEqual(
      [
        ['outboundOrder', 'DEMO'],
        ['outboundOrder', 'OTHER'],
      ],
    );
  });

  test('another warehouse knows nothing of it', async () => {
    for (const code of ['SO-G1', shipment, load, work, carton]) {
      expect((await lookUp(code, 'WEST')).items).toEqual([]);
    }
    expect((await lookUp('LOT-G', 'WEST')).items).toMatchObject([{ shipped: [], promised: [] }]);
  });

  test('a line that lacks goods says so, and when more is expected', async () => {
    const erp = new Erp(app());
    await erp.sent(itemMessage('G3'), shipMessage('g-2', 'SO-G2', [[1, 'G3', 5]]));
    await applied('waves.release', { orders: ['SO-G2'] });
    const why = async () => (await only('SO-G2')).paper.lines[0].why;
    expect(await why()).toEqual({ code: 'order.waits_for_goods', params: { item: 'G3' } });
    const planned = { plannedReceiptStart: '2031-05-02T06:00:00Z' };
    await erp.sent(orderMessage('g-3', 'PO-G3', [[1, 'G3', 6]], planned));
    await expectArrivals(app().services, 'EAST');
    const onItsWay = { code: 'order.waits_for_arrival', params: { item: 'G3', expectedOn: '2031-05-02' } };
    await expect.poll(why).toEqual(onItsWay);
    const { items } = await get('/api/device/explain?order=SO-G2');
    expect(items[0]).toMatchObject({ allowed: false, problem: { code: onItsWay.code } });
  });
});

interface Promised {
  readonly item: string;
  readonly quantity: number;
  readonly serial: string;
}
