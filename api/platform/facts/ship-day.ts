import { localDay } from '../local-day.ts';

/** The day on which goods leave at the earliest, where the warehouse is: when they have to, but never in the past. */
export function shipDayOf(shipBy: number | null, now: number, timeZone: string): string {
  const today = localDay(now, timeZone);
  if (shipBy === null) return today;
  const asked = localDay(shipBy, timeZone);
  return asked > today ? asked : today;
}
