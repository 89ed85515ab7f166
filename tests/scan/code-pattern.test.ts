import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePattern, meantBy, patternLimits, patternValue } from '#shared/scan/code-pattern.ts';

/** The part of a code that is looked up; `–` where the pattern does not fit, a fault and its place where it is none. */
function lookedUp(pattern: string, code: string): string {
  const read = codePattern(pattern);
  return 'fault' in read ? `${read.fault} at ${read.at}` : (patternValue(read, code) ?? '–');
}

describe('what a code of the house is looked up as', () => {
  test.each([
    ['fixed characters in front', 'LOC-[{X:1-12}]', 'LOC-A01', 'A01'],
    ['in small letters from the scanner', 'LOC-[{X:1-12}]', 'loc-a01', 'a01'],
    ['all of it where no part is marked', 'P{9:6}', 'P004711', 'P004711'],
    ['one digit too few', 'P{9:6}', 'P00471', '–'],
    ['one digit too many', 'P{9:6}', 'P0047110', '–'],
    ['a letter among digits', 'P{9:6}', 'P00471A', '–'],
    ['one digit, without a count', 'T{9}', 'T7', 'T7'],
    ['a part in the middle', 'TRL{9:2}/[{9:1-2}]#', 'TRL07/3#', '3'],
    ['longest first, then as the rest needs it', '#[{X:1-9}]{9:2}', '#AB1234', 'AB12'],
    ['the last of several', '{*:1-20}-[{X:1-9}]', 'A-B-C9', 'C9'],
    ['letters of any alphabet', '{A:3}-{9}', 'TÜR-1', 'TÜR-1'],
    ['a bracket itself', '\\[{9:2}\\]', '[12]', '[12]'],
    ['only digits of this length', '{9:8}', '12345678', '12345678'],
    ['nothing', 'P{9:6}', '', '–'],
  ])('%s: %s reads %s as %s', (_, pattern, code, expected) => {
    expect(lookedUp(pattern, code)).toBe(expected);
  });
});

describe('what is no pattern', () => {
  test.each([
    ['nothing', '', 'value at 0'],
    ['any code whatever', '{*:1-20}', 'wide at 0'],
    ['any number', '{9:1-20}', 'wide at 0'],
    ['any code of eight characters', '{*:8}', 'wide at 0'],
    ['no such class', 'L{7:2}', 'syntax at 1'],
    ['a brace that does not close', 'L{9', 'syntax at 1'],
    ['none of something', 'L{9:0}', 'count at 1'],
    ['from more to less', 'L{9:5-2}', 'count at 1'],
    ['more than any code has', 'L{9:65}', 'count at 1'],
    ['two values', '[{9}]-[{9}]', 'syntax at 6'],
    ['a value that does not end', 'L[{9:2}', 'value at 7'],
    ['an empty value', 'L[]{9}', 'value at 2'],
    ['more than a screen shows', 'L'.repeat(patternLimits.text + 1), `long at ${patternLimits.text}`],
  ])('%s', (_, pattern, fault) => {
    expect(lookedUp(pattern, 'L')).toBe(fault);
  });
});

test('a pattern that never fits is found out at once, however it is written', () => {
  const slow = codePattern(`${'{*:1-64}'.repeat(12)}!`);
  expect('fault' in slow ? slow : patternValue(slow, 'a'.repeat(128))).toBeNull();
});

test('any text is a pattern or not, and fits any code or not, without throwing', () => {
  const pieces = fc.constantFrom(
    '{9:2}',
    '{X:1-9}',
    '{*:1-64}',
    '{A}',
    '[',
    ']',
    '\\',
    '{',
    '}',
    '-',
    'L',
    '\ud83d',
    'ß',
  );
  const pattern = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(pattern, fc.string({ unit: 'binary', maxLength: 128 }), (text, code) => {
      for (const { value } of meantBy(code, [{ name: 'any', kind: 'item', pattern: text }])) {
        expect(code).toContain(value);
      }
    }),
  );
});
