import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitOf, spread } from '#shared/receiving/spread.ts';
import { line } from '../support/receiving-facts.ts';

const anyLine = fc.record({
  orderedBase: fc.integer({ min: 1, max: 1000 }),
  overPercent: fc.constantFrom(0, 5, 10, 12.5, 33.33),
  registeredBase: fc.nat(1200),
});

test('spreading gives away all of a quantity or nothing, and never more than a line takes', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 3000 }),
      (parts, quantity) => {
        const lines = parts.map((part, index) => ({ ...line, ...part, line: index + 1 }));
        const roomBase = lines.reduce((sum, each) => sum + Math.max(0, limitOf(each) - each.registeredBase), 0);
        const shares = spread(lines, quantity, false);
        expect(shares === null).toBe(quantity > roomBase);
        if (!shares) return;
        expect(shares.reduce((sum, share) => sum + share.quantityBase, 0)).toBe(quantity);
        for (const share of shares) {
          expect(share.quantityBase).toBeGreaterThan(0);
          expect(share.line.registeredBase + share.quantityBase).toBeLessThanOrEqual(limitOf(share.line));
        }
      },
    ),
  );
});

test('an older line is filled before a younger one gets anything', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (quantity) => {
      const lines = [1, 2, 3].map((number) => ({ ...line, line: number, overPercent: 0 }));
      const shares = spread(lines, Math.min(quantity, 30), false);
      if (!shares) throw new Error('thirty pieces fit');
      expect(shares.slice(0, -1).every((share) => share.quantityBase === 10)).toBe(true);
    }),
  );
});

test('goods that are told apart one by one are never cut in two: lines take whole units of them', () => {
  const half = (number: number) => ({ ...line, line: number, orderedBase: 15, overPercent: 0 });
  const shares = spread([half(1), half(2)], 20, false, 10);
  expect(shares?.map((share) => [share.line.line, share.quantityBase])).toEqual([
    [1, 10],
    [2, 10],
  ]);
  expect(spread([half(1), half(2)], 30, false, 10)).toBe(null);
});
