import { describe, expect, test } from 'vitest';
import { expandUpcE, gtin14Readings, gtinForms, shortUpcEReadings } from '#shared/scan/gtin.ts';

describe('a UPC-E stands for the UPC-A', () => {
  test.each([
    ['ending in 0', '01234505', '012000003455'],
    ['ending in 1', '01234514', '012100003454'],
    ['ending in 2', '04252614', '042100005264'],
    ['ending in 3', '01234531', '012300000451'],
    ['ending in 4', '01234543', '012340000053'],
    ['ending in 5 to 9', '01234565', '012345000065'],
    ['number system 1', '11234562', '112345000062'],
  ])('%s', (_, short, long) => {
    expect(expandUpcE(short)).toBe(long);
  });

  test.each(['21234565', '0123456', '012345650', 'A1234565'])('not %s', (text) => {
    expect(expandUpcE(text)).toBeNull();
  });
});

describe('digits under a barcode as GTIN-14', () => {
  test.each([
    ['EAN-13', '4006381333931', ['04006381333931']],
    ['UPC-A', '036000291452', ['00036000291452']],
    ['ITF-14', '14006381333938', ['14006381333938']],
    ['EAN-8', '96385074', ['00000096385074']],
    ['UPC-E', '04252614', ['00042100005264']],
    ['both EAN-8 and UPC-E, the UPC-E first', '01234565', ['00012345000065', '00000001234565']],
    ['a wrong check digit', '4006381333932', []],
    ['nine digits', '123456789', []],
    ['letters', 'ABCDEFGH', []],
  ])('%s', (_, digits, gtins) => {
    expect(gtin14Readings(digits)).toEqual(gtins);
  });
});

describe('a UPC-E of which a scanner leaves digits out', () => {
  test.each([
    ['six digits, as DataWedge sends it', '425261', ['00042100005264']],
    ['six digits and the check digit', '4252614', ['00042100005264']],
    ['number system 0 and six digits', '0427821', ['00042100007824']],
    ['number system 1 and six digits', '1123455', ['00112345000055']],
    ['seven digits that can be either', '0425261', ['00004252000061', '00042100005264']],
    ['seven digits with a wrong check digit and no number system', '4252615', []],
    ['five digits', '42526', []],
    ['eight, which leave nothing out', '04252614', []],
    ['letters', '42526A', []],
  ])('%s', (_, digits, gtins) => {
    expect(shortUpcEReadings(digits)).toEqual(gtins);
  });
});

test.each([
  ['14006381333938', ['14006381333938']],
  ['04006381333931', ['04006381333931', '4006381333931']],
  ['00036000291452', ['00036000291452', '0036000291452', '036000291452']],
  ['00000096385074', ['00000096385074', '0000096385074', '000096385074', '96385074']],
])('%s may be written in master data as %j', (gtin, forms) => {
  expect(gtinForms(gtin)).toEqual(forms);
});
