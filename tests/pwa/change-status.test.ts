import { expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { testDevice } from './device.ts';
import { changes, flour, plateThing, warehouse } from './things.ts';

const pallet = ssccOf(71);

async function floor() {
  const device = await testDevice([
    ...warehouse,
    ...changes(['licensePlate', pallet, plateThing(pallet, 'A-01-02-1', flour, 12)]),
  ]);
  await device.runner.open('status');
  const choose = async (...keys: string[]) => {
    for (const key of keys) await device.runner.give({ kind: 'choice', key });
  };
  const last = async () => (await device.queue()).at(-1)?.command.body;
  return { ...device, choose, last };
}

test('a pallet is scanned, then what its goods are now, and why; the handheld knows it at once', async () => {
  const { scan, choose, last, asks, things } = await floor();
  await scan(`]C100${pallet}`);
  expect(await asks()).toBe('What are the goods now?');
  await choose('damaged', 'damaged');
  expect(await last()).toEqual({ licensePlate: pallet, to: 'damaged', reason: 'damaged' });
  const plate = await things.thing('licensePlate', pallet);
  expect(plate?.contents.map(({ inventoryStatus }) => inventoryStatus)).toEqual(['damaged']);
  expect(await asks()).toBe('Scan the plate, or the place');
});

test('of loose goods the place and the item are scanned, and how many is typed', async () => {
  const { scan, choose, last, runner } = await floor();
  await scan('A-01-02-1', 'A0002');
  await runner.give({ kind: 'number', quantity: 3, unit: 'pcs' });
  await choose('blocked', 'recall');
  const goods = { location: 'A-01-02-1', item: 'A0002', sourceSystem: 'DEMO', quantity: 3, unit: 'pcs' };
  expect(await last()).toEqual({ ...goods, to: 'blocked', reason: 'recall' });
});

test('everything at a place is meant at one press', async () => {
  const { scan, choose, last, runner } = await floor();
  await scan('A-01-02-1');
  await runner.give({ kind: 'action', name: 'all' });
  await choose('quarantine', 'quality');
  expect(await last()).toEqual({ location: 'A-01-02-1', to: 'quarantine', reason: 'quality' });
});
