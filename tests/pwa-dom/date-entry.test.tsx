import { expect, test } from 'vitest';
import { dateOf } from '../../pwa/ui/entry.tsx';

test.each<[typed: string, date: string | null]>([
  ['31122026', '2026-12-31'],
  ['311226', '2026-12-31'],
  ['00022028', '2028-02-29'],
  ['29022027', null],
  ['31042026', null],
  ['01132026', null],
  ['311220', null],
  ['3112', null],
  ['01011999', null],
])('day, month, year typed as %s is %s', (typed, date) => {
  expect(dateOf(typed)).toBe(date);
});
