import { expect, test } from 'vitest';
import { testDevice } from './device.ts';
import { changes, flour, salt, warehouse } from './things.ts';

test.each([
  { counted: 'whole pieces', decimals: 0, whole: ['pcs'] },
  { counted: 'thousandths', decimals: 3, whole: [] },
])('of an item that is counted in $counted the keypad knows of what there are only whole ones', async (one) => {
  const item = { ...salt, decimals: one.decimals, units: flour.units };
  const device = await testDevice([...warehouse, ...changes(['item', salt.key, item])]);
  await device.runner.open('receive');
  await device.scan('PO-1002', 'A0002');
  await device.runner.give({ kind: 'choice', key: '1' });
  expect((await device.runner.view())?.entry).toMatchObject({ units: ['pcs', 'case'], whole: one.whole });
});
