import { describe, expect, test } from 'vitest';
import type { Goods, LocationState } from '#shared/ledger/fits.ts';
import type { PutawayCriteria, PutawayOrigin, PutawayRule } from '#shared/ledger/putaway-rule.ts';
import { defaultRules } from '#shared/putaway/default-rules.ts';
import { explainPutaway } from '#shared/putaway/explain.ts';
import { propose } from '#shared/putaway/propose.ts';
import { whyNotFor } from '#shared/putaway/rule-fits.ts';
import { proposeParts } from '#shared/putaway/split.ts';

const rule: PutawayRule = {
  code: 'r',
  name: 'Rule',
  isActive: true,
  when: {},
  zones: [],
  locationTypes: [],
  strategies: ['empty'],
  otherwise: 'next',
};

const rye = {
  item: 'DEMO:RYE',
  lot: 'L1',
  owner: 'DEMO',
  inventoryStatus: 'available',
  category: 'flour',
  abcClass: 'A',
  isLotTracked: true,
};
const ryePlate: Goods = { licensePlate: 'P1', contents: [rye] };
const dock: PutawayOrigin = { zone: 'DOCK', walkSequence: 1 };

describe('which goods a rule is for', () => {
  test.each<[string, PutawayCriteria, Partial<Goods>, string | null]>([
    ['all, where it names nothing', {}, {}, null],
    ['an empty list names nothing', { categories: [] }, {}, null],
    ['the item it names', { items: ['OATS', 'RYE'] }, {}, null],
    ['not another item', { items: ['OATS'] }, {}, 'items'],
    ['the source system it names', { sourceSystems: ['DEMO'] }, {}, null],
    ['not another source system', { sourceSystems: ['SHOP'] }, {}, 'sourceSystems'],
    ['the category it names', { categories: ['flour'] }, {}, null],
    [
      'not goods without a category',
      { categories: ['flour'] },
      { contents: [{ ...rye, category: null }] },
      'categories',
    ],
    [
      'not a plate on which something else is too',
      { categories: ['flour'] },
      { contents: [rye, { ...rye, category: 'cold' }] },
      'categories',
    ],
    ['the class it names', { abcClasses: ['A', 'B'] }, {}, null],
    ['not another class', { abcClasses: ['C'] }, {}, 'abcClasses'],
    ['not another owner', { owners: ['OTHER'] }, {}, 'owners'],
    ['not another status', { inventoryStatuses: ['quality'] }, {}, 'inventoryStatuses'],
    ['goods with lots', { isLotTracked: true }, {}, null],
    ['not goods with lots where it is for those without', { isLotTracked: false }, {}, 'isLotTracked'],
    ['not goods without serials where it is for those with', { isSerialTracked: true }, {}, 'isSerialTracked'],
    ['not goods without expiry where it is for those with', { isExpiryTracked: true }, {}, 'isExpiryTracked'],
    ['a plate of one item', { handlings: ['plate'] }, {}, null],
    ['loose goods', { handlings: ['loose'] }, { licensePlate: null }, null],
    [
      'a plate of several items',
      { handlings: ['mixed-plate'] },
      { contents: [rye, { ...rye, item: 'DEMO:OATS' }] },
      null,
    ],
    ['not a plate where it is for loose goods', { handlings: ['loose'] }, {}, 'handlings'],
    ['goods at a dock of the zone', { fromZones: ['DOCK'] }, {}, null],
    ['not goods at another dock', { fromZones: ['YARD'] }, {}, 'fromZones'],
    ['all that it names has to fit', { categories: ['flour'], abcClasses: ['B'] }, {}, 'abcClasses'],
  ])('%s', (_, when, change, criterion) => {
    const why = whyNotFor({ ...rule, when }, { ...ryePlate, ...change }, dock);
    expect(why?.params?.criterion ?? null).toBe(criterion);
  });

  test('none, while it is switched off', () => {
    expect(whyNotFor({ ...rule, isActive: false }, ryePlate, dock)?.code).toBe('putaway.rule_off');
  });
});

const place: LocationState = {
  code: 'L',
  type: 'storage',
  zone: 'A',
  walkSequence: 1,
  capacityPlates: 2,
  mixedItems: false,
  mixedLots: true,
  fixedItem: null,
  isActive: true,
  plates: 0,
  hasLoose: false,
  contents: [],
};
const at = (walkSequence: number, change: Partial<LocationState> = {}): LocationState => ({
  ...place,
  code: `L${walkSequence}`,
  walkSequence,
  ...change,
});
const withRye = { contents: [rye], plates: 1 };
const withOats = { contents: [{ ...rye, item: 'DEMO:OATS' }], plates: 1 };

describe('where the rules of a warehouse send goods', () => {
  test.each<[string, Partial<PutawayRule>[], LocationState[], PutawayOrigin | null, string | null]>([
    ['into the zone that the rule names', [{ zones: ['B'] }], [at(1), at(2, { zone: 'B' })], dock, 'L2'],
    ['to the type that the rule names', [{ locationTypes: ['pick'] }], [at(1), at(2, { type: 'pick' })], dock, 'L2'],
    [
      'to the nearest to their own dock, not to the first',
      [{}],
      [at(1), at(19)],
      { zone: 'D', walkSequence: 20 },
      'L19',
    ],
    ['back along the way too', [{}], [at(5), at(40)], { zone: 'D', walkSequence: 20 }, 'L5'],
    [
      'by the first rule that is for them',
      [{ when: { abcClasses: ['C'] }, zones: ['B'] }, {}],
      [at(1), at(2, { zone: 'B' })],
      dock,
      'L1',
    ],
    ['by the next rule where the first finds no place', [{ zones: ['Z'] }, {}], [at(1)], dock, 'L1'],
    ['nowhere by the next rule where the first stops', [{ zones: ['Z'], otherwise: 'stop' }, {}], [at(1)], dock, null],
    ['by the strategies in their order', [{ strategies: ['same-item', 'empty'] }], [at(1), at(2, withRye)], dock, 'L2'],
    [
      'to the nearest that takes them, whatever is there',
      [{ strategies: ['nearest'] }],
      [at(1, withOats), at(2, { ...withOats, mixedItems: true }), at(3)],
      dock,
      'L2',
    ],
    [
      'not to a place kept for an item by another strategy',
      [{ strategies: ['nearest'] }],
      [at(1, { fixedItem: 'DEMO:RYE' })],
      dock,
      null,
    ],
    [
      'to their fixed place in the zone of the rule only',
      [{ strategies: ['fixed'], zones: ['B'] }],
      [at(1, { fixedItem: 'DEMO:RYE' }), at(2, { fixedItem: 'DEMO:RYE', zone: 'B' })],
      dock,
      'L2',
    ],
    ['nowhere without a rule for them', [{ when: { categories: ['cold'] } }], [at(1)], dock, null],
  ])('%s', (_, changes, locations, from, code) => {
    const rules = changes.map((change, index) => ({ ...rule, code: `r${index}`, ...change }));
    expect(propose(ryePlate, locations, rules, from)?.code ?? null).toBe(code);
    expect(explainPutaway(ryePlate, locations, rules, from).proposal?.location ?? null).toBe(code);
  });

  test.each([
    ['quality', 'Q'],
    ['quarantine', 'Q'],
    ['damaged', 'Q'],
    ['available', 'L1'],
    ['blocked', 'L1'],
  ])('without rules of its own, goods with the status %s go to %s', (inventoryStatus, code) => {
    const goods = { ...ryePlate, contents: [{ ...rye, inventoryStatus }] };
    const places = [at(1), at(2, { code: 'Q', type: 'quarantine' })];
    expect(propose(goods, places, defaultRules, dock)?.code).toBe(code);
  });
});

describe('why a place was passed over', () => {
  const rules: PutawayRule[] = [
    { ...rule, code: 'cold', when: { categories: ['cold'] } },
    { ...rule, code: 'class-a', zones: ['A', 'B'], strategies: ['fixed', 'same-item', 'empty'] },
    { ...rule, code: 'rest' },
  ];
  const heavy: Goods = { ...ryePlate, weightMilligrams: 112_000_000 };
  const candidates = [
    at(1, withOats),
    at(2, { zone: 'C' }),
    at(3, { type: 'pick' }),
    at(4, { ...withRye, plates: 38, capacityPlates: 38 }),
    at(5, { capacityWeightGrams: 100_000 }),
    at(6, { isActive: false }),
    at(7, { fixedItem: 'DEMO:OATS' }),
    at(8),
    at(9),
    at(10, { ...withRye, mixedItems: true, zone: 'B', plates: 2 }),
  ];

  test('each place has its own reason, the proposal first', () => {
    const { proposal, candidates: verdicts } = explainPutaway(heavy, candidates, rules, dock);
    expect(proposal).toEqual({ location: 'L8', rule: 'class-a', strategy: 'empty' });
    expect(verdicts.map(({ location, problem }) => [location.code, problem?.code ?? null])).toEqual([
      ['L8', null],
      ['L1', 'location.mixes_items'],
      ['L2', 'putaway.other_zone'],
      ['L3', 'putaway.other_type'],
      ['L4', 'location.full'],
      ['L5', 'location.too_heavy'],
      ['L6', 'location.inactive'],
      ['L7', 'location.other_item'],
      ['L9', 'putaway.farther'],
      ['L10', 'location.full'],
    ]);
    expect(verdicts[5]?.problem?.params).toMatchObject({ excessKg: 12 });
    expect(verdicts[4]?.problem?.params).toMatchObject({ taken: 38, plates: 38 });
  });

  test('each rule says what became of it', () => {
    const { rules: verdicts } = explainPutaway(heavy, candidates, rules, dock);
    expect(verdicts).toMatchObject([
      { rule: 'cold', outcome: 'other-goods', problem: { params: { wanted: 'cold', was: 'flour' } } },
      { rule: 'class-a', outcome: 'chose' },
      { rule: 'rest', outcome: 'not-reached' },
    ]);
  });

  test('an empty place is not what a rule looks for that has found the same item', () => {
    const { candidates: verdicts } = explainPutaway(ryePlate, [at(1), at(2, withRye)], rules, dock);
    expect(verdicts.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'putaway.other_item_there']);
  });

  test('without a rule for the goods every place says so', () => {
    const { proposal, candidates: verdicts } = explainPutaway(ryePlate, [at(1)], rules.slice(0, 1), dock);
    expect([proposal, verdicts[0]?.problem?.code]).toEqual([null, 'putaway.no_rule']);
  });
});

const cases = { unit: 'case', numerator: 12, denominator: 1 };
const flour = {
  key: 'DEMO:RYE',
  number: 'RYE',
  sourceSystem: 'DEMO',
  baseUnit: 'pcs',
  decimals: 0,
  isLotTracked: false,
  isSerialTracked: false,
  isExpiryTracked: false,
  units: [cases],
  weightMilligrams: 1_000_000,
};

describe('goods that fit nowhere as a whole', () => {
  const row = { item: 'DEMO:RYE', lot: '', owner: 'DEMO', inventoryStatus: 'available', quantityBase: 100 };
  const bearing = (walkSequence: number, kilograms: number, change: Partial<LocationState> = {}) =>
    at(walkSequence, { capacityWeightGrams: kilograms * 1000, ...change });

  test.each<[string, LocationState[], [string, number][]]>([
    [
      'are spread in whole cases, the rest where it fits',
      [bearing(1, 50), bearing(2, 90)],
      [
        ['L1', 48],
        ['L2', 52],
      ],
    ],
    [
      'are spread in pieces where no case fits',
      [bearing(1, 7), bearing(2, 95)],
      [
        ['L1', 7],
        ['L2', 93],
      ],
    ],
    [
      'leave out a place that bears nothing more',
      [bearing(1, 7, { weightMilligrams: 7_000_000 }), bearing(2, 200)],
      [['L2', 100]],
    ],
    ['leave out a place where they would mix', [bearing(1, 50, withOats), bearing(2, 200)], [['L2', 100]]],
    ['stay where they are when nothing bears a piece', [at(1, { capacityWeightGrams: 500 })], []],
  ])('%s', (_, locations, parts) => {
    const proposed = proposeParts(row, flour, locations, [rule], dock);
    expect(proposed.map(({ location, quantityBase }) => [location, quantityBase])).toEqual(parts);
  });
});
