import { describe, expect, test } from 'vitest';
import { parseBrackets } from '#shared/scan/gs1/parse-brackets.ts';
import { parseDigitalLink } from '#shared/scan/gs1/parse-digital-link.ts';
import type { Gs1Parse } from '#shared/scan/gs1/parse-element-string.ts';

const outcome = (parse: Gs1Parse | null): string => {
  if (parse === null) return 'no link';
  return parse.refusal?.code ?? parse.elements?.map(({ ai, value }) => `${ai}=${value}`).join(' ') ?? '';
};

describe('the line under a barcode, typed', () => {
  test.each([
    ['(01)04006381333931(10)AB-12', '01=04006381333931 10=AB-12'],
    ['(10)A)B', '10=A)B'],
    ['(10)A\\(1)(21)7', '10=A(1) 21=7'],
    ['(10)A\\(', '10=A('],
    ['', 'scan.gs1_empty'],
    ['01)04006381333931', 'scan.gs1_brackets'],
    ['(01', 'scan.gs1_brackets'],
    ['(10)A(B', 'scan.gs1_brackets'],
    ['(10)', 'scan.gs1_empty'],
    ['(10)(21)7', 'scan.gs1_empty'],
    ['()1', 'scan.gs1_unknown_ai'],
    ['(010)1', 'scan.gs1_unknown_ai'],
    ['(05)1', 'scan.gs1_unknown_ai'],
    ['(01)040063813339311', 'scan.gs1_too_long'],
    ['(01)04006381333932', 'scan.gs1_check_digit'],
    ['(01)04006381333931 (10)A', 'scan.gs1_too_long'],
    ['(17)9(90)217', 'scan.gs1_too_short'],
  ])('%s', (text, expected) => {
    expect(outcome(parseBrackets(text, 2026))).toBe(expected);
  });
});

describe('a Digital Link', () => {
  test.each([
    ['the key', 'https://id.gs1.org/01/04006381333931', '01=04006381333931'],
    ['any domain, port and folder', 'http://shop.example:8080/p/01/04006381333931', '01=04006381333931'],
    ['a scheme in capitals', 'HTTPS://ID.GS1.ORG/01/04006381333931', '01=04006381333931'],
    ['qualifiers in order', 'https://a.de/01/04006381333931/10/L1/21/S1', '01=04006381333931 10=L1 21=S1'],
    ['qualifiers out of order', 'https://a.de/01/04006381333931/21/S1/10/L1', 'scan.gs1_link'],
    ['the same qualifier twice', 'https://a.de/01/04006381333931/10/L1/10/L1', 'scan.gs1_link'],
    ['a qualifier of another key', 'https://a.de/414/4012345000009/10/L1', 'scan.gs1_link'],
    ['qualifiers of two alternatives', 'https://a.de/01/04006381333931/10/L1/235/T', 'scan.gs1_link'],
    ['the other alternative', 'https://a.de/01/04006381333931/235/T', '01=04006381333931 235=T'],
    ['attributes', 'https://a.de/01/04006381333931?17=261231&3103=001234', '01=04006381333931 17=261231 3103=001234'],
    ['keys that are not numbers', 'https://a.de/01/04006381333931?linkType=gs1:pip&x', '01=04006381333931'],
    ['a fragment', 'https://a.de/01/04006381333931#lot', '01=04006381333931'],
    ['percent codes', 'https://a.de/01/04006381333931/10/A%2FB', '01=04006381333931 10=A/B'],
    ['a plus in the path', 'https://a.de/01/04006381333931/10/A+B', '01=04006381333931 10=A+B'],
    ['a space in the query', 'https://a.de/01/04006381333931?240=A+B', 'scan.gs1_character'],
    ['letters beyond the set', 'https://a.de/01/04006381333931/10/%C3%9C', 'scan.gs1_character'],
    ['a coded zero byte', 'https://a.de/01/04006381333931/10/A%00', 'scan.gs1_character'],
    ['location with extension', 'https://a.de/414/4012345000009/254/A1', '414=4012345000009 254=A1'],
    ['a plate', 'https://a.de/00/003400000000000014', '00=003400000000000014'],
    ['the last key of the path counts', 'https://a.de/00/x/01/04006381333931', '01=04006381333931'],
    ['a wrong check digit', 'https://a.de/01/04006381333932', 'scan.gs1_check_digit'],
    ['a short GTIN in the path', 'https://a.de/01/4006381333931', 'scan.gs1_too_short'],
    ['an empty lot', 'https://a.de/01/04006381333931/10/?17=261231', 'scan.gs1_empty'],
    ['an empty attribute', 'https://a.de/01/04006381333931?17=', 'scan.gs1_empty'],
    ['an attribute that is a number of nothing', 'https://a.de/01/04006381333931?05=1', 'scan.gs1_unknown_ai'],
    ['an attribute twice', 'https://a.de/01/04006381333931?17=261231&17=261231', 'scan.gs1_link'],
    ['a qualifier among the attributes', 'https://a.de/01/04006381333931?10=L1', 'scan.gs1_link'],
    ['what may not be an attribute', 'https://a.de/00/003400000000000014?254=A', 'scan.gs1_link'],
    ['a semicolon between attributes', 'https://a.de/01/04006381333931?17=261231;3103=001234', 'scan.gs1_too_long'],
    ['no key at all', 'https://shop.example/products/4711', 'no link'],
    ['a word before the key', 'https://a.de/01/04006381333931/lot/L1', 'no link'],
    ['no path', 'https://a.de', 'no link'],
    ['no domain', 'https:///01/04006381333931', 'no link'],
    ['another scheme', 'ftp://a.de/01/04006381333931', 'no link'],
    ['a domain with a bad character', 'https://a$.de/01/04006381333931', 'no link'],
    ['a space', 'https://a.de/01/04006381333931 ', 'no link'],
  ])('%s', (_, text, expected) => {
    expect(outcome(parseDigitalLink(text, 2026))).toBe(expected);
  });
});
