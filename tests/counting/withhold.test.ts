import { expect, test } from 'vitest';
import type { ExpectedPlateThing, InboundOrderThing, LicensePlateThing } from '#shared/ledger/thing.ts';
import { type Counted, withheld } from '../../api/platform/facts/withhold.ts';

const here = 'A-01-01-1';
const goods = { owner: 'DEMO', lot: '', serial: '', inventoryStatus: 'available', baseUnit: 'pcs', decimals: 0 };
const both = ['DEMO:SALT', 'DEMO:FLOUR'].map((item) => ({ ...goods, item, description: item, quantityBase: 7 }));

function plate(more: Partial<LicensePlateThing> = {}): LicensePlateThing {
  return { licensePlate: 'P1', location: here, contents: both, ...more };
}

const pallet = plate({ contents: [], nested: ['P2'] });
const all: Counted = { location: here, item: null, plates: ['P1', 'P2'] };
const onlySalt: Counted = { location: here, item: 'DEMO:SALT', plates: ['P1'] };

test.each<
  [what: string, plate: LicensePlateThing, counted: readonly Counted[], left: readonly string[], why?: string[]]
>([
  ['nothing is counted', plate(), [], ['DEMO:SALT', 'DEMO:FLOUR']],
  ['another place is', plate(), [{ location: 'A-01-01-2', item: null, plates: [] }], ['DEMO:SALT', 'DEMO:FLOUR']],
  ['all of its place is', plate(), [all], [], ['DEMO:SALT', 'DEMO:FLOUR']],
  ['one item of its place is', plate(), [onlySalt], ['DEMO:FLOUR'], ['DEMO:SALT']],
  ['an item is that is not on it', plate({ contents: both.slice(1) }), [onlySalt], ['DEMO:FLOUR']],
  ['the place is that it has left', plate({ location: 'DOCK-01' }), [all], ['DEMO:SALT', 'DEMO:FLOUR']],
  ['nothing stands on it any more', plate({ location: null, contents: [] }), [all], []],
  ['it carries plates that are', pallet, [onlySalt], [], []],
])('of a plate it is told what is on it, as far as nobody counts it: %s', (_, thing, counted, left, why) => {
  const told = withheld('licensePlate', thing, counted) as LicensePlateThing;
  expect([told.contents.map(({ item }) => item), told.withheld]).toEqual([left, why]);
  expect(withheld('item', thing, counted)).toBe(thing);
});

const announced = (item: string, registeredBase: number) => ({
  ...{ position: 1, order: 'DEMO:PO-1', line: 1, item, quantityBase: 7, registeredBase },
  ...{ lot: null, expiryDate: null, serials: null, inventoryStatus: null },
});

test.each<[what: string, licensePlate: string, counted: readonly Counted[], left: readonly string[]]>([
  ['nothing is counted', 'P1', [], ['SALT', 'FLOUR', 'SUGAR']],
  ['all of its place is', 'P1', [all], ['SUGAR']],
  ['one item of its place is', 'P1', [onlySalt], ['FLOUR', 'SUGAR']],
  ['another plate is', 'P9', [all], ['SALT', 'FLOUR', 'SUGAR']],
])(
  'of an announced plate that came it is told what was to be on it, as far as nobody counts it: %s',
  (_, licensePlate, counted, left) => {
    const lines = [announced('DEMO:SALT', 7), announced('DEMO:FLOUR', 1), announced('DEMO:SUGAR', 0)];
    const thing: ExpectedPlateThing = { licensePlate, load: 'L1', shipment: 'S1', parent: null, lines };
    const told = withheld('expectedPlate', thing, counted) as ExpectedPlateThing;
    expect(told.lines.map(({ item }) => item.slice('DEMO:'.length))).toEqual(left);
  },
);

test('that goods were registered is told, and not that they stand on the plate that is counted', () => {
  const on = (licensePlate: string, item: string) => ({
    ...{
      registration: `${licensePlate} ${item}`,
      command: 'c',
      line: 1,
      item,
      quantityBase: 7,
      licensePlate,
      lot: null,
    },
  });
  const registrations = [on('P1', 'DEMO:SALT'), on('P1', 'DEMO:FLOUR'), on('P9', 'DEMO:SALT'), on('', 'DEMO:SALT')];
  const order = { key: 'DEMO:PO-1', registrations } as unknown as InboundOrderThing;
  const told = withheld('inboundOrder', order, [onlySalt]) as InboundOrderThing;
  expect(told.registrations.map(({ licensePlate, quantityBase }) => [licensePlate, quantityBase])).toEqual([
    ['', 7],
    ['P1', 7],
    ['P9', 7],
    ['', 7],
  ]);
});
