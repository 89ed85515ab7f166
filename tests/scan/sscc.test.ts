import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasGs1CheckDigit } from '#shared/scan/check-digits.ts';
import { ssccOf } from '#shared/scan/sscc.ts';

describe('the licence plate of a number', () => {
  test.each([
    [0, '095212340000000006'],
    [1, '095212340000000013'],
    [10_001, '095212340000100010'],
    [999_999_999, '095212349999999995'],
    [1_000_000_000, '195212340000000003'],
    [9_999_999_999, '995212349999999998'],
  ])('%d is %s', (number, sscc) => {
    expect(ssccOf(number)).toBe(sscc);
  });

  test.each([
    ['4012', 7, '040120000000000078'],
    ['4012345', 7, '040123450000000078'],
    ['401234567890', 12_345, '140123456789023458'],
  ])('under %s, number %d is %s', (companyPrefix, number, sscc) => {
    expect(ssccOf(number, companyPrefix)).toBe(sscc);
  });

  test('any number has 18 digits with a right check digit, and no two share a plate', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.nat(2_000_000_000), (a, b) => {
        expect(ssccOf(a)).toMatch(/^\d{18}$/);
        expect(hasGs1CheckDigit(ssccOf(a))).toBe(true);
        expect(ssccOf(a) === ssccOf(b)).toBe(a === b);
      }),
    );
  });

  test.each([-1, 10_000_000_000, 0.5])('%d does not fit', (number) => {
    expect(() => ssccOf(number)).toThrow();
  });
});
