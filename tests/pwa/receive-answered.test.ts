import { expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { readTray } from '../../pwa/engine/tray.ts';
import { flows } from '../../pwa/flows.ts';
import { problemWords } from '../../pwa/ui/words.ts';
import { english, testDevice } from './device.ts';

const flourCase = ']C101140063813339381729063010L77';
const sscc = ssccOf(7);
const plate = `00${sscc}`;

test('cases that hold another number by now are told with both numbers, and what to do', async () => {
  const device = await testDevice();
  await device.runner.open('receive');
  await device.scan('PO-1001', flourCase);
  await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
  await device.scan(`]C1${plate}`);
  const [queued] = await device.queue();
  if (!queued) throw new Error('nothing was queued');
  const params = { item: 'A0001', quantity: 1, unit: 'case', baseUnit: 'pcs', counted: 12, now: 10 };
  const answer = { result: null, problem: { code: 'item.conversion_changed', params }, atMs: 0 };
  await device.database.put('queue', { ...queued, state: 'held', answer });
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
  const [queued] = await device.queue();
  if (!queued) throw new Error('nothing was queued');
  const errors = [{ pointer: '/body/serials/1', code: 'receiving.serial_in_stock', value: 'SN-7' }];
  const problem = { code: 'receiving.serial_in_stock', params: { serial: 'SN-7', item: 'A0003' }, errors };
  await device.database.put('queue', { ...queued, state: 'refused', answer: { result: null, problem, atMs: 0 } });
  await device.things.refresh();
  const [entry] = await readTray(device.database, device.things, flows);
  expect(entry?.canMend).toBe(true);
  await device.runner.mend(queued.sequence);
  expect(await device.asks()).toBe('Scan each serial number');
  await device.scan('SN-8');
  expect(await device.asks()).toBe('Scan the licence plate');
  await device.runner.give({ kind: 'action', name: 'samePlate' });
  const bodies = await device.bodies();
  expect(bodies.at(-1)).toMatchObject({ serials: ['SN-1', 'SN-8'], licensePlate: sscc });
  expect(await readTray(device.database, device.things, flows)).toEqual([]);
});
