import { afterAll, beforeAll, expect, test } from 'vitest';
import { momentAt, momentsOf, wallTimeAt } from '../../pwa/ui/moment.ts';

const ownZone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = 'Europe/Madrid';
});
afterAll(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

const now = () => Date.parse('2026-03-02T12:00:00Z');

test.each([
  ['the reader is where the warehouse is', 'Europe/Berlin', '2026-03-02T06:00:00Z', '02 Mar, 07:00', '07:00'],
  ['another day', 'Europe/Berlin', '2026-03-01T06:00:00Z', '01 Mar, 07:00', '01 Mar, 07:00'],
  ['another year', 'Europe/Berlin', '2025-03-02T06:00:00Z', '02 Mar 2025, 07:00', '02 Mar 2025, 07:00'],
  ['a year that has begun in the warehouse', 'Europe/Berlin', '2025-12-31T23:30:00Z', '01 Jan, 00:30', '01 Jan, 00:30'],
  ['the reader is elsewhere', 'Europe/London', '2026-03-02T06:00:00Z', '02 Mar, 06:00 GMT', '06:00 GMT'],
  ['the hour comes twice, first', 'Europe/Berlin', '2026-10-25T00:30:00Z', '25 Oct, 02:30 CEST', '25 Oct, 02:30 CEST'],
  ['the hour comes twice, then', 'Europe/Berlin', '2026-10-25T01:30:00Z', '25 Oct, 02:30 CET', '25 Oct, 02:30 CET'],
  ['a zone this machine does not know', 'Mars/Olympus', '2026-03-02T06:00:00Z', '02 Mar, 07:00', '07:00'],
])('%s', (_, zone, at, instant, short) => {
  const moments = momentsOf('en-GB', zone, now);
  expect([moments.instant(Date.parse(at)), moments.short(Date.parse(at))]).toEqual([instant, short]);
});

test('each language writes it in its own way', () => {
  const at = Date.parse('2026-03-01T06:00:00Z');
  const written = ['en', 'de', 'es'].map((language) => momentsOf(language, 'Europe/Berlin', now).instant(at));
  expect(written).toEqual(['Mar 01, 07:00', '01. März, 07:00', '01 mar, 07:00']);
});

test.each([
  ['2026-03-02T07:00', 'Europe/Berlin', '2026-03-02T06:00:00.000Z'],
  ['2026-07-02T07:00', 'Europe/Berlin', '2026-07-02T05:00:00.000Z'],
  ['2026-07-02T07:00', 'America/New_York', '2026-07-02T11:00:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-02T07:00', 'Pacific/Auckland', '2026-03-01T18:00:00.000Z'],
])('%s on the wall in %s is %s', (wall, zone, at) => {
  expect(new Date(momentAt(wall, zone)).toISOString()).toBe(at);
});

test('what was entered is shown as it was entered', () => {
  const at = momentAt('2026-03-02T07:15', 'Europe/Berlin');
  expect(wallTimeAt(at, 'Europe/Berlin')).toBe('2026-03-02T07:15');
});
