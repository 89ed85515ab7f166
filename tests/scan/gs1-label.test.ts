import { describe, expect, test } from 'vitest';
import { checkAssociations } from '#shared/scan/gs1/associations.ts';
import { dateOfSixDigits } from '#shared/scan/gs1/dates.ts';
import { interpret } from '#shared/scan/gs1/interpret.ts';
import { labelFacts } from '#shared/scan/gs1/label-facts.ts';
import { parseBrackets } from '#shared/scan/gs1/parse-brackets.ts';

describe('six digits are a day of the century that is nearest', () => {
  test.each([
    ['260302', 2026, '2026-03-02', false],
    ['760101', 2026, '2076-01-01', false],
    ['770101', 2026, '1977-01-01', false],
    ['000101', 2099, '2100-01-01', false],
    ['490101', 2099, '2149-01-01', false],
    ['500101', 2099, '2050-01-01', false],
    ['240229', 2026, '2024-02-29', false],
    ['270200', 2026, '2027-02-28', true],
    ['280200', 2026, '2028-02-29', true],
    ['261200', 2026, '2026-12-31', true],
  ])('%s in %i is %s, day left open: %s', (digits, year, date, dayUnspecified) => {
    expect(dateOfSixDigits(digits, year)).toEqual({ date, dayUnspecified });
  });

  test.each(['260431', '261301', '260001', '270229', '26033', 'ABCDEF'])('%s is no day', (digits) => {
    expect(dateOfSixDigits(digits, 2026)).toBeNull();
  });
});

describe('a value means', () => {
  test.each([
    ['net weight', '3103', '001234', { type: 'measure', value: '1.234', unit: 'kg', logistic: false }],
    ['weight less than one', '3105', '000001', { type: 'measure', value: '0.00001', unit: 'kg', logistic: false }],
    ['its scale kept', '3103', '001250', { type: 'measure', value: '1.250', unit: 'kg', logistic: false }],
    ['no decimals', '3100', '000012', { type: 'measure', value: '12', unit: 'kg', logistic: false }],
    ['nothing', '3100', '000000', { type: 'measure', value: '0', unit: 'kg', logistic: false }],
    ['gross weight', '3302', '012345', { type: 'measure', value: '123.45', unit: 'kg', logistic: true }],
    ['height of the pallet', '3331', '000018', { type: 'measure', value: '1.8', unit: 'm', logistic: true }],
    ['weight in pounds', '3201', '000220', { type: 'measure', value: '22.0', unit: 'lb', logistic: false }],
    ['price', '3922', '1250', { type: 'amount', value: '12.50' }],
    ['price of less than a cent', '3923', '5', { type: 'amount', value: '0.005' }],
    ['price in euro', '3932', '9781250', { type: 'amount', value: '12.50', currency: '978' }],
    ['per cent off', '3941', '0125', { type: 'measure', value: '12.5', unit: '%', logistic: false }],
    ['count', '37', '0240', { type: 'count', value: 240 }],
    ['best before', '15', '261200', { type: 'date', date: '2026-12-31', dayUnspecified: true }],
    ['expiry with time', '7003', '2612312359', { type: 'date', date: '2026-12-31', dayUnspecified: false }],
    ['lot', '10', 'A-1', { type: 'text' }],
  ])('%s (%s) %s', (_, ai, value, meaning) => {
    expect(interpret({ ai, value }, 2026)).toEqual(meaning);
  });
});

describe('elements on one label', () => {
  const refusalOf = (text: string) => checkAssociations(parseBrackets(text, 2026).elements ?? []);

  test.each([
    ['an item with lot and expiry', '(01)04006381333931(10)A(17)261231', undefined],
    ['the same plate twice', '(00)003400000000000014(00)003400000000000014', undefined],
    ['two items', '(01)04006381333931(01)14006381333938', 'scan.gs1_repeated'],
    ['an item and the content of a plate', '(01)04006381333931(02)04006381333931', 'scan.gs1_excluded'],
    ['an item and a count of content', '(01)04006381333931(37)12', 'scan.gs1_excluded'],
    ['a weight with two scales', '(01)04006381333931(3102)001234(3103)001234', 'scan.gs1_excluded'],
    ['a lone serial', '(21)X1', undefined],
  ])('%s', (_, text, code) => {
    expect(refusalOf(text)?.code).toBe(code);
  });

  test('a logistic label tells everything a receiver needs', () => {
    const text = '(00)003400000000000014(02)04006381333931(37)24(10)L1(15)270331(3302)012345(400)PO-1001';
    const { elements, ...facts } = labelFacts(parseBrackets(text, 2026).elements ?? [], 2026);
    expect(facts).toEqual({
      sscc: '003400000000000014',
      contentGtin: '04006381333931',
      count: 24,
      lot: 'L1',
      dates: { '15': { date: '2027-03-31', dayUnspecified: false } },
      measures: [{ ai: '3302', value: '123.45', unit: 'kg', logistic: true }],
      orderNumber: 'PO-1001',
      warnings: [],
    });
    expect(elements).toHaveLength(7);
  });

  test.each([
    ['content without count or plate', '(02)04006381333931', [{ ai: '02', needs: [['37']] }]],
    [
      'a count without plate',
      '(02)04006381333931(37)2',
      [
        {
          ai: '37',
          needs: [
            ['00', '02'],
            ['00', '8026'],
          ],
        },
      ],
    ],
    ['a lone lot', '(10)A', [{ ai: '10', needs: [['01'], ['02'], ['03'], ['8006'], ['8026']] }]],
    ['an item with lot', '(01)04006381333931(10)A', []],
  ])('%s is a warning at most', (_, text, warnings) => {
    const facts = labelFacts(parseBrackets(text, 2026).elements ?? [], 2026);
    expect(facts.warnings).toEqual(warnings.map((warning) => ({ code: 'scan.gs1_companion_missing', ...warning })));
  });
});
