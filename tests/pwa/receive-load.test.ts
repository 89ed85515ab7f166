import { describe, expect, test } from 'vitest';
import type { ExpectedPlateThing, InboundLoadThing } from '#shared/ledger/thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { applyPage, type Change, cursorFor } from '../../pwa/store/snapshot.ts';
import { english, type TestDevice, testDevice } from './device.ts';
import { flour, lineThing, order, salt, warehouse } from './things.ts';

const [pallet, tray] = [ssccOf(701), ssccOf(702)];

const load: InboundLoadThing = {
  load: 'ASN-77',
  sourceSystem: 'DEMO',
  status: 'open',
  isPlanned: true,
  expectedArrival: null,
  carrier: 'Northern Haulage',
  notes: null,
  orders: ['DEMO:PO-1', 'DEMO:PO-2'].map((each) => ({ order: each, shipment: 'S-1' })),
  lines: [
    { order: 'DEMO:PO-1', line: 1, expectedBase: 6, overPercent: 0, registeredBase: 0 },
    { order: 'DEMO:PO-2', line: 1, expectedBase: 4, overPercent: 0, registeredBase: 0 },
    { order: 'DEMO:PO-2', line: 2, expectedBase: 5, overPercent: 0, registeredBase: 0 },
  ],
};

function expected(licensePlate: string, parent: string | null, lines: [string, number, string, number][]) {
  const plate: ExpectedPlateThing = {
    ...{ licensePlate, load: load.load, shipment: 'S-1', parent },
    lines: lines.map(([orderKey, line, item, quantityBase], position) => ({
      ...{ position, order: orderKey, line, item, quantityBase, registeredBase: 0 },
      ...{ lot: null, expiryDate: null, serials: null, inventoryStatus: null },
    })),
  };
  return plate;
}

const things: readonly Change[] = [
  ...warehouse.filter(({ kind }) => kind !== 'inboundOrder'),
  ...(
    [
      ['inboundOrder', 'DEMO:PO-1', { ...order('PO-1', [lineThing(1, salt, 6)]), openLoads: ['ASN-77'] }],
      [
        'inboundOrder',
        'DEMO:PO-2',
        {
          ...order('PO-2', [lineThing(1, salt, 4), lineThing(2, { ...flour, isLotTracked: false }, 5)]),
          openLoads: ['ASN-77'],
        },
      ],
      ['inboundLoad', 'ASN-77', load],
      ['expectedPlate', pallet, expected(pallet, null, [['DEMO:PO-1', 1, salt.key, 6]])],
      ['expectedPlate', tray, expected(tray, pallet, [['DEMO:PO-2', 1, salt.key, 4]])],
    ] as const
  ).map(([kind, key, value], index): Change => ({ position: 900 + index, kind, key, deleted: false, value }) as Change),
];

async function atTheDock(): Promise<TestDevice> {
  const device = await testDevice(things);
  await device.runner.open('receive');
  return device;
}

async function rows(device: TestDevice): Promise<string[]> {
  const view = await device.runner.view();
  return (view?.prompt.rows ?? []).map(({ title, value }) => `${english(title)}: ${english(value ?? '')}`);
}

describe('a plate that the supplier announced', () => {
  test('shows what is to be on it and on the plates on it; a second scan books it all', async () => {
    const device = await atTheDock();
    await device.scan(`]C100${pallet}`);
    expect(await device.asks()).toBe('Is all of this on it?');
    expect(await rows(device)).toEqual(['Salt 500 g: 6 pcs', 'Salt 500 g: 4 pcs']);
    await device.scan(`]C100${pallet}`);
    expect(await device.bodies()).toEqual([{ licensePlate: pallet, load: 'ASN-77' }]);
    expect(await device.asks()).toBe('Scan order, load or plate');
  });

  test('once booked offline is known to be in, before the server has heard of it', async () => {
    const device = await atTheDock();
    await device.scan(`]C100${pallet}`, `]C100${pallet}`);
    await device.scan(`]C100${tray}`, `]C100${tray}`);
    expect(device.said.at(-1)).toMatch(/of load ASN-77 is/);
    expect(await device.bodies()).toHaveLength(1);
    const plate = await device.things.thing('licensePlate', pallet);
    expect(plate?.location).toBe('DOCK-01');
  });

  test('another plate scanned at the question is no yes', async () => {
    const device = await atTheDock();
    await device.scan(`]C100${pallet}`, `]C100${tray}`);
    expect(await device.bodies()).toEqual([]);
    expect(await device.asks()).toBe('Is all of this on it?');
  });

  test('that differs is gone through item by item, onto the same plate', async () => {
    const device = await atTheDock();
    await device.scan(`]C100${tray}`);
    await device.runner.give({ kind: 'action', name: 'exception' });
    await device.scan('A0002');
    await device.runner.give({ kind: 'choice', key: 'DEMO:PO-2' });
    await device.runner.give({ kind: 'number', quantity: 3, unit: 'pcs' });
    await device.runner.give({ kind: 'action', name: 'samePlate' });
    expect(await device.bodies()).toEqual([
      {
        order: 'PO-2',
        sourceSystem: 'DEMO',
        load: 'ASN-77',
        line: 1,
        item: 'A0002',
        quantity: 3,
        unit: 'pcs',
        licensePlate: tray,
      },
    ]);
    expect(await device.asks()).toBe('Scan the next item');
  });

  test('that nobody announced says what to do instead', async () => {
    const device = await atTheDock();
    await device.scan(`]C100${ssccOf(999)}`);
    expect(device.said.at(-1)).toMatch(/was not announced\. Scan the order or the load/);
  });
});

describe('a load of several orders', () => {
  test('an item of one order finds it; an item of two asks for which', async () => {
    const device = await atTheDock();
    await device.scan('ASN-77', 'A0002');
    expect(await device.asks()).toBe('For which order?');
    await device.runner.give({ kind: 'choice', key: 'DEMO:PO-1' });
    expect(await device.asks()).toBe('How many?');
  });

  test('that is announced otherwise meanwhile shows what it brings now, also of an order that was not on it', async () => {
    const before = { ...load, orders: load.orders.slice(0, 1), lines: load.lines.slice(0, 1) };
    const device = await testDevice(
      things.map((change) => (change.kind === 'inboundLoad' ? ({ ...change, value: before } as Change) : change)),
    );
    await device.runner.open('receive');
    await device.scan('ASN-77');
    const items = [{ position: 2000, kind: 'inboundLoad', key: 'ASN-77', deleted: false, value: load } as Change];
    const page = { items, next: 2000, hasMore: false, reset: false };
    await applyPage(device.database, await cursorFor(device.database, 'EAST'), page);
    expect(await rows(device)).toHaveLength(3);
    await device.scan('A0002');
    expect(await device.asks()).toBe('For which order?');
  });

  test('an item of no order on it is refused', async () => {
    const device = await atTheDock();
    await device.scan('ASN-77', 'A0003');
    expect(device.said.at(-1)).toMatch(/A0003 is on no order of load ASN-77/);
  });

  test('is closed as a whole, its differences accepted on purpose', async () => {
    const device = await atTheDock();
    await device.scan('ASN-77');
    await device.runner.give({ kind: 'action', name: 'done' });
    await device.scan('PS-5521');
    expect(await device.asks()).toMatch(/differ/i);
    await device.runner.give({ kind: 'action', name: 'confirm' });
    expect(await device.bodies()).toEqual([
      { load: 'ASN-77', acceptDifferences: true, supplierPackingSlip: 'PS-5521' },
    ]);
  });
});

test('a load that is looked up says how far it is, of which orders, and what of it is in', async () => {
  const device = await testDevice(things);
  await device.runner.open('look-up');
  await device.scan('ASN-77');
  const view = await device.runner.view();
  expect([english(view?.prompt.ask ?? ''), view?.prompt.large]).toEqual(['Load', 'ASN-77']);
  const details = Object.fromEntries((view?.prompt.details ?? []).map(({ label, value }) => [label, english(value)]));
  expect(details).toMatchObject({
    'lookUp.status': 'Open',
    'lookUp.carrier': 'Northern Haulage',
    'lookUp.orders': 'PO-1, PO-2',
    'lookUp.platesIn': '0 / 2',
  });
  expect(await rows(device)).toEqual([
    'Salt 500 g: 0 of 6 pcs',
    'Salt 500 g: 0 of 4 pcs',
    'Rye flour 1 kg: 0 of 5 pcs',
  ]);
  await device.runner.open('receive');
  await device.scan(`]C100${pallet}`, `]C100${pallet}`);
  await device.runner.open('look-up');
  await device.scan('ASN-77');
  expect((await rows(device)).slice(0, 2)).toEqual(['Salt 500 g: 6 of 6 pcs', 'Salt 500 g: 4 of 4 pcs']);
});
