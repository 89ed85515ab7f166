import { expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { packedTrail, unpackedTrail } from '../../pwa/store/packed-trail.ts';
import { testDevice } from './device.ts';
import { changes, lineThing, order, scanner, warehouse } from './things.ts';

const at = (state: object) => ({ step: 'serial', state });

test.each([
  ['no step before', [], { serials: ['a'] }, []],
  [
    'each list is the beginning of the next',
    [at({ serials: [] }), at({ serials: ['a'] }), at({ serials: ['a', 'b'] })],
    { serials: ['a', 'b', 'c'] },
    [
      { step: 'serial', state: {}, first: { serials: 0 } },
      { step: 'serial', state: {}, first: { serials: 1 } },
      { step: 'serial', state: {}, first: { serials: 2 } },
    ],
  ],
  [
    'what is no list, and a list that the next step no longer has, are kept',
    [at({ unit: 'pcs', serials: ['a'], photos: ['p'] })],
    { unit: 'box', serials: ['a', 'b'] },
    [{ step: 'serial', state: { unit: 'pcs', photos: ['p'] }, first: { serials: 1 } }],
  ],
  [
    'a list that was begun anew is kept',
    [at({ serials: ['a', 'b'] }), at({ serials: ['c'] })],
    { serials: ['c', 'd'] },
    [
      { step: 'serial', state: { serials: ['a', 'b'] } },
      { step: 'serial', state: {}, first: { serials: 1 } },
    ],
  ],
])('steps back are kept without what the next one knows: %s', (_, trail, state, kept) => {
  const packed = packedTrail(trail, state);
  expect(packed).toEqual(kept);
  expect(unpackedTrail(packed, state)).toEqual(trail);
});

test('a trail that an older version kept whole is read as it is', () => {
  const trail = [at({ serials: ['a'] }), at({ serials: ['a', 'b'] })];
  expect(unpackedTrail(trail, { serials: ['a', 'b', 'c'] })).toEqual(trail);
});

test('hundreds of serial numbers are each kept once, and a killed app goes back through them one by one', async () => {
  const many = ['inboundOrder', 'DEMO:PO-1009', order('PO-1009', [lineThing(1, scanner, 9)])] as const;
  const device = await testDevice([...warehouse, ...changes(many)]);
  await device.runner.open('receive');
  await device.scan('PO-1009', 'A0003');
  await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
  await device.scan('SN-1', 'SN-2', 'SN-3');
  const kept = JSON.stringify(await device.database.get('task', 'W-1001'));
  expect(kept.match(/SN-\d/g)?.toSorted()).toEqual(['SN-1', 'SN-2', 'SN-3']);
  await device.kill();
  const done = async () => (await device.runner.view())?.prompt.progress?.done;
  expect(await done()).toBe(3);
  await device.scan('%BACK', '%BACK');
  expect(await done()).toBe(1);
  await device.scan('SN-4', 'SN-5', 'SN-6', `]C100${ssccOf(7)}`);
  expect(await device.bodies()).toMatchObject([{ serials: ['SN-1', 'SN-4', 'SN-5', 'SN-6'] }]);
});
