import { describe, expect, test } from 'vitest';
import type { CartonThing, OutboundLoadThing, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { english, type TestDevice, testDevice } from './device.ts';
import { goods, large, line, prompt, shipment, types, walking, work } from './outbound-things.ts';
import { changes, flour, locationThing, salt, scanner, warehouse } from './things.ts';

/** Cartons of two shipments on two trucks: one open and one closed of SO-1, one closed of SO-2. */
const [open, closed, foreign] = [ssccOf(201), ssccOf(202), ssccOf(203)];
const scanned = (sscc: string) => `]C100${sscc}`;
const count = (quantity: number) => ({ kind: 'number', quantity, unit: 'pcs' }) as const;
const press = (name: string) => ({ kind: 'action', name }) as const;

function carton(number: string, status: string, location: string): CartonThing {
  return { carton: number, cartonType: 'BOX-M', status, location, weightGrams: null, trackingNumber: null };
}

const shipmentLine = {
  ...{ order: 'DEMO:SO-1', line: 1, item: salt.key, itemNumber: salt.number, description: salt.description },
  ...{ baseUnit: 'pcs', decimals: 0, quantityBase: 8, pickedBase: 8 },
};

const first = shipment('SH-1', [], {
  status: 'picked',
  lines: [shipmentLine],
  cartons: [carton(open, 'open', 'PACK-01'), carton(closed, 'closed', 'STAGE-01')],
  goods: [goods(salt, 5, 'PACK-01'), goods(salt, 3, 'STAGE-01', { licensePlate: closed })],
});
const second = shipment('SH-2', [], {
  status: 'picked',
  load: 'LD-2',
  orders: ['SO-2'],
  cartons: [carton(foreign, 'closed', 'STAGE-01')],
  goods: [goods(salt, 1, 'STAGE-01', { order: 'DEMO:SO-2', licensePlate: foreign })],
});

function truck(load: string, units: OutboundLoadThing['units']): OutboundLoadThing {
  const shipments = [...new Set(units.map((unit) => unit.shipment))];
  return { load, status: 'in_process', carrier: 'DHL', door: null, departsAt: null, shipments, units };
}

async function yard(...shipments: readonly ShipmentThing[]): Promise<TestDevice> {
  return testDevice([
    ...warehouse,
    ...changes(
      ['location', 'PACK-01', locationThing('PACK-01', 'packing', 90)],
      ['location', 'STAGE-01', locationThing('STAGE-01', 'staging', 91)],
      ['location', 'DOOR-01', locationThing('DOOR-01', 'door', 92)],
      ...shipments.map((each) => ['shipment', each.shipment, each] as const),
      ['outboundLoad', 'LD-1', truck('LD-1', [{ unit: closed, shipment: 'SH-1', isLoaded: false }])],
      ['outboundLoad', 'LD-2', truck('LD-2', [{ unit: foreign, shipment: 'SH-2', isLoaded: false }])],
    ),
  ]);
}

const packing = async () => {
  const device = await yard(first, second);
  await device.runner.open('pack');
  await device.scan(scanned(open));
  return device;
};

const loading = async () => {
  const device = await yard({ ...first, goods: first.goods.slice(1), cartons: first.cartons.slice(1) }, second);
  await device.runner.open('load');
  await device.scan(scanned(closed), 'DOOR-01');
  return device;
};

const confirming = async (...shipments: readonly ShipmentThing[]) => {
  const device = await yard(...shipments);
  await device.runner.open('ship');
  await device.scan('SH-1');
  return device;
};

describe('what does not fit is refused on the device, with what was expected and what it was', () => {
  const expired = line(1, flour, 'A-01-02-1', { lot: 'L1', expiryDate: '2026-03-01' });
  const serials = [1, 2].map((number) =>
    line(number, scanner, 'A-01-02-1', { serial: `S-${number}`, quantityBase: 1 }),
  );

  test.each([
    ['an item for another', [line(1, salt, 'A-01-02-1')], ['A-01-02-1', 'A0001'], /A0002 is meant, this is A0001/],
    ['a place for another', [line(1, salt, 'A-01-02-1')], ['A-01-03-1'], /A-01-02-1 is meant, this is A-01-03-1/],
    [
      'a plate for another',
      [line(1, salt, 'A-01-02-1', { licensePlate: closed })],
      [scanned(foreign)],
      new RegExp(`Wrong licence plate: .*${closed.slice(-2)} is meant, this is .*${foreign.slice(-2)}`),
    ],
    [
      'a lot for another',
      [line(1, flour, 'A-01-02-1', { lot: 'L1' })],
      ['A-01-02-1', '4006381333931', 'L9'],
      /L1 is meant, this is L9/,
    ],
    ['an expired lot', [expired], ['A-01-02-1', '4006381333931', 'L1'], /Lot L1 expired on 2026-03-01/],
    [
      'a serial number that is not there',
      serials,
      ['A-01-02-1', 'A0003', 'S-9'],
      /asks for serial number S-1, this is S-9/,
    ],
    [
      'more than the line asks for',
      [line(1, flour, 'A-01-02-1', { lot: 'L1', quantityBase: 5 })],
      ['A-01-02-1', '14006381333938'],
      /12 pcs are more than the 5 pcs/,
    ],
  ])('picking %s', async (_, lines, scans, said) => {
    const device = await walking(work('WK-1', lines));
    await device.scan(...scans);
    expect(device.said.at(-1)).toMatch(said);
    expect(await device.queue()).toEqual([]);
  });

  test('picking for an order that is on hold', async () => {
    const hold = { order: 'SO-1', holds: 'credit' };
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1', { hold })]));
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(count(5));
    expect(device.said.at(-1)).toMatch(/SO-1.*credit/);
    expect(await device.queue()).toEqual([]);
  });

  test.each([
    ['another order’s carton', scanned(foreign), /Wrong carton: .* is meant, .* belongs to SO-2/],
    ['a carton that is closed', scanned(closed), /Carton .* is closed already/],
    ['goods of another order', 'A0001', /Nothing of item A0001 is left to pack for shipment SH-1/],
  ])('packing with %s', async (_, scan, said) => {
    const device = await packing();
    await device.scan(scan);
    expect(device.said.at(-1)).toMatch(said);
    expect(await device.asks()).toBe('Scan what goes into the carton');
  });

  test('who packs is told which goods are asked about, and how many of them were scanned', async () => {
    const device = await packing();
    await device.scan('A0002');
    expect(device.said.at(-1)).toBe('Salt 500 g');
  });

  test('packing more than was picked', async () => {
    const device = await packing();
    await device.scan('A0002');
    await device.runner.give(count(6));
    expect(device.said.at(-1)).toMatch(/Only 5 pcs of item A0002 are left here, not 6/);
  });

  test('closing a carton twice', async () => {
    const device = await packing();
    await device.scan('A0002');
    await device.runner.give(count(5));
    await device.runner.give(press('done'));
    await device.runner.give(press('withoutWeight'));
    await device.runner.give(press('withoutTracking'));
    await device.scan(scanned(open));
    expect(device.said.at(-1)).toMatch(/Carton .* is closed already/);
    expect(await types(device)).toEqual(['packing.pack', 'packing.close_carton']);
  });

  test.each([
    ['longer than any carrier’s', 'A'.repeat(65)],
    ['far too long for a code', 'A'.repeat(5000)],
    ['nothing that could be printed', 'TR\u0001-1'],
  ])('a tracking number that is %s', async (_, scan) => {
    const device = await packing();
    await device.scan('A0002');
    await device.runner.give(count(5));
    await device.runner.give(press('done'));
    await device.runner.give(press('withoutWeight'));
    await device.scan(scan);
    expect(await device.asks()).toBe('Scan the tracking number');
    expect(await types(device)).toEqual(['packing.pack']);
  });

  test('loading what goes with another truck', async () => {
    const device = await loading();
    await device.scan(scanned(foreign));
    expect(device.said.at(-1)).toMatch(/belongs on load LD-2, not on LD-1/);
    expect(await device.queue()).toEqual([]);
  });

  test('confirming a shipment that is still being picked', async () => {
    const device = await confirming({ ...first, cartons: [], openWork: 1, works: ['WK-1'] });
    await device.runner.give(press('confirm'));
    expect(device.said.at(-1)).toMatch(/WK-1/);
    expect(await device.queue()).toEqual([]);
  });

  test('loading and confirming for an order that is on hold', async () => {
    const held = { ...first, cartons: first.cartons.slice(1), goods: first.goods.slice(1), heldOrders: ['SO-1'] };
    const device = await yard(held);
    await device.runner.open('load');
    await device.scan(scanned(closed), 'DOOR-01', scanned(closed));
    expect(device.said.at(-1)).toMatch(/Order SO-1 in shipment SH-1 is on hold/);
    await device.runner.open('ship');
    await device.scan('SH-1');
    await device.runner.give(press('confirm'));
    expect(device.said.at(-1)).toMatch(/Order SO-1 in shipment SH-1 is on hold/);
    expect(await device.queue()).toEqual([]);
  });

  test('confirming a shipment with an open carton', async () => {
    const device = await confirming(first);
    await device.runner.give(press('confirm'));
    expect(device.said.at(-1)).toMatch(new RegExp(open));
    expect(await device.queue()).toEqual([]);
  });
});

describe('what cannot be packed for now is not offered, and whoever scans it hears why', () => {
  const waiting = { ...first, cartons: [], goods: [goods(salt, 8, 'PACK-01')] };
  const offered = async (device: TestDevice) => (await device.runner.view())?.options.map(({ key }) => key);

  test.each([
    ['its order is on hold', { ...waiting, heldOrders: ['SO-1'] }, /Order SO-1 in shipment SH-1 is on hold/],
    ['it is on the truck', { ...waiting, goods: [goods(salt, 8, 'DOOR-01')] }, /A0002 is at door DOOR-01/],
  ])('%s', async (_, held, said) => {
    const device = await yard(held);
    await device.runner.open('pack');
    expect(await offered(device)).toEqual([]);
    await device.scan('SO-1');
    expect(device.said.at(-1)).toMatch(said);
  });

  test('what is on the truck is left out beside what waits for its carton, which stands where that is', async () => {
    const device = await yard({ ...waiting, goods: [goods(salt, 3, 'DOOR-01'), goods(flour, 5, 'PACK-01')] });
    await device.runner.open('pack');
    await device.scan('SH-1');
    await device.runner.give({ kind: 'choice', key: 'BOX-M' });
    await device.scan('A0002');
    expect(device.said.at(-1)).toMatch(/A0002 is at door DOOR-01/);
    expect(await device.bodies()).toMatchObject([{ location: 'PACK-01' }]);
  });

  test('a carton that is open while its order is on hold takes nothing more, and gives out what is in it', async () => {
    const inside = goods(salt, 3, 'PACK-01', { licensePlate: open });
    const device = await yard({ ...first, goods: [goods(salt, 5, 'PACK-01'), inside], heldOrders: ['SO-1'] });
    await device.runner.open('pack');
    await device.scan(scanned(open));
    expect(english((await prompt(device))?.notice ?? '')).toBe('On hold: SO-1. Nothing more is packed for now.');
    await device.scan('A0002');
    expect(device.said.at(-1)).toMatch(/Order SO-1 in shipment SH-1 is on hold/);
    await device.runner.give(press('out'));
    await device.scan('A0002');
    await device.runner.give(count(3));
    expect(await types(device)).toEqual(['packing.unpack']);
  });
});

test('another carton of the shipment is gone on with by its label', async () => {
  const more = ssccOf(204);
  const device = await yard({ ...first, cartons: [...first.cartons, carton(more, 'open', 'PACK-01')] });
  await device.runner.open('pack');
  await device.scan(scanned(open), scanned(more), 'A0002');
  await device.runner.give(count(5));
  expect(await device.bodies()).toMatchObject([{ carton: more, quantity: 5 }]);
});

test('an empty carton that was opened by mistake is given up', async () => {
  const device = await yard({
    ...first,
    cartons: [carton(open, 'open', 'PACK-01')],
    goods: [goods(salt, 8, 'PACK-01')],
  });
  await device.runner.open('pack');
  await device.scan('SO-1', scanned(open));
  await device.runner.give({ kind: 'action', name: 'discard' });
  expect(await device.asks()).toBe('Which carton do you take?');
  expect(await device.bodies()).toEqual([{ carton: open, discard: true }]);
  expect((await device.things.thing('shipment', 'SH-1'))?.cartons).toEqual([]);
});

test('the label of the carton that was closed is printed if it is wanted, and not offered again', async () => {
  const device = await packing();
  await device.scan('A0002');
  await device.runner.give(count(5));
  for (const action of ['done', 'withoutWeight', 'withoutTracking', 'label']) await device.runner.give(press(action));
  expect((await device.bodies()).at(-1)).toEqual({ kind: 'carton', subject: open });
  const before = (await device.bodies()).length;
  await device.runner.give(press('label'));
  expect(await device.bodies()).toHaveLength(before);
});

test('a carton that was packed without a network is found at its truck', async () => {
  const device = await yard({ ...first, cartons: [], goods: [goods(salt, 8, 'PACK-01')] });
  await device.runner.open('pack');
  await device.scan('SH-1');
  await device.runner.give({ kind: 'choice', key: 'BOX-M' });
  await device.scan('A0002');
  await device.runner.give(count(8));
  const [{ carton: number } = { carton: '' }] = (await device.bodies()) as { carton: string }[];
  await device.runner.give(press('done'));
  await device.runner.give(press('withoutWeight'));
  await device.runner.give(press('withoutTracking'));
  await device.runner.open('load');
  await device.scan(scanned(number));
  expect(await device.asks()).toBe('Scan the door of the truck');
});

describe('on the truck by mistake', () => {
  test('taken back in the list of the last scans, it stands in its lane again', async () => {
    const device = await loading();
    await device.scan(scanned(closed));
    expect((await prompt(device))?.progress).toMatchObject({ done: 1, of: 1 });
    await device.scan('%UNDO');
    expect(device.said.at(-1)).toMatch(/^Taken back/);
    expect((await prompt(device))?.progress).toMatchObject({ done: 0, of: 1 });
    expect(await types(device)).toEqual(['shipping.load', 'shipping.unload']);
    expect((await device.bodies()).at(-1)).toMatchObject({ licensePlate: closed, location: 'STAGE-01' });
  });

  test('taken off by its label, it is put into a lane that is scanned', async () => {
    const device = await loading();
    await device.scan(scanned(closed));
    await device.runner.give(press('off'));
    await device.scan(scanned(closed), 'DOOR-01');
    expect(await large(device)).toBe('');
    await device.scan('STAGE-01');
    expect(await types(device)).toEqual(['shipping.load', 'shipping.unload']);
  });
});
