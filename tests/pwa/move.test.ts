import { describe, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { testDevice } from './device.ts';
import { changes, flour, locationThing, plateThing, salt, scanner, warehouse } from './things.ts';

const waiting = ssccOf(90);
const pallet = ssccOf(71);
const box = ssccOf(72);
const carton = ssccOf(73);
const empty = ssccOf(74);

async function floor(task: string) {
  const work = {
    ...{ work: 'W-1', type: 'putaway', status: 'open', licensePlate: waiting, item: null },
    ...{ fromLocation: 'DOCK-01', toLocation: 'A-01-02-1', command: 'c-1' },
  };
  const shelf = { ...locationThing('A-01-05-1', 'storage', 14), plates: 3, mixedItems: true };
  const device = await testDevice([
    ...warehouse,
    ...changes(
      ['work', 'W-1', work],
      ['location', 'A-01-05-1', shelf],
      ['location', 'A-01-06-1', { ...locationThing('A-01-06-1', 'storage', 15), mixedItems: true }],
      ['licensePlate', pallet, plateThing(pallet, 'A-01-05-1', flour, 12)],
      ['licensePlate', box, plateThing(box, 'A-01-05-1', salt, 5)],
      ['licensePlate', carton, plateThing(carton, 'A-01-05-1', salt, 3)],
    ),
  ]);
  await device.runner.open(task);
  const scan = (...plates: string[]) =>
    device.scan(...plates.map((plate) => (plate.length === 18 ? `]C100${plate}` : plate)));
  const plate = (number: string) => device.things.thing('licensePlate', number);
  const last = async () => {
    const queued = (await device.queue()).at(-1);
    return [queued?.command.type, queued?.command.body];
  };
  return { ...device, device, scan, plate, last };
}

describe('moving', () => {
  test('a plate is scanned, then its new place', async () => {
    const { scan, last, plate, asks, said } = await floor('move');
    await scan(pallet, 'A-01-03-1');
    expect(await last()).toEqual(['inventory.move', { licensePlate: pallet, from: 'A-01-05-1', to: 'A-01-03-1' }]);
    expect((await plate(pallet))?.location).toBe('A-01-03-1');
    expect(said.at(-1)).toBe('12 pcs Rye flour 1 kg at A-01-03-1');
    expect(await asks()).toBe('Scan what you move');
  });

  test('a second scan of the same pallet confirms that it is meant, though it waits to be put away', async () => {
    const { scan, last, asks, told, things } = await floor('move');
    await scan(waiting);
    expect(told.at(-1)?.tone).toBe('ask');
    await scan(pallet, waiting);
    expect(told.at(-1)?.tone).not.toBe('good');
    expect(await asks()).toBe('Scan the new place');
    await scan('A-01-03-1');
    expect(await last()).toMatchObject(['inventory.move', { licensePlate: pallet }]);
    await scan(waiting, waiting, 'A-01-04-1');
    expect(await last()).toMatchObject(['inventory.move', { licensePlate: waiting, to: 'A-01-04-1' }]);
    expect(await things.thing('work', 'W-1')).toBeUndefined();
  });

  test('a part of a plate goes elsewhere by item and quantity, onto another plate too', async () => {
    const { scan, last, plate, runner } = await floor('move');
    await scan(box);
    await runner.give({ kind: 'action', name: 'part' });
    await scan('A0002');
    await runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
    await scan(carton);
    const goods = { item: 'A0002', sourceSystem: 'DEMO', quantity: 2, unit: 'pcs', licensePlate: box };
    const way = { from: 'A-01-05-1', to: 'A-01-05-1', toLicensePlate: carton };
    expect(await last()).toEqual(['inventory.move', { ...goods, ...way }]);
    expect((await plate(carton))?.contents).toMatchObject([{ quantityBase: 5 }]);
  });

  test('loose goods are moved by place, item, lot and quantity; or by their serial numbers', async () => {
    const { scan, last, runner } = await floor('move');
    await scan('A-01-02-1', 'A0001', 'L-7');
    await runner.give({ kind: 'number', quantity: 1.5, unit: 'pcs' });
    await runner.give({ kind: 'number', quantity: 3, unit: 'pcs' });
    await scan('A-01-03-1');
    const flourMoved = { item: 'A0001', sourceSystem: 'DEMO', quantity: 3, unit: 'pcs', lot: 'L-7' };
    expect(await last()).toEqual(['inventory.move', { ...flourMoved, from: 'A-01-02-1', to: 'A-01-03-1' }]);
    await scan('A0003', 'A-01-02-1', 'SN-1', 'SN-2');
    await runner.give({ kind: 'action', name: 'done' });
    await scan('A-01-03-1');
    expect(await last()).toMatchObject(['inventory.move', { serials: ['SN-1', 'SN-2'], item: scanner.number }]);
  });

  test.each<[string, string[], string]>([
    ['a plate that nobody knows', [ssccOf(99)], 'There is no licence plate'],
    ['back to the place it is at', [pallet, 'A-01-05-1'], 'The goods are at A-01-05-1 already.'],
    ['a place that nobody knows', [pallet, 'A-99-99-9'], 'A-99-99-9'],
    ['another plate that is scanned once', [pallet, box], 'Scan 3400'],
    ['the plate once more', [pallet, pallet], 'You are moving'],
  ])('%s moves nothing', async (_, scans, words) => {
    const { scan, queue, said } = await floor('move');
    await scan(...scans);
    expect(said.at(-1)).toContain(words.replace('3400', ''));
    expect(await queue()).toEqual([]);
  });

  test('a move is taken back', async () => {
    const { device, scan, last } = await floor('move');
    await scan(pallet, 'A-01-03-1');
    await device.scan('%UNDO');
    expect(await last()).toEqual(['inventory.move', { licensePlate: pallet, from: 'A-01-03-1', to: 'A-01-05-1' }]);
  });
});

describe('plates on plates', () => {
  test('a plate that was put on is taken off again by undo, unless it came from elsewhere', async () => {
    const { device, scan, last, runner } = await floor('plates');
    await scan(pallet, box);
    await device.scan('%UNDO');
    expect(await last()).toEqual(['inventory.break_plate', { licensePlate: pallet, nested: [box] }]);
    await scan(pallet);
    await runner.open('move');
    await scan(pallet, 'A-01-06-1');
    await runner.open('plates');
    await scan(pallet, carton);
    await device.scan('%UNDO');
    expect(await last()).toMatchObject(['inventory.build_plate', { licensePlate: carton }]);
  });

  test('a pallet is built, travels whole, and is broken up, without a network', async () => {
    const { device, scan, last, plate, runner } = await floor('plates');
    await scan(pallet, box, carton);
    expect(await last()).toEqual(['inventory.build_plate', { licensePlate: carton, toLicensePlate: pallet }]);
    expect([(await plate(pallet))?.nested, (await plate(box))?.parent]).toEqual([[box, carton], pallet]);
    await scan(carton, carton);
    expect(await last()).toEqual(['inventory.break_plate', { licensePlate: pallet, nested: [carton] }]);
    expect([(await plate(pallet))?.nested, (await plate(carton))?.parent]).toEqual([[box], undefined]);
    await scan(pallet);
    await runner.open('move');
    await scan(pallet, 'A-01-06-1');
    expect([(await plate(box))?.location, (await plate(carton))?.location]).toEqual(['A-01-06-1', 'A-01-05-1']);
    await runner.open('plates');
    await scan(pallet);
    await runner.give({ kind: 'action', name: 'break' });
    expect((await plate(pallet))?.nested).toBeUndefined();
    expect(await device.bodies()).toHaveLength(5);
  });

  test('an empty pallet, and a plate that is emptied onto another, are scanned twice', async () => {
    const { scan, last, plate, runner, queue } = await floor('plates');
    await scan(empty);
    expect(await queue()).toEqual([]);
    await scan(empty, box);
    expect(await last()).toEqual(['inventory.build_plate', { licensePlate: box, toLicensePlate: empty }]);
    await scan(empty, carton);
    await runner.give({ kind: 'action', name: 'onto' });
    await scan(box);
    expect(await last()).toMatchObject(['inventory.build_plate', {}]);
    await scan(box);
    expect(await last()).toEqual(['inventory.consolidate', { licensePlate: carton, toLicensePlate: box }]);
    expect([(await plate(carton))?.contents, (await plate(box))?.contents]).toMatchObject([[], [{ quantityBase: 8 }]]);
  });

  test('a pallet cannot stand on what stands on it', async () => {
    const { scan, said, last } = await floor('plates');
    await scan(pallet, box, pallet, box, pallet);
    expect(said.at(-1)).toContain('is what you move, or stands on it');
    expect(await last()).toEqual(['inventory.build_plate', { licensePlate: box, toLicensePlate: pallet }]);
  });
});
