import { expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { readTray } from '../../pwa/engine/tray.ts';
import { flows } from '../../pwa/flows.ts';
import { problemWords } from '../../pwa/ui/words.ts';
import { answeredCase, answerLast } from './answered-case.ts';
import { english, testDevice } from './device.ts';

const sscc = ssccOf(7);
const plate = `00${sscc}`;

test('cases that hold another number by now are told with both numbers, and what to do', async () => {
  const device = await testDevice();
  const params = { item: 'A0001', quantity: 1, unit: 'case', baseUnit: 'pcs', counted: 12, now: 10 };
  await answeredCase(device, `]C1${plate}`, 'held', { code: 'item.conversion_changed', params });
  const [entry] = await readTray(device.database, device.things, flows);
  expect(english(problemWords(entry?.problem ?? { code: '' }))).toBe(
    'When this was scanned, 1 case of A0001 were 12 pcs; by now they are 10. ' +
      'Leave the goods where they are: a supervisor decides. Applied, they count as 12.',
  );
});

test('serial numbers at fault are put right without scanning the others again', async () => {
  const device = await testDevice();
  await device.runner.open('receive');
  await device.scan('PO-1002', 'A0003');
  await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
  await device.scan('SN-1', 'SN-7', `]C1${plate}`);
  const errors = [{ pointer: '/body/serials/1', code: 'receiving.serial_in_stock', value: 'SN-7' }];
  const problem = { code: 'receiving.serial_in_stock', params: { serial: 'SN-7', item: 'A0003' }, errors };
  const { sequence } = await answerLast(device, 'refused', problem);
  const [entry] = await readTray(device.database, device.things, flows);
  expect(entry?.canMend).toBe(true);
  await device.things.refresh();
  expect(device.things.plateState(sscc)).toBe('to-mend');
  await device.runner.mend(sequence);
  expect([await device.asks(), device.said.at(-1)]).toEqual([
    'Scan each serial number',
    'Scan other serial numbers for those at fault: 1',
  ]);
  expect((await device.runner.view())?.prompt.details).toEqual([{ label: 'receive.inPlaceOf', value: 'SN-7' }]);
  await device.scan('SN-8');
  expect(await device.asks()).toBe('Scan the licence plate');
  await device.runner.give({ kind: 'action', name: 'samePlate' });
  expect(device.said.at(-1)).toMatch(/^2 pcs A0003 · Hand scanner on /);
  const bodies = await device.bodies();
  expect(bodies.at(-1)).toMatchObject({ serials: ['SN-1', 'SN-8'], licensePlate: sscc });
  expect(device.things.plateState(sscc)).toBe('processing');
  expect(await readTray(device.database, device.things, flows)).toEqual([]);
});
