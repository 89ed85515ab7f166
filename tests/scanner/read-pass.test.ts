import { describe, expect, test } from 'vitest';
import { type Pass, plans } from '../../pwa/scanner/passes.ts';
import { readAll } from '../../pwa/scanner/read-all.ts';
import { readPass } from '../../pwa/scanner/read-pass.ts';
import { allSymbologies, usualSymbologies } from '../../pwa/scanner/symbology.ts';
import { type Drawing, drawn, noiseOnly, zxingInNode } from '../support/drawn-code.ts';

const zxing = await zxingInNode();
const gs = '\u001d';
const ean = { symbology: 'ean13', text: '4006381333931' };
const place = { symbology: 'code128', text: 'A-07-C2-14' };
const plate = { symbology: 'gs1-128', text: '(00)340123450000000017' };
const lot = { symbology: 'gs1datamatrix', text: '(01)04012345678901(10)L77Q(21)0042', module: 6 };

/** What one look at a picture sees. */
const seen = (drawing: Drawing, pass: Pass) => readPass(zxing, drawn(drawing), pass, usualSymbologies);

describe('a code that one way of looking reads and the usual one does not', () => {
  test.each<[name: string, Drawing, Pass, text: string]>([
    ['tilted by 30°', { ...place, module: 2, tilt: 30 }, 'turned60', place.text],
    ['tilted by 45°', { ...place, module: 2, tilt: 45 }, 'turned45', place.text],
    ['white bars on black', { ...ean, paper: 30, ink: 220 }, 'negative', ean.text],
    ['out of focus', { ...ean, blur: 1.9 }, 'softer', ean.text],
    ['more out of focus', { ...ean, blur: 2.4 }, 'softest', ean.text],
    ['out of focus and lying', { ...ean, blur: 1.9, tilt: 90 }, 'softerLying', ean.text],
    ['in bad light', { ...ean, module: 2, noise: 90 }, 'fine', ean.text],
  ])('%s: by %o', (_name, drawing, pass, text) => {
    expect(seen(drawing, 'thorough')).toEqual([]);
    expect(seen(drawing, pass).map((code) => code.text)).toEqual([text]);
  });
});

describe('what a code says', () => {
  test.each<[name: string, Drawing, text: string, symbologyIdentifier: string]>([
    ['a GS1-128', plate, '00340123450000000017', ']C1'],
    ['a GS1 DataMatrix keeps its separators', lot, `010401234567890110L77Q${gs}210042`, ']d2'],
    ['a mirrored DataMatrix', { ...lot, isMirrored: true }, `010401234567890110L77Q${gs}210042`, ']d2'],
    ['a UPC-A comes with thirteen digits', { symbology: 'upca', text: '036000291452' }, '0036000291452', ']E0'],
    ['a pale one', { ...place, paper: 150, ink: 120 }, place.text, ']C0'],
    ['a blurred GS1-128', { ...plate, module: 2, blur: 1.4 }, '00340123450000000017', ']C1'],
  ])('%s: %o', (_name, drawing, text, symbologyIdentifier) => {
    expect(readAll(zxing, drawn(drawing))).toMatchObject({ text, symbologyIdentifier });
  });
});

test.each(['fast', 'thorough', 'fine', 'soft', 'turned15'] as const)('%s says where the code lies', (pass) => {
  const [code] = seen({ ...ean, tilt: pass === 'turned15' ? -15 : 0 }, pass);
  const { left = 0, right = 0, top = 0, bottom = 0 } = code?.box ?? {};
  expect((left + right) / 2).toBeCloseTo(0.5, 1);
  expect(Math.max(0.35 - top, bottom - 0.65)).toBeLessThan(0.1);
  expect(right - left).toBeGreaterThan(0.35);
});

test('every way of looking stands any picture, however small', () => {
  const tiny = { data: new Uint8Array(9).fill(90), width: 9, height: 1 };
  const passes = Object.keys(plans) as Pass[];
  expect(passes.flatMap((pass) => readPass(zxing, tiny, pass, allSymbologies))).toEqual([]);
});

test('what is not expected is not looked for', () => {
  expect(readPass(zxing, drawn(ean), 'thorough', ['Code128', 'DataMatrix'])).toEqual([]);
  expect(readPass(zxing, drawn(lot), 'soft', ['DataMatrix'])).toEqual([]);
});

test('in noise nothing is found, whatever is asked for', () => {
  expect(readAll(zxing, noiseOnly(1), allSymbologies)).toBeNull();
});
