import { localDay } from '../local-day.ts';

/** The day on which goods leave at the earliest, where the warehouse is: when they have to, but never in the past. */
export function shipDayOf(shipBy: number | null, now: number, timeZone: string): string {
  const today = localDay(now, timeZone);
  if (shipBy === null) return today;
  const asked = localDay(shipBy, timeZone);
  return asked > today ? asked : today;
}

const dayMs = 86_400_000;

/** A day so many days later. Days of a calendar are counted in UTC, where each has as many hours. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
