import { expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { testDevice } from './device.ts';
import { changes, lineThing, order, scanner, warehouse } from './things.ts';

const sscc = ssccOf(7);
const plate = `00${sscc}`;

test('goods with serial numbers ask for each, and refuse the same one twice and the label of the item', async () => {
  const device = await testDevice();
  await device.runner.open('receive');
  await device.scan('PO-1002', 'A0003');
  await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
  expect(await device.asks()).toBe('Scan each serial number');
  await device.scan('SN-1', 'SN-1');
  expect([device.told.at(-1)?.tone, device.said.at(-1)]).toEqual([
    'bad',
    'Serial number SN-1 is scanned already. Scan the next piece.',
  ]);
  expect((await device.runner.view())?.unknownCode ?? null).toBeNull();
  await device.scan('A0003');
  expect(device.said.at(-1)).toMatch(/A0003 has no serial number on it/);
  await device.scan('SN-2', `]C1${plate}`);
  expect(await device.bodies()).toMatchObject([{ serials: ['SN-1', 'SN-2'] }]);
});

test('more pieces with serial numbers than go at once are refused before anybody scans them', async () => {
  const many = order('PO-SN', [lineThing(1, scanner, 600)]);
  const device = await testDevice([...warehouse, ...changes(['inboundOrder', 'DEMO:PO-SN', many])]);
  await device.runner.open('receive');
  await device.scan('PO-SN', 'A0003');
  await device.runner.give({ kind: 'number', quantity: 501, unit: 'pcs' });
  expect([await device.asks(), device.said.at(-1)]).toEqual([
    'How many?',
    'At most 500 pieces with serial numbers at once. Enter 500 and scan them, then enter the rest.',
  ]);
  await device.runner.give({ kind: 'number', quantity: 500, unit: 'pcs' });
  expect(await device.asks()).toBe('Scan each serial number');
});

test('pieces with serial numbers are kept together, stand on the plate one by one, and are taken back together', async () => {
  const device = await testDevice();
  await device.runner.open('receive');
  await device.scan('PO-1002', 'A0003');
  await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
  await device.scan('SN-2', 'SN-1', `]C1${plate}`);
  const [queued] = await device.queue();
  expect(queued?.effects).toMatchObject([
    { does: 'move-stock', entries: [{ serials: ['SN-2', 'SN-1'] }] },
    { does: 'register', registrations: [{ quantityBase: 2 }] },
    { does: 'open-work' },
  ]);
  const onPlate = async () => (await device.things.thing('licensePlate', sscc))?.contents ?? [];
  expect((await onPlate()).map(({ serial, quantityBase }) => [serial, quantityBase])).toEqual([
    ['SN-2', 1],
    ['SN-1', 1],
  ]);
  await device.runner.undo(queued?.id ?? '');
  expect((await device.queue()).map(({ command }) => command.type)).toEqual([
    'receiving.register',
    'receiving.undo_registration',
  ]);
  expect(await onPlate()).toEqual([]);
});
