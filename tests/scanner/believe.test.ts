import { describe, expect, test } from 'vitest';
import { isBelieved, isSound, type Sighted, sightedAgain } from '../../pwa/scanner/believe.ts';
import type { Box } from '../../pwa/scanner/box.ts';
import type { SeenCode } from '../../pwa/scanner/seen-code.ts';

const here: Box = { left: 0.3, top: 0.4, right: 0.6, bottom: 0.5 };
const there: Box = { left: 0.3, top: 0.7, right: 0.6, bottom: 0.8 };
const below: Box = { left: 0.3, top: 0.55, right: 0.6, bottom: 0.55 };

/** How a code was seen: the way that the picture was prepared (null: not), and in how many lines. */
type Look = readonly [way: string | null, lines: number];

function sighted(format: string, text: string, looks: readonly Look[], box = here): Sighted {
  const codes = looks.map(([way, lines]): SeenCode => {
    return { text, format, symbologyIdentifier: '', lines, box, ...(way !== null && { way }) };
  });
  return codes.reduce<Sighted | undefined>(sightedAgain, undefined) as Sighted;
}

describe('what speaks for a code', () => {
  test.each<[format: string, text: string, readonly Look[], isEnough: boolean]>([
    ['EAN13', '4006381333931', [[null, 3]], true],
    ['EAN13', '4006381333931', [[null, 2]], false],
    [
      'EAN13',
      '4006381333931',
      [
        [null, 1],
        [null, 1],
      ],
      true,
    ],
    ['EAN13', '4006381333931', [['soft', 20]], false],
    [
      'EAN13',
      '4006381333931',
      [
        ['soft', 20],
        ['soft', 20],
      ],
      false,
    ],
    [
      'EAN13',
      '4006381333931',
      [
        ['soft', 1],
        ['softer', 1],
      ],
      true,
    ],
    [
      'EAN13',
      '4006381333931',
      [
        ['soft', 1],
        [null, 1],
      ],
      true,
    ],
    ['Code128', 'A-07', [['even', 5]], false],
    ['DataMatrix', 'A-07', [['sharp', 0]], true],
    ['UPCE', '0049000006346', [[null, 8]], false],
    [
      'UPCE',
      '0049000006346',
      [
        [null, 8],
        ['soft', 1],
      ],
      true,
    ],
    [
      'DataBarOmni',
      '0101234567890128',
      [
        ['soft', 3],
        ['fine', 3],
      ],
      false,
    ],
    [
      'DataBarOmni',
      '0101234567890128',
      [
        ['soft', 3],
        ['fine', 3],
        ['even', 1],
      ],
      true,
    ],
    [
      'DataBarExp',
      '0101234567890128',
      [
        ['soft', 3],
        ['fine', 3],
      ],
      true,
    ],
    ['ITF', '070429', [[null, 9]], false],
    [
      'ITF',
      '070429',
      [
        [null, 9],
        ['soft', 1],
      ],
      true,
    ],
    ['ITF', '14006381333938', [[null, 3]], true],
  ])('%s %s seen %o: %o', (format, text, looks, isEnough) => {
    expect(isBelieved(sighted(format, text, looks), [])).toBe(isEnough);
  });
});

describe('two readings of linear codes', () => {
  const right = sighted('EAN13', '4006381333931', [
    ['soft', 1],
    ['softer', 1],
  ]);
  const wrong = (looks: readonly Look[], box = here) => sighted('EAN13', '9006381333936', looks, box);

  test.each<[name: string, readonly Look[], Box, boolean]>([
    ['on one another refuse each other', [['even', 1]], here, false],
    ['on one another refuse each other, also where only a line of one was read', [['even', 1]], below, false],
    ['apart are two codes', [['even', 1]], there, true],
  ])('%s', (_name, looks, box, isTaken) => {
    expect(isBelieved(right, [right, wrong(looks, box)])).toBe(isTaken);
  });

  test('a clear one stands', () => {
    const clear = sighted('EAN13', '4006381333931', [[null, 3]]);
    expect(isBelieved(clear, [clear, wrong([['even', 1]])])).toBe(true);
  });

  test('one that has three times as much for it stands', () => {
    const sure = sighted('EAN13', '4006381333931', [
      ['soft', 1],
      ['softer', 1],
      ['even', 1],
    ]);
    expect(isBelieved(sure, [sure, wrong([['fine', 1]])])).toBe(true);
  });
});

describe('what cannot be a code', () => {
  test.each([
    ['EAN13', '4006381333932', false],
    ['UPCE', '0049000006346', true],
    ['UPCE', '0049000006347', false],
    ['ITF', '070429', false],
    ['ITF14', '14006381333938', true],
    ['Code128', '', false],
  ])('%s %s: %o', (format, text, expected) => {
    expect(isSound({ format, text, symbologyIdentifier: '', lines: 3 })).toBe(expected);
  });

  test('an ITF of another length counts where it is asked for', () => {
    const code = { format: 'ITF', text: '070429', symbologyIdentifier: '', lines: 3 };
    expect(isSound(code, ['ITF'])).toBe(true);
    expect(isSound({ ...code, text: '07' }, ['ITF'])).toBe(false);
  });
});
