import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterPut } from '#shared/ledger/after-put.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf, loadOf, stepsWithin } from '#shared/ledger/goods.ts';
import type { LocationType } from '#shared/ledger/location-type.ts';
import { handlings, putawayStrategies } from '#shared/ledger/putaway-rule.ts';
import { explainPutaway } from '#shared/putaway/explain.ts';
import { pickIn, propose, stagesFor } from '#shared/putaway/propose.ts';
import { proposeParts } from '#shared/putaway/split.ts';

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

describe('what goods weigh', () => {
  test.each([
    ['pieces', 1_000_000, 7, 0, 7_000_000],
    ['half a kilogram of something sold by weight', 1_000_000, 500, 3, 500_000],
    ['a step lighter than a milligram', 1, 1, 3, 1],
    ['something of unknown weight', null, 1000, 0, 0],
    ['more than a number can hold exactly', 9_000_000_000_000, 1_000_000, 0, Number.MAX_SAFE_INTEGER],
  ])('%s', (_, weightMilligrams, quantityBase, decimals, milligrams) => {
    expect(loadOf({ weightMilligrams, decimals }, quantityBase).weightMilligrams).toBe(milligrams);
  });

  test('as many steps as fit weigh no more than the room, and one more does', () => {
    const measures = fc.record({
      weightMilligrams: fc.integer({ min: 1, max: 1e12 }),
      volumeMm3: fc.option(fc.integer({ min: 1, max: 1e12 })),
      decimals: fc.integer({ min: 0, max: 3 }),
    });
    const room = fc.record({ weight: fc.integer({ min: 0, max: 1e9 }), volume: fc.integer({ min: 0, max: 1e9 }) });
    fc.assert(
      fc.property(measures, room, (item, free) => {
        const steps = stepsWithin(item, free);
        const fits = (count: number) => {
          const load = loadOf(item, count);
          return load.weightMilligrams <= free.weight && load.volumeMm3 <= free.volume;
        };
        return fits(steps) && !fits(steps + 1);
      }),
    );
  });
});

describe('whatever the rules and the warehouse', () => {
  const code = fc.constantFrom('A', 'B', 'C');
  const content = fc.record({
    item: fc.constantFrom('DEMO:RYE', 'DEMO:OATS'),
    lot: fc.constantFrom('', 'L1', 'L2'),
    owner: fc.constantFrom('DEMO', 'OTHER'),
    inventoryStatus: fc.constantFrom('available', 'quality', 'blocked'),
    category: fc.constantFrom('flour', 'cold', null),
  });
  const contents = fc.array(content, { maxLength: 3 });
  const location = fc.record({
    code: fc.nat(999).map((number) => `L${number}`),
    type: fc.constantFrom('storage', 'pick', 'quarantine', 'receiving', 'staging'),
    zone: code,
    walkSequence: fc.nat(50),
    capacityPlates: fc.option(fc.integer({ min: 1, max: 3 })),
    capacityWeightGrams: fc.option(fc.nat(2000)),
    capacityVolumeCm3: fc.option(fc.nat(2000)),
    mixedItems: fc.boolean(),
    mixedLots: fc.boolean(),
    mixedStatuses: fc.boolean(),
    mixedOwners: fc.boolean(),
    fixedItem: fc.option(fc.constantFrom('DEMO:RYE', 'DEMO:OATS'), { freq: 5 }),
    onlyCategories: fc.option(fc.constant(['flour']), { freq: 5 }),
    barredCategories: fc.option(fc.constant(['cold']), { freq: 5 }),
    allowedStatuses: fc.constant(null),
    isActive: fc.boolean(),
    plates: fc.nat(3),
    hasLoose: fc.boolean(),
    weightMilligrams: fc.nat(2_000_000),
    volumeMm3: fc.nat(2_000_000),
    contents,
  });
  const locations = fc.uniqueArray(location, { maxLength: 12, selector: ({ code: own }) => own });
  const goods = fc.record({
    licensePlate: fc.constantFrom('P1', null),
    contents: fc.array(content, { minLength: 1, maxLength: 2 }),
    weightMilligrams: fc.nat(2_000_000),
    volumeMm3: fc.nat(2_000_000),
  });
  const anyRule = fc.record({
    code,
    name: code,
    isActive: fc.boolean(),
    when: fc.record(
      {
        categories: fc.constant(['flour']),
        inventoryStatuses: fc.constant(['available', 'blocked']),
        handlings: fc.subarray([...handlings]),
        fromZones: fc.subarray(['A', 'B']),
      },
      { requiredKeys: [] },
    ),
    zones: fc.subarray(['A', 'B', 'C']),
    locationTypes: fc.subarray<LocationType>(['storage', 'pick', 'quarantine']),
    strategies: fc.subarray([...putawayStrategies], { minLength: 1 }),
    otherwise: fc.constantFrom<'next' | 'stop'>('next', 'stop'),
  });
  const rules = fc.array(anyRule, { maxLength: 4 });
  const origin = fc.option(fc.record({ zone: code, walkSequence: fc.nat(50) }));

  test('a place that is proposed takes the goods by the rule that judges the put', () => {
    fc.assert(
      fc.property(goods, locations, rules, origin, (coming, places, own, from) => {
        const proposed = propose(coming, places, own, from);
        return proposed === null || whyNotFit(proposed, coming) === null;
      }),
    );
  });

  test('a search in pieces, nearest first, finds the same place as one over all of them', () => {
    fc.assert(
      fc.property(
        goods,
        locations,
        rules,
        origin,
        fc.integer({ min: 1, max: 5 }),
        (coming, places, own, from, size) => {
          const nearness = (one: LocationState) => Math.abs(one.walkSequence - (from?.walkSequence ?? 0));
          const sorted = [...places].sort(
            (a, b) => nearness(a) - nearness(b) || a.walkSequence - b.walkSequence || (a.code < b.code ? -1 : 1),
          );
          let found: LocationState | null = null;
          for (const stage of stagesFor(coming, own, from)) {
            for (let start = 0; start < sorted.length && !found; start += size) {
              found = pickIn(stage, coming, sorted.slice(start, start + size), from);
            }
          }
          return found?.code === propose(coming, places, own, from)?.code;
        },
      ),
    );
  });

  test('every place has exactly one verdict, and only the proposal has no reason', () => {
    fc.assert(
      fc.property(goods, locations, rules, origin, (coming, places, own, from) => {
        const { proposal, candidates } = explainPutaway(coming, places, own, from);
        const unexplained = candidates
          .filter(({ problem }) => problem === null)
          .map(({ location: { code: of } }) => of);
        expect(candidates.map(({ location: { code: of } }) => of).sort()).toEqual(
          places.map(({ code: of }) => of).sort(),
        );
        expect(unexplained).toEqual(proposal ? [proposal.location] : []);
        expect(proposal?.location).toBe(propose(coming, places, own, from)?.code);
      }),
    );
  });

  test('parts are never more than there is, and each fits where the ones before it stand already', () => {
    const row = fc.record({
      item: fc.constant('DEMO:RYE'),
      lot: fc.constant('L1'),
      owner: fc.constant('DEMO'),
      inventoryStatus: fc.constantFrom('available', 'quality'),
      quantityBase: fc.integer({ min: 1, max: 5000 }),
    });
    const item = fc
      .integer({ min: 1, max: 100_000 })
      .map((weightMilligrams) => ({ ...flour, weightMilligrams, units: [cases] }));
    fc.assert(
      fc.property(row, item, locations, rules, origin, (all, of, places, own, from) => {
        const state = new Map<string, LocationState>(places.map((one) => [one.code, one]));
        let sum = 0;
        for (const part of proposeParts(all, of, places, own, from)) {
          const there = state.get(part.location);
          const coming = goodsOf(null, [{ ...all, quantityBase: part.quantityBase }], [of]);
          if (!there || whyNotFit(there, coming) !== null) return false;
          state.set(part.location, afterPut(there, coming));
          sum += part.quantityBase;
        }
        return sum <= all.quantityBase;
      }),
    );
  });
});
