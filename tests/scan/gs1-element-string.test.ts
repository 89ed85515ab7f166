import { describe, expect, test } from 'vitest';
import { parseElementString } from '#shared/scan/gs1/parse-element-string.ts';

const GS = '\u001d';
const options = { currentYear: 2026 };
const elementsOf = (text: string) =>
  parseElementString(text, options).elements?.map(({ ai, value }) => `${ai} ${value}`);

describe('an element string is split', () => {
  test.each([
    ['one key', '0104006381333931', ['01 04006381333931']],
    ['fixed lengths need no separator', '010400638133393117261231', ['01 04006381333931', '17 261231']],
    ['a lot ends at the separator', `10A-1${GS}17261231`, ['10 A-1', '17 261231']],
    ['the last lot ends with the text', '1726123110A-1', ['17 261231', '10 A-1']],
    ['a leading FNC1', `${GS}0104006381333931`, ['01 04006381333931']],
    ['a superfluous separator behind a fixed length', `0104006381333931${GS}10A`, ['01 04006381333931', '10 A']],
    ['a separator at the end', `0104006381333931${GS}`, ['01 04006381333931']],
    ['decimals in the identifier', '3103001234', ['3103 001234']],
    ['an optional second component', '2534000001000005ABC', ['253 4000001000005ABC']],
    ['its absence', '2534000001000005', ['253 4000001000005']],
    ['several countries', `423276528${GS}10A`, ['423 276528', '10 A']],
    ['time of production with seconds', '8008260704131257', ['8008 260704131257']],
    ['time of production without minutes', '80082607041312', ['8008 2607041312']],
    ['the same identifier and value twice', `10A${GS}10A`, ['10 A', '10 A']],
    ['a lot like a key with a wrong check digit', '10ABC0104006381333932', ['10 ABC0104006381333932']],
    ['brackets and slashes in a lot', '10A(1)/B', ['10 A(1)/B']],
  ])('%s', (_, text, elements) => {
    expect(elementsOf(text)).toEqual(elements);
  });
});

describe('an element string is refused, with identifier and position', () => {
  test.each([
    ['nothing', '', 'scan.gs1_empty', undefined, 0],
    ['only FNC1', GS, 'scan.gs1_empty', undefined, 0],
    ['an identifier that does not exist', '010400638133393105AB', 'scan.gs1_unknown_ai', '05', 16],
    ['more than five decimals', '3107123456', 'scan.gs1_unknown_ai', '3107', 0],
    ['letters where an identifier belongs', `10A${GS}XY12`, 'scan.gs1_unknown_ai', '', 4],
    ['two separators in a row', `10A${GS}${GS}17261231`, 'scan.gs1_unknown_ai', '', 4],
    ['an identifier with nothing behind it', '010400638133393110', 'scan.gs1_empty', '10', 18],
    ['a key that ends early', '01040063813339', 'scan.gs1_too_short', '01', 2],
    ['a separator inside a key', `0104006${GS}381333931`, 'scan.gs1_too_short', '01', 2],
    ['a wrong check digit', '0104006381333932', 'scan.gs1_check_digit', '01', 2],
    ['a wrong check digit of the plate', '00003400000000000015', 'scan.gs1_check_digit', '00', 2],
    ['a letter in a date', '1726123A', 'scan.gs1_character', '17', 7],
    ['a 13th month', '17261331', 'scan.gs1_date', '17', 2],
    ['a 31st of June', '17260631', 'scan.gs1_date', '17', 2],
    ['a 29th of February in a common year', '17270229', 'scan.gs1_date', '17', 2],
    ['day 00 where a day is needed', '7006260400', 'scan.gs1_date', '7006', 4],
    ['the 25th hour', '70032604012500', 'scan.gs1_time', '7003', 10],
    ['a space in a lot', '10A B', 'scan.gs1_character', '10', 3],
    ['a letter outside the set', '10AÜ', 'scan.gs1_character', '10', 3],
    ['21 characters of lot', '10ABCDEFGHIJKLMNOPQRSTU', 'scan.gs1_too_long', '10', 2],
    ['a lot that swallowed the next key', '10ABC0104006381333931', 'scan.gs1_separator_missing', '10', 2],
    [
      'a serial that swallowed one before a separator',
      `21A0104006381333931${GS}10A`,
      'scan.gs1_separator_missing',
      '21',
      2,
    ],
    [
      'a lot too long because of what it swallowed',
      '10ABC123010400638133393117261231',
      'scan.gs1_separator_missing',
      '10',
      2,
    ],
    ['a country that does not exist', '422999', 'scan.gs1_value', '422', 3],
  ])('%s', (_, text, code, ai, position) => {
    const { refusal } = parseElementString(text, options);
    expect(refusal?.code).toBe(code);
    expect(refusal?.params.ai).toBe(ai);
    expect(refusal?.params.position).toBe(position);
  });

  test('positions count from where the string began in the scanned text', () => {
    const { refusal } = parseElementString('17261331', { ...options, position: 3 });
    expect(refusal?.params.position).toBe(5);
  });
});

describe('from a device that drops separators', () => {
  const lost = { ...options, separatorsLost: true };

  test.each([
    ['a key alone is safe', '0104006381333931', undefined],
    ['fixed lengths are safe', '010400638133393117261231', undefined],
    ['a lot in which no other element can hide is safe', '010400638133393110ABCDE', undefined],
    ['a lot that may have a serial in it is refused', '010400638133393110ABC21XYZ', 'scan.gs1_separator_lost'],
    ['a lot that may have a key in it is refused', '10A00003400000000000014', 'scan.gs1_separator_missing'],
    ['a separator that did come shows that they are sent', `10ABC21XYZ${GS}17261231`, undefined],
  ])('%s', (_, text, code) => {
    expect(parseElementString(text, lost).refusal?.code).toBe(code);
  });
});

describe('where no separator came at all, a lot or serial with a date of about now behind it is to be looked at', () => {
  const gtin = '0104006381333931';
  test.each<[string, string, string | undefined]>([
    ['a lot that an expiry date ran into', `${gtin}10AB12317261231`, '10'],
    ['a serial number that a best-before date ran into', `${gtin}21S115270100`, '21'],
    ['the same where a separator came: the scanner sends them', `${gtin}21S1\u001d10AB12317261231`, undefined],
    ['a lot alone', `${gtin}10AB123`, undefined],
    ['a lot that ends in digits that are no date', `${gtin}10AB12317261331`, undefined],
    ['a lot that ends in a date of another decade', `${gtin}10AB12317561231`, undefined],
    ['nothing but what would be a date', `${gtin}1017261231`, undefined],
    ['a field that is no lot', `${gtin}240AB12317261231`, undefined],
    ['a date in its own field', `${gtin}17261231`, undefined],
  ])('%s', (_, text, expected) => {
    expect(parseElementString(text, { currentYear: 2026 }).mayHide).toBe(expected);
  });
});
