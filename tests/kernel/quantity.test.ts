import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byPercent,
  decimalOf,
  decimalsOf,
  fromBase,
  fromBaseIn,
  meanPercent,
  toBase,
} from '#shared/kernel/quantity.ts';

const piece = { numerator: 1, denominator: 1 };
const caseOf12 = { numerator: 12, denominator: 1 };
const third = { numerator: 1, denominator: 3 };

describe('a quantity in steps of the base unit', () => {
  test.each([
    ['ten pieces', 10, piece, 0, 10],
    ['two cases of twelve', 2, caseOf12, 0, 24],
    ['half a case of twelve', 0.5, caseOf12, 0, 6],
    ['a kilogram and a half with three decimals', 1.5, piece, 3, 1500],
    ['three thirds', 3, third, 0, 1],
    ['a tenth plus two tenths is three tenths', 0.3, piece, 1, 3],
    ['a small number that JavaScript prints with an exponent', 1e-6, piece, 6, 1],
    ['a tenth of a piece', 0.1, piece, 0, 'quantity.too_precise'],
    ['one third where only whole steps exist', 1, third, 0, 'quantity.too_precise'],
    ['seven decimals', 1e-7, piece, 6, 'quantity.too_precise'],
    ['more than a billion', 1_000_000_001, piece, 0, 'quantity.too_large'],
    ['a number beyond exact doubles', 9_007_199_254_740_994, piece, 0, 'quantity.too_large'],
  ])('%s', (_, quantity, unit, decimals, outcome) => {
    const steps = toBase(quantity, unit, decimals);
    expect(typeof steps === 'number' ? steps : steps.code).toBe(outcome);
  });

  test('comes back as the number it was, for every quantity the item can hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 6 }),
        (steps, decimals) => {
          expect(toBase(fromBase(steps, decimals), piece, decimals)).toBe(steps);
        },
      ),
    );
  });

  test('one tenth and two tenths, added a million times over, stay exact', () => {
    const steps = [0.1, 0.2].map((quantity) => Number(toBase(quantity, piece, 6)));
    expect(fromBase((Number(steps[0]) + Number(steps[1])) * 1_000_000, 6)).toBe(300_000);
  });
});

describe('a quantity told in another unit', () => {
  test.each([
    ['24 pieces are two cases', 24, caseOf12, 0, 2],
    ['six pieces are half a case', 6, caseOf12, 0, 0.5],
    ['one piece is no case with six decimals', 1, caseOf12, 0, null],
    ['one piece is three thirds', 1, third, 0, 3],
  ])('%s', (_, steps, unit, decimals, outcome) => {
    expect(fromBaseIn(steps, unit, decimals)).toBe(outcome);
  });
});

describe('a tolerance in percent, in whole steps, rounded down', () => {
  test.each([
    [10, 10, 11],
    [100, 5, 105],
    [40, 5, 42],
    [9, 10, 9],
    [100, 12.5, 112],
    [40, 12.5, 45],
    [10, 0, 10],
    [10, -10, 9],
    [9, -10, 8],
    [3, -33.4, 1],
  ])('%d and %d %% make %d', (quantityBase, percent, outcome) => {
    expect(byPercent(quantityBase, percent)).toBe(outcome);
  });
});

describe('the decimal that was written', () => {
  test.each([
    [0.1, { digits: 1n, scale: 1 }, 1],
    [1.25, { digits: 125n, scale: 2 }, 2],
    [1e21, { digits: 10n ** 21n, scale: 0 }, 0],
    [1.5e-7, { digits: 15n, scale: 8 }, 8],
    [-0.5, { digits: -5n, scale: 1 }, 1],
  ])('%d', (value, decimal, decimals) => {
    expect(decimalOf(value)).toEqual(decimal);
    expect(decimalsOf(value)).toBe(decimals);
  });
});

describe('how much of several things is done, in per cent', () => {
  test.each<[what: string, parts: readonly (readonly [doneBase: number, ofBase: number])[], outcome: number]>([
    ['nothing there is to do', [], 0],
    ['57 of 100, which floating point makes less', [[57, 100]], 57],
    ['a third', [[1, 3]], 33.333333333],
    ['one short of a million', [[999_999, 1_000_000]], 99.9999],
    [
      'each counts alike, however many it is of',
      [
        [1, 1],
        [0, 1000],
      ],
      50,
    ],
    [
      'more than there was to do',
      [
        [3, 2],
        [0, 2],
      ],
      50,
    ],
  ])('%s', (_, parts, outcome) => {
    expect(meanPercent(parts.map(([doneBase, ofBase]) => ({ doneBase, ofBase })))).toBe(outcome);
  });
});
