import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '#shared/kernel/day.ts';

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11_016],
  ['2024-02-29', 19_782],
  ['2024-03-01', 19_783],
  ['2100-03-01', 47_541],
])('%s is day %i', (day, number) => {
  expect(dayNumber(day)).toBe(number);
});

test('days follow each other as in the calendar', () => {
  const days = fc.integer({ min: -200_000, max: 2_000_000 });
  fc.assert(
    fc.property(days, (number) => dayNumber(new Date(number * 86_400_000).toISOString().slice(0, -14)) === number),
  );
});
