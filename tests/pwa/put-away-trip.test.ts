import { describe, expect, test } from 'vitest';
import type { WorkThing } from '#shared/ledger/thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { amount } from '../../pwa/ui/words.ts';
import { english, testDevice } from './device.ts';
import { changes, flour, itemThing, locationThing, plateThing, salt, warehouse } from './things.ts';

const plates = [101, 102, 103].map((number) => ssccOf(number));
const [first = '', second = '', third = ''] = plates;
const scanOf = (plate: string) => `]C100${plate}`;

function work(plate: string, toLocation: string | null, more: Partial<WorkThing> = {}): WorkThing {
  const of = { work: `${plate}.work`, type: 'putaway', status: 'open', licensePlate: plate, item: null };
  return { ...of, fromLocation: 'DOCK-01', toLocation, command: 'command', ...more };
}

/** Three plates at the dock, and where the server wants them. */
function dock(...places: (string | null)[]) {
  return [
    ...warehouse,
    ...changes(
      ...plates.map((plate) => ['licensePlate', plate, plateThing(plate, 'DOCK-01', salt, 5)] as const),
      ...plates.map((plate, index) => ['work', `${plate}.work`, work(plate, places[index] ?? null)] as const),
    ),
  ];
}

const inOrder = dock('A-01-04-1', 'A-01-02-1', 'A-01-03-1');

async function loaded(things = inOrder, scanned = plates) {
  const device = await testDevice(things);
  await device.runner.open('put-away-trip');
  await device.scan(...scanned.map(scanOf));
  return device;
}

async function onTheWay(things = inOrder, scanned = plates) {
  const device = await loaded(things, scanned);
  await device.runner.give({ kind: 'action', name: 'done' });
  return device;
}

const places = async (device: Awaited<ReturnType<typeof loaded>>) => (await device.runner.view())?.prompt;

describe('taking several plates along', () => {
  test('each scan claims a plate for its place, and nothing is put yet', async () => {
    const device = await loaded();
    expect(await device.bodies()).toEqual([
      { licensePlate: first, to: 'A-01-04-1' },
      { licensePlate: second, to: 'A-01-02-1' },
      { licensePlate: third, to: 'A-01-03-1' },
    ]);
    expect((await device.queue()).map(({ command }) => command.type)).toEqual(Array(3).fill('putaway.claim'));
    expect((await places(device))?.rows).toHaveLength(3);
  });

  test('a plate that is scanned again stays at the dock', async () => {
    const device = await loaded(inOrder, [first, second, first]);
    expect((await device.queue()).at(-1)?.command).toMatchObject({
      type: 'putaway.release_claim',
      body: { licensePlate: first },
    });
    expect((await places(device))?.rows).toHaveLength(1);
  });

  test('a plate on another’s trip is taken over with a second scan', async () => {
    const things = [...inOrder, ...changes(['work', `${first}.work`, work(first, 'A-01-04-1', { claimedBy: 'W-9' })])];
    const device = await loaded(things, [first]);
    expect(device.said.at(-1)).toMatch(/is on the trip of W-9\. Scan it once more/);
    await device.scan(scanOf(first));
    expect(await device.bodies()).toEqual([{ licensePlate: first, to: 'A-01-04-1', takeOver: true }]);
  });

  test('a plate of which its carrier said nothing for long is taken with one scan, and counts as waiting', async () => {
    const claimed = { claimedBy: 'W-9', claimedUntil: '2026-03-02T06:59:59Z' };
    const things = [...inOrder, ...changes(['work', `${first}.work`, work(first, 'A-01-04-1', claimed)])];
    const device = await loaded(things, []);
    expect(english((await places(device))?.about ?? '')).toBe('0 taken along, 3 still wait at the docks');
    await device.scan(scanOf(first));
    expect(await device.bodies()).toEqual([{ licensePlate: first, to: 'A-01-04-1' }]);
    expect(english((await places(device))?.about ?? '')).toBe('1 taken along, 2 still wait at the docks');
  });

  test.each([
    ['unknown', ssccOf(999), /There is no licence plate/],
    ['not at a dock', 'moved', /is not at the dock/],
  ])('a plate that is %s does not come along', async (_, plate, said) => {
    const moved = ssccOf(104);
    const things = [...inOrder, ...changes(['licensePlate', moved, plateThing(moved, 'A-01-02-1', salt, 5)])];
    const device = await loaded(things, [plate === 'moved' ? moved : plate]);
    expect(device.said.at(-1)).toMatch(said);
    expect(await device.queue()).toEqual([]);
  });

  test('a plate that stands on another comes along with that one only, told as one quantity of the item', async () => {
    const [pallet, layer] = [ssccOf(105), ssccOf(106)];
    const onPallet = { ...plateThing(layer, 'DOCK-01', salt, 7), parent: pallet };
    const things = [
      ...inOrder,
      ...changes(
        ['licensePlate', pallet, { ...plateThing(pallet, 'DOCK-01', salt, 5), nested: [layer] }],
        ['licensePlate', layer, onPallet],
        ['work', `${pallet}.work`, work(pallet, 'A-01-02-1')],
      ),
    ];
    const device = await loaded(things, [layer]);
    expect(device.said.at(-1)).toMatch(/stands on .* Take .* along/);
    expect(await device.queue()).toEqual([]);
    await device.scan(scanOf(pallet));
    expect((await places(device))?.rows).toMatchObject([{ title: amount(12, 'pcs', 'Salt 500 g') }]);
  });

  test('plates of one trip do not all get the last room of one place', async () => {
    const narrow = { ...locationThing('A-01-02-1', 'storage', 11), capacityPlates: 1 };
    const things = [...dock(null, null, null), ...changes(['location', 'A-01-02-1', narrow])];
    const device = await loaded(things);
    expect((await device.bodies()).map((body) => (body as { to: string }).to)).toEqual([
      'A-01-02-1',
      'A-01-03-1',
      'A-01-03-1',
    ]);
  });

  test('the rules of the warehouse and what places bear are asked without a network too', async () => {
    const heavy = itemThing('A0009', 'Anvil', { weightMilligrams: 30_000_000, category: 'steel' });
    const rule = { code: 'steel', name: 'Steel', isActive: true, when: { categories: ['steel'] }, zones: ['S'] };
    const rules = [{ ...rule, locationTypes: [], strategies: ['empty'], otherwise: 'stop' }];
    const bearing = (code: string, walk: number, grams: number) =>
      ['location', code, { ...locationThing(code, 'storage', walk), zone: 'S', capacityWeightGrams: grams }] as const;
    const things = [
      ...dock(null, null, null),
      ...changes(
        ['item', heavy.key, heavy],
        ['licensePlate', first, plateThing(first, 'DOCK-01', heavy, 2)],
        ['putawayRules', 'EAST', { rules }],
        bearing('S-01', 21, 59_999),
        bearing('S-02', 22, 60_000),
      ),
    ];
    const device = await loaded(things, [first, second]);
    expect(await device.bodies()).toMatchObject([{ to: 'S-02' }, { licensePlate: second }]);
    expect((await device.bodies())[1]).not.toHaveProperty('to');
  });
});

describe('leading along the way', () => {
  test('the nearest place comes first, and progress is in sight', async () => {
    const device = await onTheWay();
    expect(await places(device)).toMatchObject({
      large: 'A-01-02-1',
      about: amount(5, 'pcs', 'Salt 500 g'),
      progress: { done: 0, of: 3 },
      rows: [{ value: 'A-01-03-1' }, { value: 'A-01-04-1' }],
    });
  });

  test('at a place the plate is scanned as long as there are several, then the place alone does', async () => {
    const device = await onTheWay();
    await device.scan('A-01-02-1');
    expect(await device.asks()).toBe('Scan the plate you put here');
    await device.scan(scanOf(second), 'A-01-03-1', scanOf(third), 'A-01-04-1');
    expect((await device.bodies()).slice(3)).toEqual([
      { licensePlate: second, to: 'A-01-02-1', proposed: 'A-01-02-1' },
      { licensePlate: third, to: 'A-01-03-1', proposed: 'A-01-03-1' },
      { licensePlate: first, to: 'A-01-04-1', proposed: 'A-01-04-1' },
    ]);
    expect(await device.asks()).toBe('Scan the first plate you take along');
  });

  test('a plate that belongs elsewhere is put here only when it is scanned twice, with a reason', async () => {
    const device = await onTheWay();
    await device.scan('A-01-02-1', scanOf(first));
    expect(device.said.at(-1)).toMatch(/belongs to A-01-04-1/);
    await device.scan(scanOf(first));
    expect(await device.asks()).toBe('Why not A-01-04-1?');
    await device.runner.give({ kind: 'choice', key: 'full' });
    expect((await device.bodies()).at(-1)).toEqual({
      licensePlate: first,
      to: 'A-01-02-1',
      proposed: 'A-01-04-1',
      overrideReason: 'full',
    });
  });

  test('a plate that is not on the trip is not put', async () => {
    const device = await onTheWay(inOrder, [first, second]);
    await device.scan('A-01-02-1', scanOf(third));
    expect(device.said.at(-1)).toMatch(/is not on this trip/);
    expect(await device.queue()).toHaveLength(2);
  });

  test('the place of another plate on the trip may come first', async () => {
    const device = await onTheWay();
    await device.scan('A-01-04-1', scanOf(first));
    expect((await device.bodies()).at(-1)).toMatchObject({ licensePlate: first, to: 'A-01-04-1' });
    expect(await places(device)).toMatchObject({ large: 'A-01-02-1', progress: { done: 1, of: 3 } });
  });

  test('another place asks for a second scan of the same', async () => {
    const device = await onTheWay(inOrder, [second]);
    await device.scan('A-01-03-1');
    expect(device.said.at(-1)).toMatch(/^A-01-03-1 is not A-01-02-1/);
    await device.scan('A-01-03-1');
    expect(await device.asks()).toBe('Why not A-01-02-1?');
  });

  test('the check digits on the label do as well', async () => {
    const device = await onTheWay(inOrder, [second]);
    await device.scan('33');
    expect((await device.bodies()).at(-1)).toMatchObject({ licensePlate: second, to: 'A-01-02-1' });
  });

  test('a place is left for the end, or a plate is given back', async () => {
    const device = await onTheWay();
    await device.runner.give({ kind: 'action', name: 'skip' });
    expect(await places(device)).toMatchObject({ large: 'A-01-03-1' });
    await device.runner.give({ kind: 'action', name: 'leave' });
    expect((await device.bodies()).at(-1)).toEqual({ licensePlate: third });
    expect(await places(device)).toMatchObject({ large: 'A-01-04-1', progress: { done: 0, of: 2 } });
  });

  test('a killed app goes on at the same place of the same trip', async () => {
    const device = await onTheWay();
    await device.scan('A-01-02-1');
    await device.kill();
    expect(await device.asks()).toBe('Scan the plate you put here');
    await device.scan(scanOf(second));
    await device.kill();
    expect(await places(device)).toMatchObject({ large: 'A-01-03-1', progress: { done: 1, of: 3 } });
  });

  test('from a dock at the far end the way is walked back', async () => {
    const far = changes(['location', 'DOCK-01', { ...locationThing('DOCK-01', 'receiving', 90) }]);
    const device = await onTheWay([...inOrder, ...far]);
    expect(await places(device)).toMatchObject({ large: 'A-01-04-1' });
  });
});

describe('a plate that no place bears as a whole', () => {
  const bearing = (code: string, walk: number, grams: number) =>
    ['location', code, { ...locationThing(code, 'storage', walk), capacityWeightGrams: grams }] as const;
  const bags = itemThing('A0010', 'Flour sack', {
    weightMilligrams: 1_000_000,
    units: [{ unit: 'case', numerator: 12, denominator: 1 }],
  });
  const things = [
    ...warehouse,
    ...changes(
      ['item', bags.key, bags],
      bearing('A-01-02-1', 11, 30_000),
      bearing('A-01-03-1', 12, 20_000),
      bearing('A-01-04-1', 13, 5000),
      ['licensePlate', first, plateThing(first, 'DOCK-01', bags, 40)],
      ['work', `${first}.work`, work(first, null)],
    ),
  ];

  test('is led in parts, in whole cases, each to what its place bears', async () => {
    const device = await testDevice(things);
    await device.runner.open('put-away');
    await device.scan(scanOf(first));
    expect(await places(device)).toMatchObject({ large: 'A-01-02-1', progress: { done: 0, of: 2 } });
    expect(await device.asks()).toBe('Take off 24 pcs and bring them to');
    await device.scan('A-01-03-1');
    expect(device.said.at(-1)).toMatch(/This part belongs to A-01-02-1/);
    await device.scan('A-01-02-1', 'A-01-03-1');
    expect(await device.bodies()).toMatchObject([
      { licensePlate: first, item: 'A0010', quantity: 24, unit: 'pcs', to: 'A-01-02-1' },
      { licensePlate: first, item: 'A0010', quantity: 16, unit: 'pcs', to: 'A-01-03-1' },
    ]);
    expect(await device.asks()).toBe('Scan the licence plate');
  });

  test('a sack of several items is left to the worker', async () => {
    const mixed = plateThing(first, 'DOCK-01', bags, 40);
    const contents = [...mixed.contents, ...plateThing(first, 'DOCK-01', flour, 1).contents];
    const device = await testDevice([...things, ...changes(['licensePlate', first, { ...mixed, contents }])]);
    await device.runner.open('put-away');
    await device.scan(scanOf(first));
    expect(await device.asks()).toBe('No place was found: choose one and scan it');
  });
});
