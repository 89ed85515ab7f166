import { expect, test } from 'vitest';
import { type Pass, passOf } from '../../pwa/scanner/decoder.ts';
import { plans } from '../../pwa/scanner/passes.ts';

/** The passes of the first two seconds from a camera of 30 pictures a second. */
function passesOf(...parameters: [options?: Parameters<typeof passOf>[1]]): Pass[] {
  return Array.from({ length: 60 }, (_, picture) => passOf(picture, ...parameters));
}

test('in a second each kind of look comes at least once, quick ones and whole ones often', () => {
  const passes = passesOf();
  expect(new Set(passes.slice(0, 32)).size).toBeGreaterThan(18);
  for (let picture = 0; picture < 52; picture += 1) {
    const soon = passes.slice(picture, picture + 8);
    expect(soon).toContain('fast');
    expect(soon).toContain('thorough');
  }
});

test('every way of looking has its turn', () => {
  expect(Object.keys(plans).filter((pass) => !passesOf().includes(pass as Pass))).toEqual([]);
});

test.each([
  ['matrix codes', ['DataMatrix', 'QRCode'], 'linear'],
  ['linear codes', ['EAN13', 'Code128'], 'matrix'],
] as const)('where only %s are expected, no picture is spent on others', (_name, formats, others) => {
  expect(passesOf({ formats }).filter((pass) => plans[pass].kinds === others)).toEqual([]);
});
