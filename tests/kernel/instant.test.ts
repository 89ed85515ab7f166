import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#shared/kernel/fields.ts';
import { instantMs } from '#shared/kernel/instant.ts';

test.each<[text: string, ms: number | null]>([
  ['1970-01-01T00:00:00Z', 0],
  ['2000-02-29T23:59:59.999Z', 951_868_799_999],
  ['2026-03-02T06:00:00+01:00', Date.parse('2026-03-02T05:00:00Z')],
  ['2026-03-02T06:00:00-09:30', Date.parse('2026-03-02T15:30:00Z')],
  ['2026-03-02t06:00:00.5z', Date.parse('2026-03-02T06:00:00.500Z')],
  ['2026-03-02T06:00Z', Date.parse('2026-03-02T06:00:00Z')],
  ['2026-03-02', null],
  ['tomorrow', null],
])('%s is %s ms after 1970', (text, ms) => {
  expect(instantMs(text)).toBe(ms);
});

test.each<[text: string, read: string | null]>([
  ['2026-03-02T06:00:00Z', '2026-03-02T06:00:00Z'],
  ['2026-03-02T06:00:00.123456789+02:00', '2026-03-02T06:00:00.123456789+02:00'],
  ['2026-03-02t06:00:00.5z', '2026-03-02T06:00:00.5Z'],
  ['2026-06-30T23:59:60Z', '2026-06-30T23:59:59Z'],
  ['2026-07-01T01:59:60.25+02:00', '2026-07-01T01:59:59.25+02:00'],
  ['2026-06-30T23:58:60Z', null],
  ['2026-06-30T24:00:00Z', null],
  ['2026-02-29T06:00:00Z', null],
  ['2026-03-02T06:00:00', null],
  ['2026-03-02 06:00:00Z', null],
  ['2026-03-02', null],
])('RFC 3339: %s is read as %s', (text, read) => {
  expect(instant.safeParse(text).data ?? null).toBe(read);
});

test('agrees with the calendar of the machine on every instant', () => {
  const instants = fc.date({
    min: new Date('0100-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, (date) => {
      expect(instantMs(date.toISOString())).toBe(date.getTime());
    }),
  );
});
