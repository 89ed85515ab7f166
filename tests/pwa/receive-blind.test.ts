import { expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { testDevice } from './device.ts';

test('goods that nobody ordered are booked without an order, and the next are asked for', async () => {
  const device = await testDevice();
  await device.runner.open('receive-blind');
  await device.scan(']d201140063813339381729063010L77');
  expect(await device.asks()).toBe('How many?');
  await device.runner.give({ kind: 'number', quantity: 2, unit: 'case' });
  await device.scan(`]C100${ssccOf(7)}`);
  expect(await device.asks()).toBe('Scan the item that came');
  expect(await device.bodies()).toEqual([
    {
      ...{ sourceSystem: 'DEMO', item: 'A0001', quantity: 2, unit: 'case', baseQuantity: 24, licensePlate: ssccOf(7) },
      ...{ lot: 'L77', expiryDate: '2029-06-30' },
    },
  ]);
});

test('goods past their date are booked as expired, once the date was looked at again', async () => {
  const device = await testDevice();
  await device.runner.open('receive-blind');
  await device.scan(']d201140063813339381726030110L77');
  expect(await device.asks()).toBe('Is that date right?');
  await device.scan('%CONFIRM');
  await device.runner.give({ kind: 'number', quantity: 1, unit: 'pcs' });
  await device.runner.give({ kind: 'action', name: 'noPlate' });
  expect(await device.bodies()).toMatchObject([{ condition: 'expiry', inventoryStatus: 'quality' }]);
});

test('serial numbers are asked for one by one, each once', async () => {
  const device = await testDevice();
  await device.runner.open('receive-blind');
  await device.scan('A0003');
  await device.runner.give({ kind: 'number', quantity: 501, unit: 'pcs' });
  expect([await device.asks(), device.said.at(-1)]).toEqual([
    'How many?',
    expect.stringMatching(/^At most 500 pieces/),
  ]);
  await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
  await device.scan('SN-1', 'SN-1', 'SN-2');
  expect(await device.asks()).toBe('Scan the licence plate');
  await device.runner.give({ kind: 'action', name: 'newPlate' });
  expect(await device.bodies()).toMatchObject([{ serials: ['SN-1', 'SN-2'], licensePlate: ssccOf(500) }]);
});
