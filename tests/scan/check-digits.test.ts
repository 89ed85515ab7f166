import { describe, expect, test } from 'vitest';
import {
  areCheckDigits,
  gs1CheckDigit,
  gs1CheckPair,
  hasGs1CheckDigit,
  locationCheckDigits,
  modulo97,
} from '#shared/scan/check-digits.ts';

describe('the GS1 check digit', () => {
  test.each([
    ['EAN-8', '9638507', '4'],
    ['UPC-A', '03600029145', '2'],
    ['EAN-13', '400638133393', '1'],
    ['GTIN-14', '1400638133393', '8'],
    ['SSCC', '00340000000000001', '4'],
    ['GLN', '401234500000', '9'],
    ['all zeros', '000', '0'],
  ])('of an %s', (_, digits, check) => {
    expect(gs1CheckDigit(digits)).toBe(check);
    expect(hasGs1CheckDigit(digits + check)).toBe(true);
  });

  test.each([
    ['another digit', '4006381333932'],
    ['two neighbours swapped', '4006381339331'],
    ['a letter', '400638133393X'],
    ['a digit of another script', '400638133393١'],
    ['a single digit', '0'],
    ['nothing', ''],
  ])('is wrong with %s', (_, digits) => {
    expect(hasGs1CheckDigit(digits)).toBe(false);
  });
});

test.each([
  ['the example of the General Specifications', '1987654Ad4X4bL5ttr2310c', '2K'],
  ['the shortest key', '00000!', 'HV'],
])('check pair of %s', (_, body, pair) => {
  expect(gs1CheckPair(body)).toBe(pair);
});

test('modulo 97 over letters and digits is 1 for a valid account number', () => {
  expect(modulo97('3704004405320130' + '00DE89')).toBe(1);
});

describe('check digits of a location', () => {
  test('are two digits and the same however the code is written', () => {
    expect(locationCheckDigits('A-01-01-1')).toMatch(/^\d\d$/);
    expect(locationCheckDigits('a-01-01-1')).toBe(locationCheckDigits('A-01-01-1'));
    expect(locationCheckDigits('A01011')).toBe(locationCheckDigits('A-01-01-1'));
  });

  test('differ for the neighbour above, beside and across the aisle', () => {
    const codes = ['A-01-01-1', 'A-01-01-2', 'A-01-02-1', 'A-02-01-1', 'B-01-01-1', 'A-10-01-1'];
    expect(new Set(codes.map(locationCheckDigits)).size).toBe(codes.length);
  });
});

test.each<[string, string, string | undefined, boolean]>([
  ['as printed', '47', '47', true],
  ['with a blank behind them', '47 ', '47', true],
  ['letters from a small keyboard', 'k7z', 'K7Z', true],
  ['of another place', '74', '47', false],
  ['of a place that has none', '47', undefined, false],
  ['nothing', '', undefined, false],
])('check digits of a place: %s', (_, given, known, expected) => {
  expect(areCheckDigits(given, known)).toBe(expected);
});
