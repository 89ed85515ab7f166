import { expect, test } from 'vitest';
import { libraryReader } from '../../pwa/scanner/fallback-reader.ts';
import { allSymbologies, usualSymbologies } from '../../pwa/scanner/symbology.ts';
import { type Drawing, drawn } from '../support/drawn-code.ts';

const gs = '\u001d';
const blank = { data: new Uint8Array(640 * 360).fill(220), width: 640, height: 360 };
const dataBar = { symbology: 'databaromni', text: '(01)04012345678901' };

test.each<[name: string, Drawing, text: string, symbologyIdentifier: string]>([
  ['a place', { symbology: 'code128', text: 'A-07-C2-14' }, 'A-07-C2-14', ''],
  [
    'GS1-128 with its separators',
    { symbology: 'gs1-128', text: '(01)04012345678901(10)AB1(21)7', module: 2 },
    `010401234567890110AB1${gs}217`,
    ']C1',
  ],
  [
    'GS1 DataMatrix with its separators',
    { symbology: 'gs1datamatrix', text: '(01)04012345678901(10)AB1(21)7', module: 6 },
    `010401234567890110AB1${gs}217`,
    ']d2',
  ],
  ['UPC-A with thirteen digits', { symbology: 'upca', text: '036000291452' }, '0036000291452', ''],
])('reads %s', (_name, drawing, text, symbologyIdentifier) => {
  expect(libraryReader(usualSymbologies)(drawn(drawing), false)).toMatchObject([{ text, symbologyIdentifier }]);
});

test('after a DataBar nothing is read in pictures that show nothing, nor in place of another code', () => {
  const read = libraryReader(allSymbologies);
  const place = drawn({ symbology: 'code128', text: 'A-07-C2-14' });
  const pictures = [drawn(dataBar), drawn(dataBar), blank, place, blank];
  expect(pictures.map((picture) => read(picture, true).map(({ text }) => text))).toEqual([
    [],
    [],
    [],
    ['A-07-C2-14'],
    [],
  ]);
});

test('asked for what the library cannot read, it reads nothing, rather than all that it knows', () => {
  expect(libraryReader(['DataBar', 'UPCE'])(drawn({ symbology: 'code128', text: 'A-07' }), true)).toEqual([]);
});

test('a code that fills a picture by half is no longer reported once it has gone', () => {
  const read = libraryReader(usualSymbologies);
  const item = drawn({ symbology: 'ean13', text: '4006381333931' });
  expect([item, blank, item, blank].map((picture) => read(picture, false).length)).toEqual([1, 0, 1, 0]);
});
