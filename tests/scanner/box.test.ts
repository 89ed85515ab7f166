import { describe, expect, test } from 'vitest';
import { aimOf, type Box, boxAround } from '../../pwa/scanner/box.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

describe('how a code lies to the aiming window', () => {
  const window = box(0.1, 0.2, 0.9, 0.6);
  test.each<[string, Box | undefined, string]>([
    ['in its middle', box(0.4, 0.35, 0.6, 0.45), 'inside'],
    ['larger than the window', box(0, 0, 1, 0.9), 'inside'],
    ['cut by the edge, its middle inside', box(0.7, 0.3, 1, 0.4), 'inside'],
    ['cut by the edge, its middle outside', box(0.85, 0.3, 1, 0.4), 'touching'],
    ['below it, touching', box(0.4, 0.59, 0.6, 0.8), 'touching'],
    ['below it', box(0.4, 0.61, 0.6, 0.8), 'outside'],
    ['above it', box(0.4, 0.05, 0.6, 0.19), 'outside'],
    ['beside it', box(0.91, 0.3, 1, 0.4), 'outside'],
    ['nobody says where', undefined, 'inside'],
  ])('%s: %o is %s', (_name, code, aim) => {
    expect(aimOf(code, window)).toBe(aim);
  });
});

describe('where a code is in the whole picture', () => {
  const picture = { width: 1000, height: 500 };
  const rounded = (found: Box) => Object.values(found).map((share) => Math.round(share * 1000) / 1000);
  test('that was looked at as it is', () => {
    const made = { ...picture, madeWidth: 1000, madeHeight: 500, degrees: 0 };
    const corners = [
      { x: 100, y: 50 },
      { x: 300, y: 60 },
      { x: 300, y: 110 },
      { x: 100, y: 100 },
    ];
    expect(rounded(boxAround(corners, made))).toEqual([0.1, 0.1, 0.3, 0.22]);
  });
  test('of which the middle was looked at', () => {
    const made = { ...picture, madeWidth: 600, madeHeight: 300, degrees: 0 };
    const corners = [
      { x: 0, y: 0 },
      { x: 600, y: 300 },
    ];
    expect(rounded(boxAround(corners, made))).toEqual([0.2, 0.2, 0.8, 0.8]);
  });
  test.each([
    // A quarter clockwise brings what was on the left to the top.
    [90, { x: 500, y: 0 }, [0.25, 0.5]],
    [30, { x: 500 + 100 * Math.cos(Math.PI / 6), y: 250 + 100 * Math.sin(Math.PI / 6) }, [0.6, 0.5]],
  ])('that was turned by %o degrees', (degrees, point, [x, y]) => {
    const made = { ...picture, madeWidth: 1000, madeHeight: 500, degrees };
    expect(rounded(boxAround([point], made))).toEqual([x, y, x, y]);
  });
});
