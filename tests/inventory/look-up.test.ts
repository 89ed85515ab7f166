import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { type NoticePlate, noticeMessage } from '../support/notices.ts';
import { haveItems, haveOrders } from '../support/orders.ts';

const arrival = '2026-03-02T06:00:00Z';

onBothDatabases('looking things up', (app) => {
  let device: Device;
  let plate: string;

  beforeAll(async () => {
    device = await Device.signIn(app(), 'W-1001');
    const barcodes = [{ code: '4006381333931', unit: 'pcs', quantity: 1 }];
    await haveItems(app(), [
      {
        number: 'K1',
        lot: true,
        expiry: true,
        extra: { barcodes, category: 'flour', weight: { gross: 1, unit: 'kg' } },
      },
      { number: 'K2', serial: true },
      { number: 'K3' },
    ]);
    const lines = [
      { lineNumber: 1, item: 'K1', quantity: 30 },
      { lineNumber: 2, item: 'K2', quantity: 3 },
    ];
    await haveOrders(app(), [{ orderNumber: 'PO-K1', lines }]);
    await haveOrders(app(), [
      { orderNumber: 'PO-K2', lines: [{ lineNumber: 1, item: 'K1', quantity: 5, lot: 'LOT-K' }] },
    ]);
    const goods = {
      order: 'PO-K1',
      item: 'K1',
      unit: 'pcs',
      lot: 'LOT-K',
      expiryDate: '2027-11-30',
      location: 'DOCK-01',
    };
    plate = (await device.do('receiving.register', { ...goods, quantity: 10 })).result.licensePlate;
    await device.do('receiving.register', { ...goods, quantity: 4, inventoryStatus: 'quality' });
    await device.do('receiving.register', {
      order: 'PO-K1',
      item: 'K2',
      quantity: 2,
      unit: 'pcs',
      serials: ['SN-1', 'SN-2'],
    });
    await device.do('putaway.put', { licensePlate: plate, to: 'B-01-01-1' });
  });

  async function lookUp(code: string, warehouse = 'EAST') {
    const { body } = await app().call(
      'GET',
      `/api/device/look-up?warehouse=${warehouse}&code=${encodeURIComponent(code)}`,
      { as: device.token },
    );
    return body;
  }

  const kinds = async (code: string) => (await lookUp(code)).items.map(({ kind }: { kind: string }) => kind);

  test.each([
    ['a location', 'B-01-01-1', ['location']],
    ['a location as it was typed', 'b-01-01-1', ['location']],
    ['an item by its number', 'k1', ['item']],
    ['an item by its barcode', '4006381333931', ['item']],
    ['an item by its barcode with fourteen digits', '04006381333931', ['item']],
    ['an order', 'PO-K1', ['order']],
    ['a lot', 'LOT-K', ['lot']],
    ['a serial', 'SN-2', ['serial']],
    ['what nobody knows', 'NOTHING', []],
  ])('finds %s', async (_, code, found) => {
    expect(await kinds(code)).toEqual(found);
  });

  test('an item: where, how much of which status, what is still to come, and what became of it', async () => {
    const { items } = await lookUp('K1');
    expect(items[0]).toMatchObject({
      name: 'K1',
      item: { category: 'flour', weightKg: 1, fixedLocations: [], isActive: true },
      totals: [
        {
          item: 'K1',
          onHand: 14,
          reserved: 0,
          available: 10,
          byStatus: expect.arrayContaining([
            { inventoryStatus: 'available', onHand: 10 },
            { inventoryStatus: 'quality', onHand: 4 },
          ]),
        },
      ],
      stock: [
        { location: 'DOCK-01', lot: 'LOT-K', inventoryStatus: 'quality', onHand: 4, available: 0 },
        {
          location: 'B-01-01-1',
          licensePlate: plate,
          lot: 'LOT-K',
          expiryDate: '2027-11-30',
          onHand: 10,
          available: 10,
        },
      ],
      expected: [
        { order: 'PO-K1', line: 1, quantity: 16, of: 30, unit: 'pcs' },
        { order: 'PO-K2', line: 1, quantity: 5, lot: 'LOT-K' },
      ],
      whyNot: null,
    });
    const history = items[0].history.map((row: Record<string, unknown>) => [
      row.reason,
      row.quantity,
      row.from,
      row.to,
    ]);
    expect(history).toEqual([
      ['put', 10, 'DOCK-01', 'B-01-01-1'],
      ['receive', 4, '@supplier', 'DOCK-01'],
      ['receive', 10, '@supplier', 'DOCK-01'],
    ]);
    expect(items[0].history[0]).toMatchObject({
      by: 'W-1001',
      byName: 'Wanda Worker',
      device: device.id,
      commandType: 'putaway.put',
      isCorrection: false,
    });
  });

  test('a location: what stands there, how full it is, and who brought it', async () => {
    const { items } = await lookUp('B-01-01-1');
    expect(items[0]).toMatchObject({
      location: { type: 'storage', zone: 'B', plates: 1, capacityPlates: 4, weightKg: 10, capacityKg: null },
      stock: [{ item: 'K1', licensePlate: plate }],
      history: [{ reason: 'put', from: 'DOCK-01', to: 'B-01-01-1', byName: 'Wanda Worker' }],
    });
    const { items: dock } = await lookUp('DOCK-01');
    expect(dock[0].work.map(({ from }: { from: string }) => from)).toEqual(['DOCK-01', 'DOCK-01']);
    expect(dock[0].history.map(({ reason }: { reason: string }) => reason)).toEqual([
      'put',
      ...Array(3).fill('receive'),
    ]);
  });

  test('a plate: where it stands, what is nested, what is on it', async () => {
    await device.do('inventory.adjust', {
      ...{ location: 'B-01-01-1', item: 'K3', licensePlate: 'LP-K3', quantity: 2, unit: 'pcs', reason: 'found' },
    });
    await app().services.store.write((trx) =>
      trx.k.updateTable('license_plate').set({ parent: plate }).where('number', '=', 'LP-K3').execute(),
    );
    const { items } = await lookUp(plate);
    expect(items[0]).toMatchObject({
      kind: 'licensePlate',
      plate: { location: 'B-01-01-1', parent: null, announcedOn: null },
      work: [],
    });
    expect((await lookUp('LP-K3')).items).toMatchObject([{ kind: 'licensePlate', plate: { parent: plate } }]);
  });

  test('an order: each line with how far it has come', async () => {
    const { items } = await lookUp('PO-K1');
    expect(items[0].order).toMatchObject({
      status: 'open',
      documents: [],
      lines: [
        { line: 1, item: 'K1', expected: 30, registered: 14, received: 0 },
        { line: 2, item: 'K2', expected: 3, registered: 2 },
      ],
    });
  });

  test('a lot with its expiry date, and a serial that is at the dock', async () => {
    const { items: lots } = await lookUp('LOT-K');
    expect(lots[0]).toMatchObject({
      of: { item: 'K1', expiryDate: '2027-11-30' },
      totals: [{ onHand: 14, available: 10 }],
    });
    expect(lots[0].expected).toMatchObject([{ order: 'PO-K2', quantity: 5 }]);
    const { items: serials } = await lookUp('SN-1');
    expect(serials[0]).toMatchObject({
      of: { item: 'K2' },
      stock: [{ location: 'DOCK-01', serial: 'SN-1', onHand: 1, available: 0 }],
      history: [{ reason: 'receive', serial: 'SN-1', quantity: 1 }],
      whyNot: { code: 'stock.at_dock', params: { location: 'DOCK-01' } },
    });
  });

  test('a code with several meanings gives each of them', async () => {
    await haveItems(app(), [{ number: 'LOT-K' }]);
    expect((await kinds('LOT-K')).sort()).toEqual(['item', 'lot']);
  });

  test('a warehouse knows only its own', async () => {
    expect((await lookUp('PO-K1', 'WEST')).items).toEqual([]);
    expect((await lookUp(plate, 'WEST')).items).toEqual([]);
    expect((await lookUp('K1', 'WEST')).items[0]).toMatchObject({ totals: [], stock: [], expected: [], history: [] });
  });

  test('the history goes on in parts, and no movement is told twice or left out', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [from, to] = round % 2 === 0 ? ['B-01-01-1', 'B-01-02-1'] : ['B-01-02-1', 'B-01-01-1'];
      await device.do('inventory.move', { licensePlate: plate, from, to });
    }
    const ids: string[] = [];
    let before = '';
    do {
      const query = `warehouse=EAST&licensePlate=${plate}&limit=2${before && `&before=${encodeURIComponent(before)}`}`;
      const { body } = await app().call('GET', `/api/device/history?${query}`, { as: device.token });
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      before = body.older ?? '';
    } while (before !== '');
    expect(new Set(ids).size).toBe(ids.length);
    const all = await app()
      .services.store.read.k.selectFrom('ledger_entry')
      .select('id')
      .where((eb) => eb.or([eb('to_plate', '=', plate), eb('from_plate', '=', plate)]))
      .execute();
    expect([...ids].sort()).toEqual(all.map(({ id }) => id).sort());
  });

  test('pieces that one command moved are one line of the history, in whichever parts it is read', async () => {
    const serials = Array.from({ length: 30 }, (_, index) => `HS-${index}`);
    await haveItems(app(), [{ number: 'K9', serial: true }]);
    await haveOrders(app(), [{ orderNumber: 'PO-K9', lines: [{ lineNumber: 1, item: 'K9', quantity: 33 }] }]);
    const goods = { order: 'PO-K9', item: 'K9', unit: 'pcs', licensePlate: 'LP-K9', location: 'DOCK-02' };
    await device.do('receiving.register', { ...goods, quantity: 2, serials: ['HS-A', 'HS-B'] });
    await device.do('receiving.register', { ...goods, quantity: 30, serials });
    await device.do('receiving.register', { ...goods, quantity: 1, serials: ['HS-C'] });
    await device.do('putaway.put', { licensePlate: 'LP-K9', to: 'B-01-03-1' });
    const told = ['33 null', '1 HS-C', '30 null', '2 null'];
    const { items } = await lookUp('LP-K9');
    expect([items[0].history.map(inShort), items[0].olderHistory]).toEqual([told, null]);
    const parts: string[][] = [];
    let before = '';
    do {
      const query = `warehouse=EAST&licensePlate=LP-K9&limit=1${before && `&before=${encodeURIComponent(before)}`}`;
      const { body } = await app().call('GET', `/api/device/history?${query}`, { as: device.token });
      parts.push(body.items.map(inShort));
      before = body.older ?? '';
    } while (before !== '');
    expect(parts).toEqual(told.map((line) => [line]));
  });

  const inShort = ({ quantity, serial }: { quantity: number; serial: string | null }) => `${quantity} ${serial}`;

  test.each([
    ['of an item', 'item=K1', 200],
    ['of a lot', 'item=K1&lot=LOT-K', 200],
    ['of a serial', 'item=K2&serial=SN-1', 200],
    ['of a location', 'location=DOCK-01', 200],
    ['of nothing', '', 422],
    ['of an unknown item', 'item=NONE', 422],
    ['from a place that is none', 'item=K1&before=yesterday', 422],
  ])('a history %s', async (_, query, status) => {
    const answer = await app().call('GET', `/api/device/history?warehouse=EAST&${query}`, { as: device.token });
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body.items.length).toBeGreaterThan(0);
  });

  test('a load: how far it is, of which orders, what of it is in, and on how many plates', async () => {
    await haveOrders(app(), [{ orderNumber: 'PO-K3', lines: [{ lineNumber: 1, item: 'K3', quantity: 8 }] }]);
    const { licensePlate, ...more } = { licensePlate: 'LP-K5', carrier: 'Haulage', expectedArrival: arrival };
    const plates: NoticePlate[] = [
      { licensePlate, lines: [['PO-K3', 1, 'K3', 5]] },
      { licensePlate: 'LP-K6', lines: [['PO-K3', 1, 'K3', 3]] },
    ];
    await new Erp(app()).sent(noticeMessage('ASN-K', plates, more));
    await device.do('receiving.register', { licensePlate, location: 'DOCK-02' });
    const { items } = await lookUp('asn-k');
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['load']);
    expect(items[0].load).toEqual({
      status: 'in_process',
      expectedArrival: arrival,
      carrier: 'Haulage',
      notes: null,
      orders: ['PO-K3'],
      plates: { announced: 2, received: 1 },
      documents: [],
      lines: [{ order: 'PO-K3', line: 1, item: 'K3', description: 'Item K3', expected: 8, registered: 5, unit: 'pcs' }],
    });
    const { documentNumber } = (await device.do('receiving.complete', { load: 'ASN-K', acceptDifferences: true }))
      .result.documents[0];
    expect((await lookUp('ASN-K')).items[0].load).toMatchObject({ status: 'received', documents: [documentNumber] });
    expect((await lookUp('ASN-K', 'WEST')).items).toEqual([]);
  });

  test('an announced pallet: what its load is to bring on it and on the plates that stand on it, until that is over', async () => {
    const order = 'PO-K4';
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item: 'K3', quantity: 9 }] }]);
    const plates = [
      { licensePlate: 'LP-PALLET' },
      { licensePlate: 'LP-LAYER', parent: 'LP-PALLET', lines: [[order, 1, 'K3', 2]] },
      { licensePlate: 'LP-BOX', parent: 'LP-LAYER', lines: [[order, 1, 'K3', 4]] },
      { licensePlate: 'LP-BESIDE', lines: [[order, 1, 'K3', 3]] },
    ] as const;
    await new Erp(app()).sent(noticeMessage('ASN-K4', plates));
    const told = async (code: string) => {
      const [found] = (await lookUp(code)).items;
      const lines = found.expected.map((line: { licensePlate: string; quantity: number }) => [
        line.licensePlate,
        line.quantity,
      ]);
      return [found.plate.announcedOn, ...lines];
    };
    expect(await told('LP-PALLET')).toEqual(['ASN-K4', ['LP-BOX', 4], ['LP-LAYER', 2]]);
    expect(await told('LP-LAYER')).toEqual(['ASN-K4', ['LP-LAYER', 2], ['LP-BOX', 4]]);
    await device.do('receiving.register', { licensePlate: 'LP-BOX' });
    expect(await told('LP-PALLET')).toEqual(['ASN-K4', ['LP-LAYER', 2]]);
    await device.do('receiving.complete', { load: 'ASN-K4', acceptDifferences: true });
    expect(await told('LP-PALLET')).toEqual([null]);
  });
});
