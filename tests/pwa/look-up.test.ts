import { describe, expect, test } from 'vitest';
import type { Found } from '#shared/inventory/look-up.ts';
import type { HistoryLine } from '#shared/inventory/look-up-history.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { type TestDevice, testDevice } from './device.ts';
import { lookingUpOn, shown, shownAfter } from './look-up-screen.ts';
import { changes, flour, plateThing, scanner, warehouse } from './things.ts';

const plate = ssccOf(201);

const put: HistoryLine = {
  id: 'e1',
  at: '2026-03-02T06:40:00.000Z',
  by: 'W-1001',
  byName: 'Wanda Worker',
  device: 'HH-1',
  command: 'c1',
  commandType: 'putaway.put',
  reason: 'put',
  reasonCode: null,
  isCorrection: false,
  item: 'A0002',
  description: 'Salt 500 g',
  quantity: 8,
  unit: 'pcs',
  lot: null,
  serial: null,
  from: 'DOCK-01',
  to: 'A-01-02-1',
  fromPlate: plate,
  toPlate: plate,
  fromStatus: 'available',
  toStatus: 'available',
};

const found: Found = {
  kind: 'item',
  name: 'A0002',
  sourceSystem: 'DEMO',
  description: 'Salt 500 g',
  totals: [
    {
      item: 'A0002',
      description: 'Salt 500 g',
      unit: 'pcs',
      onHand: 14,
      reserved: 0,
      available: 8,
      byStatus: [
        { inventoryStatus: 'available', onHand: 10 },
        { inventoryStatus: 'quality', onHand: 4 },
      ],
    },
  ],
  stock: [
    {
      location: 'A-01-02-1',
      locationType: 'storage',
      licensePlate: plate,
      item: 'A0002',
      sourceSystem: 'DEMO',
      description: 'Salt 500 g',
      lot: null,
      expiryDate: null,
      serial: null,
      inventoryStatus: 'available',
      owner: 'DEMO',
      unit: 'pcs',
      onHand: 8,
      reserved: 0,
      available: 8,
    },
  ],
  hasMoreStock: false,
  expected: [
    {
      order: 'PO-1001',
      line: 2,
      item: 'A0002',
      description: 'Salt 500 g',
      lot: null,
      licensePlate: null,
      load: null,
      quantity: 10,
      of: 10,
      unit: 'pcs',
      plannedAt: '2026-03-03T06:00:00Z',
      from: 'Northern Mills',
    },
  ],
  work: [],
  promised: [],
  hasMorePromised: false,
  shipped: [],
  hasMoreShipped: false,
  history: [put, { ...put, id: 'e0', reason: 'receive', from: '@supplier', to: 'DOCK-01', fromPlate: null }],
  olderHistory: '1_e0',
  whyNot: null,
};

const goods = [
  ...warehouse,
  ...changes(
    ['licensePlate', plate, { ...plateThing(plate, 'A-01-02-1', flour, 3) }],
    ['licensePlate', 'LP-LOT', withMark('LP-LOT', { lot: 'L-77' })],
    ['licensePlate', 'LP-SER', withMark('LP-SER', { serial: 'SN-9' }, scanner)],
  ),
];

function withMark(number: string, mark: object, item = flour) {
  const thing = plateThing(number, 'A-01-03-1', item, 1);
  return { ...thing, contents: thing.contents.map((content) => ({ ...content, ...mark })) };
}

/** A device whose server answers every look-up with these meanings; without any, there is no network. */
function lookingUp(items?: readonly object[]): Promise<TestDevice> {
  return lookingUpOn(goods, (path) => {
    if (!items) return null;
    return path.includes('/history?') ? { items: [{ ...put, id: 'old' }], older: null } : { asOf: '', code: '', items };
  });
}

describe('with a network', () => {
  test('an item: how much, of which status, where, and what is still to come', async () => {
    const device = await lookingUp([found]);
    await device.scan('A0002');
    const { details, rows, actions, large } = await shown(device);
    expect(large).toBe('A0002');
    expect(details).toEqual(
      expect.arrayContaining([
        ['There are', '14 pcs, 8 free'],
        ['Of these', '10 available / 4 to be checked'],
        ['Still to come', '10 pcs'],
      ]),
    );
    expect(details.at(-1)).toEqual(['As of', expect.stringMatching(/^\d\d:\d\d, by the server$/)]);
    expect(rows).toEqual([['A-01-02-1', '0952 1234 0000 0020 17', '8 pcs']]);
    expect(actions).toEqual(['expected', 'history', 'details']);
    expect(device.environment.requests.map(({ path }) => path)).toEqual([
      '/api/device/look-up?code=A0002&warehouse=EAST',
    ]);
  });

  test('its history in plain words: what, from where to where, who and when', async () => {
    const device = await lookingUp([found]);
    const { rows, actions } = await shownAfter(device, 'A0002', 'history');
    expect(rows).toEqual([
      ['8 pcs put away', expect.stringMatching(/^DOCK-01 → A-01-02-1 · Wanda Worker · \d\d:\d\d$/), undefined],
      ['8 pcs received', expect.stringMatching(/^supplier → DOCK-01 · Wanda Worker/), undefined],
    ]);
    expect(actions).toEqual(['older']);
    await device.runner.give({ kind: 'action', name: 'older' });
    expect((await shown(device)).rows).toHaveLength(1);
    expect(device.environment.requests.at(-1)?.path).toBe(
      '/api/device/history?item=A0002&sourceSystem=DEMO&before=1_e0&warehouse=EAST',
    );
  });

  test('a change of status says what it was and what it is; hands are told by their badge', async () => {
    const turns = [
      { ...put, reason: 'status', from: 'A-01-02-1', toStatus: 'damaged' },
      { ...put, reason: 'move', from: 'HANDS-W-1' },
    ];
    const device = await lookingUp([{ ...found, history: turns }]);
    const { rows } = await shownAfter(device, 'A0002', 'history');
    expect(rows.map(([, detail]) => detail)).toEqual([
      expect.stringMatching(/^A-01-02-1: available → damaged · Wanda Worker/),
      expect.stringMatching(/^hands of W-1 → A-01-02-1 · Wanda Worker/),
    ]);
  });

  test('what is still to come, by order', async () => {
    const device = await lookingUp([found]);
    expect((await shownAfter(device, 'A0002', 'expected')).rows).toEqual([
      ['PO-1001, line 2', 'Salt 500 g · Northern Mills · 2026-03-03', '10 pcs'],
    ]);
  });

  test('why nothing of it is free is said', async () => {
    const whyNot = { code: 'stock.at_dock', params: { location: 'DOCK-01' } };
    const device = await lookingUp([{ ...found, whyNot }]);
    await device.scan('A0002');
    expect((await shown(device)).notice).toMatchObject({ key: 'stock.at_dock' });
  });

  test('a code that only the server knows is shown as what it is', async () => {
    const device = await lookingUp([
      { ...found, kind: 'lot', name: 'L-1', of: { item: 'A0002', description: 'Salt' } },
    ]);
    await device.scan('L-1');
    const { ask, large, rows } = await shown(device);
    expect([ask, large, rows.length]).toEqual(['Lot', 'L-1', 1]);
  });

  test('a code with several meanings is asked once', async () => {
    const lot = { ...found, kind: 'lot', name: 'X1', description: null, of: { item: 'A0001', description: 'Flour' } };
    const device = await lookingUp([lot, { ...found, name: 'X1' }]);
    await device.scan('X1');
    const { options } = await shown(device);
    expect(options).toEqual([
      ['A0001 · Flour', 'Lot'],
      ['Salt 500 g', 'Item'],
    ]);
    await device.runner.give({ kind: 'choice', key: '1' });
    expect(await shown(device)).toMatchObject({ large: 'X1', actions: ['expected', 'history'] });
  });

  test('a code that nobody knows is offered to be set aside', async () => {
    const device = await lookingUp([]);
    await device.scan('XYZ');
    expect((await shown(device)).ask).toBe('Nobody knows this code. Scan another label.');
    const offered = async () => (await device.runner.view())?.unknownCode;
    expect(await offered()).toBe('XYZ');
    await device.runner.setAside([]);
    expect(await offered()).toBeUndefined();
    const [report] = await device.queue();
    expect(report?.command).toMatchObject({
      type: 'unknown_codes.report',
      body: { text: 'XYZ', flow: 'look-up', step: 'code' },
    });
    await device.scan('XYZ');
    expect([(await shown(device)).large, await offered()]).toEqual(['XYZ', 'XYZ']);
  });
});

describe('without a network', () => {
  test('the device says what it knows, and as of when', async () => {
    const device = await lookingUp();
    await device.scan('A0002');
    const { large, details, rows, actions } = await shown(device);
    expect([large, rows.length, actions]).toEqual(['A0002', 1, ['details']]);
    expect(details.at(-1)).toEqual(['As of', '–, as this device knows it']);
    await device.database.put('meta', Date.parse('2026-03-02T06:12:00Z'), 'lastSyncAt');
    expect((await shown(device)).details.at(-1)?.[1]).toMatch(/^\d\d:12, as this device knows it$/);
  });

  test.each([
    ['a lot', 'l-77', 'Lot', 'A0001 · Rye flour 1 kg · LP-LOT'],
    ['a serial', 'SN-9', 'Serial number', 'A0003 · Hand scanner · LP-SER'],
  ])('finds %s on the plates it knows', async (_, code, ask, detail) => {
    const device = await lookingUp();
    await device.scan(code);
    expect(await shown(device)).toMatchObject({ ask, large: code, rows: [['A-01-03-1', detail, '1 pcs']] });
  });

  test('pieces with serial numbers are counted on their plate and at its place, not listed', async () => {
    const [piece] = withMark('LP-MANY', {}, scanner).contents;
    const many = {
      ...withMark('LP-MANY', {}),
      contents: ['SN-1', 'SN-2', 'SN-3'].map((serial) => ({ ...piece, serial })),
    };
    const device = await lookingUpOn([...goods, ...changes(['licensePlate', 'LP-MANY', many])], () => null);
    const row = ['A0003 · Hand scanner', 'LP-MANY', '3 pcs'];
    await device.scan('LP-MANY');
    expect((await shown(device)).rows).toEqual([row]);
    await device.scan('A-01-03-1');
    expect((await shown(device)).rows).toContainEqual(row);
    await device.scan('A0003');
    expect((await shown(device)).rows).toContainEqual(['A-01-03-1', 'LP-MANY', '3 pcs']);
  });

  test('a lot on a label with its item', async () => {
    const device = await lookingUp();
    await device.scan(']C1010400638133393110L-77');
    expect(await shown(device)).toMatchObject({ ask: 'Lot', large: 'L-77' });
  });

  test('a code that it does not know waits for the network', async () => {
    const device = await lookingUp();
    await device.scan('XYZ');
    expect(await shown(device)).toMatchObject({ ask: expect.stringMatching(/does not know it/), large: 'XYZ' });
    device.environment.answer(() => ({
      status: 200,
      body: { asOf: '', code: 'XYZ', items: [{ ...found, name: 'XYZ' }] },
      serverTimeMs: 0,
    }));
    expect(await shown(device)).toMatchObject({ large: 'XYZ', rows: [expect.anything()] });
  });

  test('what the server said before is still shown, as of then', async () => {
    const device = await lookingUp([found]);
    await device.scan('A0002');
    await shown(device);
    device.environment.answer(() => null);
    await device.environment.pass(600_000);
    await device.scan('DOCK-01', 'A0002');
    expect((await shown(device)).details).toEqual(expect.arrayContaining([['There are', '14 pcs, 8 free']]));
  });
});

test('every scan shows the next thing, and closing comes back to the task that was interrupted', async () => {
  const device = await testDevice(goods);
  await device.runner.open('put-away');
  await device.scan(`]C100${ssccOf(90)}`);
  await device.runner.open('look-up');
  await device.scan('A-01-02-1', 'SN-9', 'PO-1001', 'XYZ', 'A0002', '%CANCEL');
  expect((await device.runner.view())?.flow).toBe('put-away');
});
