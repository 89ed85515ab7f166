import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('what a device is told', (app) => {
  let device: Device;

  test('stock by place, item or plate, at the dock not to be promised', async () => {
    device = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'S0001', lot: true, expiry: true }]);
    await haveOrders(app(), [{ orderNumber: 'PO-S1', lines: [{ lineNumber: 1, item: 'S0001', quantity: 10 }] }]);
    const body = { order: 'PO-S1', item: 'S0001', quantity: 10, unit: 'pcs', lot: 'L1', expiryDate: '2027-11-30' };
    const { result } = await device.do('receiving.register', { ...body, licensePlate: 'LP-S1' });
    expect(result.licensePlate).toBe('LP-S1');
    const row = {
      warehouse: 'EAST',
      location: 'DOCK-01',
      locationType: 'receiving',
      item: 'S0001',
      sourceSystem: 'DEMO',
      description: 'Item S0001',
      owner: 'DEMO',
      lot: 'L1',
      expiryDate: '2027-11-30',
      serial: null,
      inventoryStatus: 'available',
      licensePlate: 'LP-S1',
      unit: 'pcs',
      onHand: 10,
      allocated: 0,
      inTransit: 0,
      inHandOf: null,
      reserved: 0,
      available: 0,
    };
    for (const query of ['location=DOCK-01', 'item=S0001', 'licensePlate=LP-S1', 'item=S0001&warehouse=EAST']) {
      const { body: answer } = await app().call('GET', `/api/device/stock?${query}`, { as: device.token });
      expect(answer).toEqual({ items: [row] });
    }
    const other = await app().call('GET', '/api/device/stock?item=S0001&warehouse=WEST', { as: device.token });
    expect(other.body).toEqual({ items: [] });
    const nothing = await app().call('GET', '/api/device/stock', { as: device.token });
    expect([nothing.status, nothing.body.errors[0].code]).toEqual([422, 'stock.subject_missing']);
  });

  async function things(kind: string) {
    await published(app());
    const { body } = await app().call('GET', '/api/device/changes?warehouse=EAST&after=0&limit=1000', {
      as: device.token,
    });
    const ofKind = body.items.filter((change: { kind: string }) => change.kind === kind);
    return new Map<string, { deleted: boolean; value: object }>(
      ofKind.map((change: { key: string }) => [change.key, change]),
    );
  }

  test('changes of the first warehouse when none is named, at once or when they come', async () => {
    await published(app());
    const read = async (query: string) => {
      const answer = await app().call('GET', `/api/device/changes?${query}`, { as: device.token });
      return answer.body as { items: { key: string }[]; next: number; hasMore: boolean };
    };
    const named = await read('warehouse=EAST&limit=1000');
    expect(await read('limit=1000')).toEqual(named);
    const waiting = read(`after=${named.next}&wait=20`);
    await haveItems(app(), [{ number: 'S-LATER' }]);
    expect((await waiting).items).toMatchObject([{ kind: 'item', key: 'DEMO:S-LATER' }]);
  });

  test('locations with what stands there, plates with what is on them, work with where to go', async () => {
    expect((await things('licensePlate')).get('LP-S1')?.value).toEqual({
      licensePlate: 'LP-S1',
      location: 'DOCK-01',
      contents: [
        {
          item: 'DEMO:S0001',
          description: 'Item S0001',
          owner: 'DEMO',
          lot: 'L1',
          serial: '',
          inventoryStatus: 'available',
          quantityBase: 10,
          baseUnit: 'pcs',
          decimals: 0,
        },
      ],
    });
    const [work] = [...(await things('work')).values()];
    expect(work?.value).toMatchObject({
      type: 'putaway',
      licensePlate: 'LP-S1',
      fromLocation: 'DOCK-01',
      status: 'open',
    });
    const { toLocation: to } = (work as { value: { toLocation: string } }).value;
    await device.do('putaway.put', { licensePlate: 'LP-S1', to });
    expect((await things('location')).get(to)?.value).toMatchObject({
      code: to,
      type: 'storage',
      capacityPlates: 4,
      plates: 1,
      hasLoose: false,
      contents: [{ item: 'DEMO:S0001', lot: 'L1' }],
      checkDigit: expect.stringMatching(/^\d\d$/),
    });
    expect((await things('licensePlate')).get('LP-S1')?.value).toMatchObject({ location: to });
    expect([...(await things('work')).values()]).toMatchObject([{ deleted: true }]);
    await device.do('inventory.adjust', {
      location: to,
      item: 'S0001',
      lot: 'L1',
      licensePlate: 'LP-S1',
      quantity: -10,
      unit: 'pcs',
      reason: 'damaged',
    });
    expect((await things('licensePlate')).get('LP-S1')).toMatchObject({ deleted: true });
  });

  async function explain(query: string) {
    const { status, body } = await app().call('GET', `/api/device/explain?${query}`, { as: device.token });
    return status === 200 ? body.items : [status, body.code];
  }

  test('why something cannot be received, in the words of the rule', async () => {
    await haveItems(app(), [{ number: 'S0002' }, { number: 'S0003', serial: true }]);
    const lines = [
      { lineNumber: 1, item: 'S0002', quantity: 5 },
      { lineNumber: 2, item: 'S0003', quantity: 5 },
    ];
    await haveOrders(app(), [{ orderNumber: 'PO-S2', lines }]);
    await device.do('receiving.register', { order: 'PO-S2', line: 1, item: 'S0002', quantity: 5, unit: 'pcs' });
    expect(await explain('order=PO-S2')).toMatchObject([
      {
        subject: { line: 1, item: 'S0002' },
        allowed: false,
        problem: { code: 'receiving.over_delivery', params: { fits: 0 } },
      },
      { subject: { line: 2, item: 'S0003' }, allowed: true, problem: null },
    ]);
    expect(await explain('order=PO-S2&line=2')).toMatchObject([{ allowed: true }]);
    expect(await explain('order=PO-S2&item=S0001')).toMatchObject([
      { problem: { code: 'receiving.item_not_on_order' } },
    ]);
    expect(await explain('order=PO-S2&line=9')).toMatchObject([
      { subject: { line: 9, item: null }, problem: { code: 'receiving.line_unknown' } },
    ]);
    expect(await explain('order=NO-ORDER')).toMatchObject([
      { subject: { line: null, item: null }, problem: { code: 'receiving.order_unknown' } },
    ]);
    expect(await explain('order=PO-S2&line=2&location=A-01-02-1')).toMatchObject([
      { problem: { code: 'receiving.location_not_receiving', detail: expect.stringContaining('A-01-02-1') } },
    ]);
    await closeLocation('DOCK-02');
    expect(await explain('order=PO-S2&line=2&location=DOCK-02')).toMatchObject([
      { problem: { code: 'receiving.location_unknown' } },
    ]);
  });

  test('why a location takes nothing', async () => {
    await closeLocation('B-12-04-2');
    for (const [location, code] of [
      ['DOCK-01', null],
      ['B-12-04-1', null],
      ['B-12-04-2', 'location.inactive'],
      ['DOOR-01', 'location.wrong_type'],
      ['NOWHERE', 'location.unknown'],
    ]) {
      const [answer] = await explain(`location=${location}`);
      expect([answer.subject, answer.allowed, answer.problem?.code ?? null]).toEqual([
        { location },
        code === null,
        code,
      ]);
    }
    expect(await explain('')).toEqual([422, 'request.invalid']);
  });

  async function closeLocation(code: string): Promise<void> {
    await app().services.store.write((trx) =>
      trx.k
        .updateTable('location')
        .set({ active: 0 })
        .where('warehouse', '=', 'EAST')
        .where('code', '=', code)
        .execute(),
    );
  }

  test('what became of a command', async () => {
    const refused = await device.do('receiving.register', {
      order: 'NO-ORDER',
      item: 'S0002',
      quantity: 1,
      unit: 'pcs',
    });
    expect(await explain(`command=${refused.id}`)).toMatchObject([
      { subject: { outcome: 'refused' }, allowed: false, problem: { code: 'receiving.order_unknown' } },
    ]);
    expect(await explain('command=nothing')).toEqual([404, 'request.not_found']);
  });
});
