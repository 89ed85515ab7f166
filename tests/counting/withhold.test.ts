import { expect, test } from 'vitest';
import type { LicensePlateThing, LocationThing } from '#shared/ledger/thing.ts';
import { type Counted, withheld } from '../../api/platform/facts/withhold.ts';
import { locationThing } from '../pwa/things.ts';

const here = 'A-01-01-1';
const goods = { owner: 'DEMO', lot: '', serial: '', inventoryStatus: 'available', baseUnit: 'pcs', decimals: 0 };
const both = ['DEMO:SALT', 'DEMO:FLOUR'].map((item) => ({ ...goods, item, description: item, quantityBase: 7 }));

function plate(more: Partial<LicensePlateThing> = {}): LicensePlateThing {
  return { licensePlate: 'P1', location: here, contents: both, ...more };
}

const pallet = plate({ contents: [], nested: ['P2'] });
const all: Counted = { location: here, item: null, items: both.map(({ item }) => item) };
const onlySalt: Counted = { location: here, item: 'DEMO:SALT', items: ['DEMO:SALT'] };

test.each<
  [what: string, plate: LicensePlateThing, counted: readonly Counted[], left: readonly string[], why?: string[]]
>([
  ['nothing is counted', plate(), [], ['DEMO:SALT', 'DEMO:FLOUR']],
  ['another place is', plate(), [{ location: 'A-01-01-2', item: null, items: [] }], ['DEMO:SALT', 'DEMO:FLOUR']],
  ['all of its place is', plate(), [all], [], ['DEMO:SALT', 'DEMO:FLOUR']],
  ['one item of its place is', plate(), [onlySalt], ['DEMO:FLOUR'], ['DEMO:SALT']],
  ['an item is that is not on it', plate({ contents: both.slice(1) }), [onlySalt], ['DEMO:FLOUR']],
  ['the place is that it has left', plate({ location: 'DOCK-01' }), [all], ['DEMO:SALT', 'DEMO:FLOUR']],
  ['nothing stands on it any more', plate({ location: null, contents: [] }), [all], []],
  ['it carries plates, and all of its place is', pallet, [all], [], []],
  ['it carries plates, and one item of its place is', pallet, [onlySalt], []],
])('of a plate it is told what is on it, as far as nobody counts it: %s', (_, thing, counted, left, why) => {
  const told = withheld('licensePlate', thing, counted) as LicensePlateThing;
  expect([told.contents.map(({ item }) => item), told.withheld]).toEqual([left, why]);
  expect(withheld('item', thing, counted)).toBe(thing);
});

test.each<[what: string, type: string, counted: readonly Counted[], weightMilligrams: number | undefined]>([
  ['storage that nobody counts', 'storage', [], 7],
  ['storage that is counted', 'storage', [all], undefined],
  ['storage where one item is', 'storage', [onlySalt], undefined],
  ['a dock that is counted, where nothing is weighed', 'receiving', [all], 7],
])(
  'of a place it is told how heavy its goods are, unless that says how many there are: %s',
  (_, type, counted, left) => {
    const place = { ...locationThing(here, type, 1), weightMilligrams: 7, volumeMm3: 7 };
    const told = withheld('location', place, counted) as LocationThing;
    expect([told.weightMilligrams, told.volumeMm3]).toEqual([left, left]);
  },
);
