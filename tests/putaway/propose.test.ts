import { describe, expect, test } from 'vitest';
import { type Content, type Goods, type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
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
const holding = (content: Content, plates = 1): Partial<LocationState> => ({ contents: [content], plates });
const of = (more: object): Goods => ({ ...plate, contents: [{ ...rye, ...more }] });
const heavy = (weightMilligrams: number): Goods => ({ ...plate, weightMilligrams });
const sound = { inventoryStatus: 'available' };
const quarantine = { type: 'quarantine' };
const taken = 'location.category_not_allowed';
const status = 'location.status_not_allowed';

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
    ['goods that come onto a plate there need no place', holding(rye, 2), { ...plate, joinsPlate: true }, null],
    ['one for another category does not', { onlyCategories: ['cold'] }, plate, 'location.category_not_allowed'],
    ['one for their category does', { onlyCategories: ['cold'] }, of({ category: 'cold' }), null],
    ['one that bars their category does not', { barredCategories: ['cold'] }, of({ category: 'cold' }), taken],
    ['one that bars another category does', { barredCategories: ['toxic'] }, of({ category: 'cold' }), null],
    ['storage does not take goods to be checked', {}, of({ inventoryStatus: 'quality' }), status],
    ['storage does not take damaged goods', {}, of({ inventoryStatus: 'damaged' }), status],
    ['storage takes goods that a recall blocks', {}, of({ inventoryStatus: 'blocked' }), null],
    ['quarantine takes goods to be checked', quarantine, of({ inventoryStatus: 'quality' }), null],
    ['quarantine does not take sound goods', quarantine, of({ inventoryStatus: 'available' }), status],
    ['quarantine takes what a person sets aside', quarantine, { ...of(sound), isSetAside: true }, null],
    ['a list of statuses of its own counts instead', { allowedStatuses: ['quality'] }, of(sound), status],
    [
      'another status does not stand beside it',
      { ...holding({ ...rye, ...sound }), mixedStatuses: false },
      of({ inventoryStatus: 'blocked' }),
      'location.mixes_statuses',
    ],
    ['the same status does', { ...holding({ ...rye, ...sound }), mixedStatuses: false }, of(sound), null],
    [
      'two owners on one plate do not where owners may not mix',
      { mixedOwners: false },
      {
        ...plate,
        contents: [
          { ...rye, owner: 'A' },
          { ...rye, owner: 'B' },
        ],
      },
      'location.mixes_owners',
    ],
    ['another owner does where owners may mix', holding({ ...rye, owner: 'A' }), of({ owner: 'B' }), null],
    ['as heavy as it can bear', { capacityWeightGrams: 1000, weightMilligrams: 400_000 }, heavy(600_000), null],
    [
      'a milligram more is too heavy',
      { capacityWeightGrams: 1000, weightMilligrams: 400_000 },
      heavy(600_001),
      'location.too_heavy',
    ],
    ['goods of unknown weight weigh nothing', { capacityWeightGrams: 1, weightMilligrams: 5000 }, plate, null],
    ['as big as its room', { capacityVolumeCm3: 10, volumeMm3: 4000 }, { ...plate, volumeMm3: 6000 }, null],
    [
      'a cubic millimetre more is too big',
      { capacityVolumeCm3: 10, volumeMm3: 4000 },
      { ...plate, volumeMm3: 6001 },
      'location.too_big',
    ],
  ])('%s', (_, change, goods, code) => {
    expect(whyNotFit({ ...empty, ...change }, goods)?.code ?? null).toBe(code);
  });

  test.each<[string, Partial<LocationState>, Goods, object]>([
    ['how many plates are there', holding(rye, 2), plate, { location: 'A', taken: 2, plates: 2 }],
    [
      'how much too heavy',
      { capacityWeightGrams: 100_000, weightMilligrams: 50_000_000 },
      heavy(62_000_000),
      { location: 'A', excessKg: 12, capacityKg: 100 },
    ],
    [
      'how much too big',
      { capacityVolumeCm3: 1500 },
      { ...plate, volumeMm3: 1_750_500 },
      { location: 'A', excessLitres: 0.251, capacityLitres: 1.5 },
    ],
  ])('a refusal says %s', (_, change, goods, params) => {
    expect(whyNotFit({ ...empty, ...change }, goods)?.params).toEqual(params);
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
