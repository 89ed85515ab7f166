import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Gs1Element } from '#shared/scan/gs1/label.ts';
import { aiRule } from '#shared/scan/gs1/rules.ts';
import { lookupKeys } from '#shared/scan/lookup-keys.ts';
import { scanProblemCodes } from '#shared/scan/problems.ts';
import type { ReadScanOptions } from '#shared/scan/read-options.ts';
import { readScan } from '#shared/scan/read-scan.ts';
import { resolveScan } from '#shared/scan/resolve-scan.ts';
import type { ScanInput } from '#shared/scan/scan.ts';
import { labelElements } from '../support/gs1-arbitrary.ts';

const GS = '\u001d';

/** Anything a scanner, a camera or a person may deliver: whole unicode, halves of it, and near misses of GS1. */
function anyText(): fc.Arbitrary<string> {
  const fragments = fc.constantFrom(
    ...['01', '04006381333931', '00', '10', '17261231', '3103', '37', GS, '~', ']C1', ']E0', ']Q1', '(', ')', '(01)'],
    ...['https://a.de/', '/01/', '?17=', '&', '=', '%', '%UNDO', 'W-1001', 'A-01-01-1', '\ud83d', '\u{1f4e6}', '\0'],
  );
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
    fc.array(fc.oneof(fragments, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 60 }),
    fc.nat({ max: 9000 }).map((length) => '0'.repeat(length)),
  );
}

function anyInput(): fc.Arbitrary<ScanInput> {
  const identifier = fc.constantFrom(undefined, ']C1', ']C0', ']E0', ']E4', ']I1', ']Q1', ']d2', '', 'x');
  return fc
    .tuple(anyText(), fc.constantFrom('wedge', 'camera', 'typed'), identifier)
    .map(([text, source, symbologyIdentifier]) =>
      symbologyIdentifier === undefined ? { text, source } : { text, source, symbologyIdentifier },
    );
}

const anyOptions: fc.Arbitrary<ReadScanOptions> = fc.record({
  currentYear: fc.integer({ min: 1950, max: 2150 }),
  separators: fc.constantFrom([], ['~'], ['|', '<GS>'], ['', '0']),
  separatorsLost: fc.boolean(),
  gs1Prefixes: fc.constantFrom([], ['', '#']),
  unknownAi: fc.constantFrom('refuse', 'warn', 'ignore'),
  codes: fc.constantFrom([], [{ name: 'any', kind: 'item', pattern: 'A{*:1-64}[{9:1-3}]' }]),
});

test('any text classifies, looks up and resolves without throwing, and can be shown', () => {
  fc.assert(
    fc.property(anyInput(), anyOptions, (input, options) => {
      const reading = readScan(input, options);
      expect(reading.text).not.toMatch(/\p{C}/u);
      if (reading.kind === 'refused') expect(scanProblemCodes).toContain(reading.refusal.code);
      for (const code of Object.values(lookupKeys(reading)).flat()) expect(code.length).toBeGreaterThan(0);
      const scan = resolveScan(reading, {}, ['item', 'location']);
      expect(scan.kind === 'unknown' && scan.refused).toBe(reading.kind === 'refused');
    }),
    { numRuns: 10_000 },
  );
});

/** How a separator may arrive: itself, its printed symbol, or what the site's scanners send. */
const disguises = [GS, '\u241d', '~', '|', '{GS}'];

test('every well-formed element string reads back as its elements, in any disguise of the separator', () => {
  const carriers = fc.constantFrom(']C1', ']e0', ']d2', ']Q3', ']J1', `]d2${GS}`);
  fc.assert(
    fc.property(
      labelElements(),
      carriers,
      fc.constantFrom(...disguises),
      fc.boolean(),
      (elements, carrier, separator, lavish) => {
        const text = carrier + elementString(elements, separator, lavish);
        const reading = readScan({ text, source: 'wedge' }, { currentYear: 2026, separators: ['~', '|', '{GS}'] });
        expect(reading.kind === 'gs1' ? reading.label.elements : reading).toEqual(elements);
      },
    ),
    { numRuns: 1000 },
  );
});

test('every well-formed label reads back from its typed line', () => {
  fc.assert(
    fc.property(labelElements(), (elements) => {
      const text = elements.map(({ ai, value }) => `(${ai})${value.replaceAll('(', '\\(')}`).join('');
      const reading = readScan({ text, source: 'typed' }, { currentYear: 2026 });
      expect(reading.kind === 'gs1' ? reading.label.elements : reading).toEqual(elements);
    }),
    { numRuns: 1000 },
  );
});

test('every key with attributes reads back from its Digital Link', () => {
  fc.assert(
    fc.property(labelElements(), (drawn) => {
      const key = drawn.find(({ ai }) => aiRule(ai)?.linkQualifiers != null);
      fc.pre(key !== undefined);
      if (key === undefined) return;
      const qualifiers = aiRule(key.ai)?.linkQualifiers?.flat() ?? [];
      const attributes = drawn.filter(
        ({ ai }, index) =>
          aiRule(ai)?.linkAttribute &&
          ai !== key.ai &&
          !qualifiers.includes(ai) &&
          drawn.findIndex((other) => other.ai === ai) === index,
      );
      const query = attributes.map(({ ai, value }) => `${ai}=${encodeURIComponent(value)}`).join('&');
      const text = `https://example.com/some/${key.ai}/${encodeURIComponent(key.value)}?${query}&utm=x`;
      const reading = readScan({ text, source: 'camera', symbologyIdentifier: ']Q1' }, { currentYear: 2026 });
      expect(reading.kind === 'gs1' ? reading.label.elements : reading).toEqual([key, ...attributes]);
    }),
    { numRuns: 1000 },
  );
});

test('one wrong digit in a key is always noticed', () => {
  const key = fc.constantFrom('0104006381333931', '00003400000000000014', '4104012345000009');
  fc.assert(
    fc.property(key, fc.nat(30), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
      const at = 3 + (place % (text.length - 3));
      const wrong = text.slice(0, at) + String((Number(text[at]) + shift) % 10) + text.slice(at + 1);
      const reading = readScan({ text: wrong, source: 'wedge', symbologyIdentifier: ']C1' }, { currentYear: 2026 });
      expect(reading).toMatchObject({ kind: 'refused', refusal: { code: 'scan.gs1_check_digit' } });
    }),
  );
});

/** With `lavish`, separators also stand where they are superfluous. */
function elementString(elements: readonly Gs1Element[], separator: string, lavish: boolean): string {
  return elements
    .map(({ ai, value }, index) => {
      const needed = index < elements.length - 1 && aiRule(ai)?.selfDelimiting === false;
      return ai + value + (needed || lavish ? separator : '');
    })
    .join('');
}
