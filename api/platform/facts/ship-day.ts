import { dayAfter } from '#shared/kernel/day.ts';
import { localDay } from '../local-day.ts';

/** The day on which goods leave at the earliest, where the warehouse is: when they have to, but never in the past. */
export function shipDayOf(shipBy: number | null, now: number, timeZone: string): string {
  const today = localDay(now, timeZone);
  if (shipBy === null) return today;
  const asked = localDay(shipBy, timeZone);
  return asked > today ? asked : today;
}

/** The day that goods for an order line must not expire before, leaving on `shipDay`; null for items without dates. */
export function goodUntilOf(
  line: { readonly expiry_tracked: number; readonly sellable_days: number | null },
  shipDay: string,
): string | null {
  return line.expiry_tracked === 1 ? dayAfter(shipDay, line.sellable_days ?? 0) : null;
}
