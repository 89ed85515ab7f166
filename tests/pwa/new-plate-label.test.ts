import { expect, test } from 'vitest';
import { print } from '#shared/labels/print.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { labelOperation } from '../../pwa/engine/prints-label.ts';
import { testDevice } from './device.ts';

const plate = `00${ssccOf(7)}`;

test('the label of a new plate is printed once the goods are booked, if wanted, and not offered for another', async () => {
  const device = await testDevice();
  const isOffered = async () => (await device.runner.view())?.actions.some(({ name }) => name === 'label');
  await device.runner.open('receive');
  await device.scan('PO-1001', 'A0002');
  await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
  await device.runner.give({ kind: 'action', name: 'newPlate' });
  await device.scan('%CONFIRM');
  expect([await device.asks(), await isOffered()]).toEqual(['Scan the next item', true]);
  await device.runner.give({ kind: 'action', name: 'label' });
  expect([await device.asks(), await isOffered()]).toEqual(['Scan the next item', false]);
  expect((await device.bodies()).at(-1)).toEqual({ kind: 'license-plate', subject: ssccOf(500) });
  expect(device.said.at(-1)).toMatch(/^Label on its way: /);
  await device.scan('A0002');
  await device.runner.give({ kind: 'number', quantity: 1, unit: 'pcs' });
  await device.scan(`]C1${plate}`);
  expect(await isOffered()).toBe(false);
});

test('what is queued is the command that the server prints by', () => {
  expect(labelOperation).toEqual({ type: print.type, version: print.version });
});
