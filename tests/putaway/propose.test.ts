import { describe, expect, test } from 'vitest';
import { type Goods, type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { propose } from '#shared/putaway/propose.ts';

const empty: LocationState = {
  code: 'A',
  type: 'storage',
  zone: 'A',
  walkSequence: 1,
  capacityPlates: 2,
  mixedItems: false,
  mixedLots: false,
  fixedItem: null,
  isActive: true,
  plates: 0,
  hasLoose: false,
  contents: [],
};

const rye = { item: 'DEMO:RYE', lot: 'L1' };
const oats = { item: 'DEMO:OATS', lot: '' };
const plate: Goods = { licensePlate: 'P1', contents: [rye] };
const loose: Goods = { licensePlate: null, contents: [rye] };
const holding = (content: typeof rye, plates = 1): Partial<LocationState> => ({ contents: [content], plates });

describe('whether goods may stand at a location', () => {
  test.each<[string, Partial<LocationState>, Goods, string | null]>([
    ['an empty one takes them', {}, plate, null],
    ['a closed one does not', { isActive: false }, plate, 'location.inactive'],
    ['one for another item does not', { fixedItem: 'DEMO:OATS' }, plate, 'location.other_item'],
    ['one for their item does', { fixedItem: 'DEMO:RYE' }, plate, null],
    ['one with another item does not', holding(oats), plate, 'location.mixes_items'],
    ['one with another item does where items may mix', { ...holding(oats), mixedItems: true }, plate, null],
    [
      'two items on one plate do not fit where items may not mix',
      {},
      { ...plate, contents: [rye, oats] },
      'location.mixes_items',
    ],
    ['one with the same lot does', holding(rye), plate, null],
    ['one with another lot does not', holding({ ...rye, lot: 'L2' }), plate, 'location.mixes_lots'],
    [
      'one with another lot does where lots may mix',
      { ...holding({ ...rye, lot: 'L2' }), mixedLots: true },
      plate,
      null,
    ],
    [
      'two lots on one plate do not fit where lots may not mix',
      {},
      { ...plate, contents: [rye, { ...rye, lot: 'L2' }] },
      'location.mixes_lots',
    ],
    ['a full one does not', holding(rye, 2), plate, 'location.full'],
    ['loose goods take a place', { ...holding(rye, 1), hasLoose: true }, plate, 'location.full'],
    ['loose goods join loose goods', { ...holding(rye, 1), hasLoose: true }, loose, null],
    ['loose goods need a place too', holding(rye, 2), loose, 'location.full'],
    ['one without a limit is never full', { ...holding(rye, 99), capacityPlates: null }, plate, null],
  ])('%s', (_, change, goods, code) => {
    expect(whyNotFit({ ...empty, ...change }, goods)?.code ?? null).toBe(code);
  });
});

describe('where goods belong', () => {
  const at = (walkSequence: number, change: Partial<LocationState> = {}) => ({
    ...empty,
    ...change,
    code: `L${walkSequence}`,
    walkSequence,
  });

  test.each<[string, LocationState[], Goods, string | null]>([
    ['the first empty one in walking order', [at(3), at(1), at(2)], plate, 'L1'],
    ['where the item is already', [at(1), at(2, holding(rye))], plate, 'L2'],
    [
      'where the same lot is, before any other',
      [at(1, { ...holding({ ...rye, lot: 'L0' }), mixedLots: true }), at(2, holding(rye))],
      plate,
      'L2',
    ],
    ['not where it is full', [at(1), at(2, holding(rye, 2))], plate, 'L1'],
    ['not where lots would mix', [at(1, holding({ ...rye, lot: 'L2' })), at(2)], plate, 'L2'],
    [
      'its fixed place before everything',
      [at(1), at(2, holding(rye)), at(3, { type: 'pick', fixedItem: 'DEMO:RYE' })],
      plate,
      'L3',
    ],
    [
      'not its fixed place when that is full',
      [at(1), at(2, { ...holding(rye, 2), fixedItem: 'DEMO:RYE' })],
      plate,
      'L1',
    ],
    ['not the fixed place of another', [at(1, { fixedItem: 'DEMO:OATS' }), at(2)], plate, 'L2'],
    ['not a pick face that is empty', [at(1, { type: 'pick' }), at(2)], plate, 'L2'],
    [
      'not a dock, a lane or quarantine',
      [at(1, { type: 'receiving' }), at(2, { type: 'staging' }), at(3, { type: 'quarantine' })],
      plate,
      null,
    ],
    ['not a closed one', [at(1, { isActive: false }), at(2)], plate, 'L2'],
    ['nowhere when all is taken', [at(1, holding(oats))], plate, null],
    [
      'a mixed plate only where items may mix',
      [at(1), at(2, { mixedItems: true })],
      { ...plate, contents: [rye, oats] },
      'L2',
    ],
  ])('%s', (_, locations, goods, code) => {
    expect(propose(goods, locations)?.code ?? null).toBe(code);
  });
});
