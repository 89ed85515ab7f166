import type { LabelDate } from './label.ts';

/**
 * The calendar date of six digits YYMMDD; null when there is no such day. Day 00 is the last day of the month, and
 * marked so. The century is the one that puts the year at most 49 years before or 50 after `currentYear`.
 * Source: GS1 General Specifications 3.4 and 7.12.
 */
export function dateOfSixDigits(digits: string, currentYear: number): LabelDate | null {
  if (!/^\d{6}$/.test(digits)) return null;
  const year = fullYear(Number(digits.slice(0, 2)), currentYear);
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4));
  const last = daysInMonth(year, month);
  if (last === 0 || day > last) return null;
  const dayUnspecified = day === 0;
  return { date: calendarText(year, month, dayUnspecified ? last : day), dayUnspecified };
}

/** Whether eight digits YYYYMMDD are a day of the calendar. */
export function isDateOfEightDigits(digits: string): boolean {
  const day = Number(digits.slice(6));
  return day >= 1 && day <= daysInMonth(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)));
}

function fullYear(twoDigits: number, currentYear: number): number {
  const century = Math.floor(currentYear / 100) * 100;
  const ahead = twoDigits - (currentYear % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  if (ahead <= -50) return century + 100 + twoDigits;
  return century + twoDigits;
}

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function calendarText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
