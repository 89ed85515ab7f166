import bwip from 'bwip-js/node';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkValue } from '#shared/scan/gs1/check-value.ts';
import { isCountryCode, isCountryNumber } from '#shared/scan/gs1/code-lists.ts';
import { allAiRules } from '#shared/scan/gs1/rules.ts';
import { element } from '../support/gs1-arbitrary.ts';

/**
 * bwip-js refuses to draw GS1 symbols with bad content, by tables and code that share nothing with ours. It does not
 * check that keys begin with a company prefix, misses one package type, and also wants companion identifiers, which
 * are warnings here.
 */
function bwipRefuses(ai: string, value: string): boolean {
  try {
    bwip.raw({ bcid: 'gs1datamatrix', text: `(${ai})${value}` });
    return false;
  } catch (error) {
    return !/GS1missingAIs/.test(String(error));
  }
}

const withoutPrefixCheck = new Set(['401', '7023', '8004', '8010', '8013', '8014']);

test('well-formed and damaged values are judged as bwip-js judges them', () => {
  const disagreements: string[] = [];
  fc.assert(
    fc.property(
      fc.constantFrom(...allAiRules()).chain((rule) => fc.tuple(fc.constant(rule), element(rule))),
      fc.nat(90),
      fc.constantFrom('', ...'019ABz-%/=! ~#'),
      (drawn, place, character) => {
        const [rule, { value }] = drawn;
        const at = place % value.length;
        const damaged = value.slice(0, at) + character + value.slice(at + 1);
        for (const candidate of [value, damaged]) {
          // Brackets and carets mean something else in what bwip-js is given.
          if (candidate === '' || /[()^\\]/.test(candidate) || candidate === 'AT') continue;
          const ours = checkValue(rule, candidate, 0, 2026)?.code;
          if (ours === 'scan.gs1_value' && withoutPrefixCheck.has(rule.ai)) continue;
          if ((ours !== undefined) !== bwipRefuses(rule.ai, candidate)) {
            disagreements.push(`(${rule.ai})${candidate} ours: ${ours ?? 'accepted'}`);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
  expect(disagreements).toEqual([]);
});

test('countries are those that bwip-js knows', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  expect(codes.filter((code) => isCountryCode(code) === bwipRefuses('4307', code))).toEqual([]);
  const numbers = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));
  expect(numbers.filter((number) => isCountryNumber(number) === bwipRefuses('422', number))).toEqual([]);
});
