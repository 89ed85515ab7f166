import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { signals } from '../../pwa/scanner/signals.ts';

const css = readFileSync(fileURLToPath(new URL('../../pwa/ui/floor.css', import.meta.url)), 'utf8');

type Colour = readonly [red: number, green: number, blue: number];

/** Of a custom property, in light of each part from 0 to 1. */
function colourOf(name: string, of = css): Colour {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(of)?.[1] ?? '';
  const part = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return [part(0), part(2), part(4)];
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/**
 * What eyes see that lack one kind of cone. Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", 2009, severity 1.
 */
const eyes: Readonly<Record<string, readonly Colour[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function seen([red, green, blue]: Colour, rows: readonly Colour[]): Colour {
  const [r = 0, g = 0, b = 0] = rows.map((row) => Math.max(0, row[0] * red + row[1] * green + row[2] * blue));
  return [r, g, b];
}

/** CIE L*a*b* under D65. */
function lab([red, green, blue]: Colour): Colour {
  const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  return [116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))];
}

function distance(one: Colour, other: Colour): number {
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = signals.flatMap((one, index) => signals.slice(index + 1).map((other) => [one, other] as const));

test.each(Object.keys(eyes).flatMap((eye) => pairs.map(([one, other]) => [one, other, eye] as const)))(
  'the frames of %s and %s are two colours to eyes with %s',
  (one, other, eye) => {
    const rows = eyes[eye] ?? [];
    const [first, second] = [one, other].map((signal) => lab(seen(colourOf(`flash-${signal}`), rows)));
    // From about 2.3 on people see a difference at all; side by side nobody sees these.
    expect(distance(first ?? [0, 0, 0], second ?? [0, 0, 0])).toBeGreaterThan(20);
  },
);

const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

test.each(signals)('the frame of %s stands out from the light and the dark ground', (signal) => {
  const frame = [colourOf(`flash-${signal}`), ...(signal === 'ask' ? [colourOf('flash-ask-gap')] : [])];
  for (const ground of [colourOf('ground', light), colourOf('ground', dark)]) {
    expect(Math.max(...frame.map((colour) => contrast(colour, ground)))).toBeGreaterThan(3);
  }
});

test('each frame has a form of its own, for who sees no colour', () => {
  const form = (signal: string) => {
    const rule = new RegExp(`\\.flash${signal} \\{[^}]*\\}`).exec(css)?.[0] ?? '';
    if (/border-image/.test(rule)) return `striped at ${/(\d+)deg/.exec(rule)?.[1]} degrees`;
    return /\b(solid|double)\b/.exec(rule)?.[1] ?? 'none';
  };
  expect(['', 'bad', 'ask', 'done'].map((signal) => form(signal && `\\[data-signal="${signal}"\\]`))).toEqual([
    'solid',
    'striped at 45 degrees',
    'striped at 135 degrees',
    'double',
  ]);
});
