import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LabelKind, smallestMedia } from '#shared/labels/kinds.ts';
import { badgeLabel } from '../../api/labels/badge-label.ts';
import { commandCard } from '../../api/labels/command-card.ts';
import { textWidth } from '../../api/labels/fit-text.ts';
import { itemLabel } from '../../api/labels/item-label.ts';
import {
  type Box,
  codeOf,
  type Label,
  type LabelPart,
  placedBars,
  placedMatrix,
  placedQr,
  qrQuietZone,
  type Size,
} from '../../api/labels/label.ts';
import { locationLabel } from '../../api/labels/location-label.ts';
import { plateLabel } from '../../api/labels/plate-label.ts';
import { type Dpi, zplOf } from '../../api/labels/zpl.ts';

/** Texts as they come from ERPs and people: short and long, of all letters, with what is no letter at all. */
const text = (maxLength: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.stringMatching(new RegExp(`^[A-Z0-9-]{1,${Math.min(12, maxLength)}}$`)) },
    { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength, unit: 'grapheme-ascii' }) },
    { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength, unit: 'grapheme' }) },
  );

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const date = fc.option(fc.constant('2027-03-31'));
const lot = fc.option(text(64));

const words = { plate: 'Plate', lot: 'Lot', expiry: 'Use by', quantity: 'Quantity', count: 'Packs', empty: 'Empty' };

const goods = fc.record({
  ...{ item: text(64), description: text(250), quantity: text(20), lot, expiryDate: date },
  expiryShown: fc.constant('31 Mar 2027'),
  packs: fc.option(fc.record({ gtin: digits(14), count: fc.integer({ min: 1, max: 99_999_999 }) })),
});

const drawers: Readonly<Record<string, { kind: LabelKind; draw: fc.Arbitrary<(size: Size) => readonly Label[]> }>> = {
  'of a plate': {
    kind: 'license-plate',
    draw: fc
      .record({
        number: fc.oneof(fc.constant('095212340000000006'), text(64)),
        ...{ warehouse: text(60), goods: fc.array(goods, { maxLength: 12 }) },
      })
      .map((plate) => (size: Size) => [plateLabel(size, plate, words)]),
  },
  'of an item': {
    kind: 'item',
    draw: fc
      .record({
        ...{ item: text(64), description: text(250), unit: text(32), lot, expiryDate: date },
        gtin: fc.option(
          fc.oneof(
            digits(14),
            digits(13).map((gtin) => `0${gtin}`),
            digits(8).map((gtin) => `000000${gtin}`),
          ),
        ),
        expiryShown: fc.constant('31 Mar 2027'),
      })
      .map((item) => (size: Size) => [itemLabel(size, item, words)]),
  },
  'of a place': {
    kind: 'location',
    draw: fc
      .record({ code: text(32), zone: text(32), checkDigit: fc.stringMatching(/^[A-Z0-9]{2,4}$/) })
      .map((place) => (size: Size) => [locationLabel(size, place, { zone: 'Zone', check: 'Check' })]),
  },
  'of a person': {
    kind: 'badge',
    draw: fc
      .record({ badge: text(20), name: text(250) })
      .map((person) => (size: Size) => [badgeLabel(size, person, { badge: 'Badge' })]),
  },
  'of commands': {
    kind: 'commands',
    draw: fc
      .array(fc.record({ text: fc.stringMatching(/^%[A-Z]{2,9}\d{0,2}$/), name: text(40) }), {
        minLength: 1,
        maxLength: 22,
      })
      .map((commands) => (size: Size) => commandCard(size, commands, 'Commands')),
  },
};

describe.each(Object.entries(drawers))('a label %s', (_, { kind, draw }) => {
  const { width, height } = smallestMedia(kind);
  const size = fc.record({
    width: fc.integer({ min: width, max: Math.max(width, 120) }),
    height: fc.integer({ min: height, max: Math.max(height, 200) }),
  });

  test('has nothing beyond its edges, and nothing on a code, its quiet zone, or where it says that it is a copy', () => {
    fc.assert(
      fc.property(size, draw, fc.constantFrom<Dpi>(203, 300), (media, drawn, dpi) => {
        for (const label of drawn(media)) expect(faultsOf(label, 25.4 / dpi)).toEqual([]);
      }),
    );
  });

  test('always has what is scanned on it, in bars that every printer can draw', () => {
    fc.assert(
      fc.property(size, draw, fc.constantFrom<Dpi>(203, 300), (media, drawn, dpi) => {
        const labels = drawn(media);
        for (const label of labels) expect(label.parts.some(isCode)).toBe(true);
        for (const [, dots] of zplOf(labels, dpi).matchAll(/\^BY(\d+)/g)) {
          expect(Number(dots)).toBeGreaterThanOrEqual(2);
          expect(Number(dots)).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});

function isCode({ kind }: LabelPart): boolean {
  return kind === 'bars' || kind === 'matrix' || kind === 'qr';
}

/** A dot more or less is nobody's fault. */
const tolerance = 0.2;

function faultsOf(label: Label, dot: number): string[] {
  const placed = label.parts.map((part) => ({ part, box: boxOf(part, dot) }));
  const codes = placed.filter(({ part }) => isCode(part));
  const others = [
    ...placed.filter(({ part }) => !isCode(part)),
    { part: 'where it says copy' as const, box: label.mark },
  ];
  return [
    ...placed
      .filter(({ box: { x, y, width, height } }) => {
        const isInside = x >= -tolerance && y >= -tolerance;
        return !isInside || x + width > label.width + tolerance || y + height > label.height + tolerance;
      })
      .map(({ part, box }) => `beyond the edge: ${told(part)} at ${told(box)} of ${label.width} × ${label.height}`),
    ...codes.flatMap(({ part: code, box }, index) =>
      [...others, ...codes.slice(index + 1)]
        .filter(({ box: other }) => overlap(box, other))
        .map(({ part, box: other }) => `${told(part)} at ${told(other)} is on ${told(code)} at ${told(box)}`),
    ),
  ];
}

function told(what: object | string): string {
  return typeof what === 'string' ? what : JSON.stringify(what);
}

function overlap(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > tolerance && down > tolerance;
}

/** Where it is printed, quiet zones included. */
function boxOf(part: LabelPart, dot: number): Box {
  switch (part.kind) {
    case 'box':
      return part;
    case 'text': {
      const width = Math.min(part.width, textWidth(part.text) * part.size);
      const room = part.width - width;
      const shift = part.align === 'right' ? room : part.align === 'center' ? room / 2 : 0;
      return { x: part.x + shift, y: part.y, width, height: part.size };
    }
    case 'bars': {
      const isEan = 'ean' in part.content;
      const modules = 'ean' in part.content ? 95 : codeOf(part.content)?.modules;
      if (modules === undefined) throw new Error('bars of nothing');
      const { x, module } = placedBars(part, modules, dot);
      const quiet = (isEan ? 11 : 10) * module;
      // Guard bars reach five modules further down.
      const height = part.height + (isEan ? Math.min(5 * module, 3) : 0);
      return { x: x - quiet, y: part.y, width: modules * module + 2 * quiet, height };
    }
    case 'matrix': {
      const { module } = placedMatrix(part, dot);
      // Its own size is known to the encoder alone; it is at most the room it was given.
      return { x: part.x, y: part.y, width: Math.max(part.width, module), height: Math.max(part.height, module) };
    }
    case 'qr': {
      const { x, y, module } = placedQr(part, dot);
      const side = (part.modules + 2 * qrQuietZone) * module;
      return { x: x - qrQuietZone * module, y: y - qrQuietZone * module, width: side, height: side };
    }
  }
}
