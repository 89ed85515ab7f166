import { expect, test } from 'vitest';
import type { ScanKind } from '#shared/scan/scan.ts';
import { symbologiesFor as forSite, isExpected, symbologiesOf } from '../../pwa/scanner/expected-codes.ts';
import { usualSymbologies } from '../../pwa/scanner/symbology.ts';

const symbologiesFor = (kinds: readonly ScanKind[]) => forSite(kinds, symbologiesOf());

test.each<[string, readonly ScanKind[], boolean]>([
  ['a plate', ['licensePlate'], false],
  ['a place or a plate', ['location', 'licensePlate'], false],
  ['a paper', ['document', 'command'], false],
  ['a badge', ['operator'], false],
  ['an item', ['item'], true],
  ['an item or its place', ['item', 'location'], true],
  ['the second label of a box', ['details'], true],
  ['a lot or a serial number, which may be printed as anything', ['unknown', 'licensePlate'], true],
  ['nothing that is known', [], true],
])('where a step takes %s, barcodes of goods are looked for: %o %o', (_name, kinds, goods) => {
  const wanted = symbologiesFor(kinds);
  expect(wanted.includes('EAN13')).toBe(goods);
  expect(['EAN13', 'UPCA', 'ITF14', 'DataBarExpStk'].map((format) => isExpected(format, wanted))).toEqual([
    ...[goods, goods, goods, goods],
  ]);
});

test('what any label may be printed as is always looked for', () => {
  const kinds: ScanKind[] = ['location', 'licensePlate', 'document', 'operator', 'command', 'item', 'unknown'];
  for (const kind of kinds) {
    expect(symbologiesFor([kind])).toEqual(expect.arrayContaining(['Code128', 'Code39', 'DataMatrix', 'QRCode']));
  }
});

test('a step that takes anything looks for all that is usual', () => {
  expect(symbologiesFor(['item'])).toEqual(usualSymbologies);
});

test.each<[string, Parameters<typeof symbologiesOf>[0], readonly string[], readonly string[]]>([
  ['nothing said', undefined, [], []],
  ['small American goods', { upcE: true }, ['UPCE'], []],
  ['parcel labels', { pdf417: true, aztec: true }, ['PDF417', 'Aztec'], ['PDF417', 'Aztec']],
])('what else a warehouse has is looked for: %s', (_, codes, anywhere, awayFromGoods) => {
  const site = symbologiesOf(codes);
  const more = (kinds: ScanKind[]) => forSite(kinds, site).filter((each) => !usualSymbologies.includes(each));
  expect(more(['item'])).toEqual(anywhere);
  expect(more(['location'])).toEqual(awayFromGoods);
});
