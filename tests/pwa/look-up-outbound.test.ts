import { describe, expect, test } from 'vitest';
import type { Found } from '#shared/inventory/look-up.ts';
import type { FoundPaper, FoundPromise, PaperLine } from '#shared/inventory/look-up-outbound.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import type { TestDevice } from './device.ts';
import { lookingUpOn, shown, shownAfter } from './look-up-screen.ts';
import { floor, goods, line, shipment, work } from './outbound-things.ts';
import { changes, flour, salt } from './things.ts';

const carton = ssccOf(301);

const paperLine: PaperLine = {
  ...{ order: 'SO-9', line: 1, item: 'A0001', description: 'Rye flour 1 kg', unit: 'pcs', status: 'open' },
  ...{ location: null, wanted: 10, reserved: 0, released: 6, picked: 2, shipped: 0, cancelled: 0 },
  why: { code: 'order.waits_for_arrival', params: { item: 'A0001', expectedOn: '2026-03-09' } },
};

const paper: FoundPaper = {
  ...{ status: 'open', releaseStatus: 'partially_released', shipmentStatus: 'open', consignee: 'Corner Bakery' },
  ...{ carrier: 'Haulage', location: null, priority: 5, holds: [], claimedBy: null, dueAt: null, weightKg: null },
  ...{ trackingNumber: null, licensePlate: null, orders: [], shipments: ['SH-00000001'], loads: ['LD-00000001'] },
  ...{ waves: [], work: ['WK-1', 'WK-2', 'WK-3', 'WK-4', 'WK-5'], cartons: [], documents: [] },
  ...{ lines: [paperLine], hasMoreLines: false },
  turns: [
    { at: '2026-03-02T06:00:00.000Z', what: 'made', of: null, by: null },
    { at: '2026-03-02T06:10:00.000Z', what: 'closed', of: 'WK-1', by: 'W-1001' },
  ],
};

const shippedGoods: FoundPromise = {
  ...{ order: 'SO-9', line: 1, consignee: 'Corner Bakery', item: 'A0003', quantity: 1, unit: 'pcs', lot: null },
  ...{ serial: 'SN-7', licensePlate: carton, location: 'DOOR-01', state: 'shipped', shipment: 'SH-00000001' },
  ...{ load: 'LD-00000001', work: null, documentNumber: 'PS-00000001', shippedAt: '2026-03-02T06:20:00.000Z' },
};

const blank = {
  ...{ sourceSystem: null, description: null, totals: [], stock: [], hasMoreStock: false, expected: [], work: [] },
  ...{ promised: [], hasMorePromised: false, shipped: [], hasMoreShipped: false },
  ...{ history: [], olderHistory: null, whyNot: null },
};

const order: Found = { ...blank, kind: 'outboundOrder', name: 'SO-9', sourceSystem: 'DEMO', paper };

/** A device whose server answers every look-up with these, and every question why with these verdicts. */
async function lookingUp(items: readonly Found[] | null, verdicts: readonly object[] = []): Promise<TestDevice> {
  const picked = goods(flour, 3, 'PACK-01', { licensePlate: carton });
  const box = {
    carton,
    cartonType: 'BOX-S',
    status: 'open',
    location: 'PACK-01',
    weightGrams: null,
    trackingNumber: null,
  };
  const lines = [
    { order: 'DEMO:SO-1', line: 1, item: flour.key, itemNumber: flour.number, description: flour.description },
  ].map((one) => ({ ...one, baseUnit: 'pcs', decimals: 0, quantityBase: 5, pickedBase: 3 }));
  const things = [
    ...floor(
      work('WK-9', [line(1, flour, 'A-01-02-1', { pickedBase: 3 }), line(2, salt, 'A-01-03-1', { blockedBy: 'WK-8' })]),
    ),
    ...changes(
      [
        'shipment',
        'SH-1',
        shipment('SH-1', ['WK-9'], { customer: 'Corner Bakery', lines, goods: [picked], cartons: [box] }),
      ],
      [
        'outboundLoad',
        'LD-1',
        {
          ...{ load: 'LD-1', status: 'in_process', carrier: 'Haulage', door: 'DOOR-01', departsAt: null },
          ...{ shipments: ['SH-1'], units: [{ unit: carton, shipment: 'SH-1', isLoaded: true }] },
        },
      ],
    ),
  ];
  return lookingUpOn(things, (path) => {
    if (!items) return null;
    return path.includes('/explain?') ? { items: verdicts } : { asOf: '', code: '', items };
  });
}

describe('with a network', () => {
  test('an outbound order: how far each line is, what it waits for, where it is going', async () => {
    const device = await lookingUp([order]);
    await device.scan('SO-9');
    const { ask, large, details, rows, actions } = await shown(device);
    expect([ask, large]).toEqual(['Order to ship', 'SO-9']);
    expect(details.map(([, value]) => value)).toEqual(expect.arrayContaining(['partly released', 'SH-00000001']));
    const because = 'A0001 – There is not enough of A0001. More is expected on 2026-03-09; then it goes on by itself.';
    expect(rows).toEqual([['Rye flour 1 kg', because, '0 / 10 pcs']]);
    expect(actions).toEqual(['papers', 'why', 'history']);
    await device.runner.give({ kind: 'action', name: 'papers' });
    const papers = (await shown(device)).details.map(([, value]) => value);
    expect(papers).toEqual(expect.arrayContaining(['LD-00000001', 'WK-1, WK-2, WK-3 + 2']));
  });

  test('why it cannot be picked is asked of the server, and said line by line', async () => {
    const problem = { code: 'picking.wave_on_hold', params: { wave: 'WV-1', work: 'WK-1' } };
    const device = await lookingUp(
      [order],
      [
        { subject: { order: 'SO-9', line: 1, item: 'A0001', direction: 'outbound' }, allowed: false, problem },
        { subject: { order: 'SO-9', line: 2, item: 'A0002', direction: 'outbound' }, allowed: true, problem: null },
      ],
    );
    expect((await shownAfter(device, 'SO-9', 'why')).rows).toEqual([
      ['Line 1 · A0001', expect.stringContaining('Wave WV-1 is on hold'), undefined],
      ['Line 2 · A0002', expect.stringContaining('can be picked'), undefined],
    ]);
    expect(device.environment.requests.at(-1)?.path).toBe(
      '/api/device/explain?order=SO-9&sourceSystem=DEMO&warehouse=EAST',
    );
  });

  test('what became of it, the newest first', async () => {
    const device = await lookingUp([order]);
    expect((await shownAfter(device, 'SO-9', 'history')).rows).toEqual([
      ['Done', expect.stringMatching(/^W-1001 · /), 'WK-1'],
      ['Made', expect.any(String), undefined],
    ]);
  });

  test('who received a serial number that was shipped', async () => {
    const of = { item: 'A0003', description: 'Hand scanner', expiryDate: null };
    const device = await lookingUp([{ ...blank, kind: 'serial', name: 'SN-7', of, shipped: [shippedGoods] }]);
    await device.scan('SN-7');
    expect((await shown(device)).actions).toContain('whose');
    await device.runner.give({ kind: 'action', name: 'whose' });
    const { ask, rows } = await shown(device);
    expect(ask).toBe('Who received it');
    expect(rows).toEqual([['Corner Bakery', expect.stringMatching(/^SO-9 \/ 1 · PS-00000001 · /), '1 pcs']]);
  });

  test('an order number of two source systems is asked once, with the system beside it', async () => {
    const device = await lookingUp([order, { ...order, sourceSystem: 'SHOP' }]);
    await device.scan('SO-9');
    expect((await shown(device)).options).toEqual([
      ['SO-9', 'Order to ship · SO-9 · DEMO'],
      ['SO-9', 'Order to ship · SO-9 · SHOP'],
    ]);
    await device.runner.give({ kind: 'choice', key: '1' });
    expect((await shown(device)).large).toBe('SO-9');
  });

  test('a carton is told of as a carton, though the scanner says plate', async () => {
    const box: Found = {
      ...{ ...blank, kind: 'carton' as const, name: carton, shipped: [shippedGoods] },
      plate: { location: null, parent: null, nested: [], announcedOn: null },
      paper: { ...paper, status: 'shipped', lines: [] },
    };
    const device = await lookingUp([box]);
    await device.scan(carton);
    expect(await shown(device)).toMatchObject({
      ask: 'Carton',
      large: 'shipped',
      actions: ['whose', 'papers', 'history'],
    });
  });

  test('forty lines are shown twelve at a time', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => ({ ...paperLine, line: index + 1 }));
    const device = await lookingUp([{ ...order, paper: { ...paper, lines } }]);
    await device.scan('SO-9');
    const first = await shown(device);
    expect(first.rows).toHaveLength(13);
    expect(first.rows.at(-1)?.[0]).toBe('and 28 more');
    const sizes = [];
    for (let page = 0; page < 3; page += 1) {
      await device.runner.give({ kind: 'action', name: 'rest' });
      sizes.push((await shown(device)).rows.length);
    }
    expect(sizes).toEqual([12, 12, 4]);
    expect((await shown(device)).actions).toEqual([]);
  });
});

describe('without a network the device says what it has', () => {
  test.each([
    ['claimed work', 'WK-9', 'Work', ['Rye flour 1 kg', 'Salt 500 g']],
    ['a shipment', 'SH-1', 'Shipment', ['Rye flour 1 kg']],
    ['an outbound order', 'SO-1', 'Order to ship', ['Rye flour 1 kg']],
    ['a truck', 'LD-1', 'Truck load', ['0952 1234 0000 0030 14']],
    ['a carton', carton, 'Carton', ['Rye flour 1 kg']],
  ])('%s', async (_what, code, ask, titles) => {
    const device = await lookingUp(null);
    await device.scan(code);
    const view = await shown(device);
    expect(view.ask).toBe(ask);
    expect(view.rows.map(([title]) => title)).toEqual(titles);
    expect(view.details.at(-1)?.[1]).toMatch(/as this device knows it$/);
  });
});
