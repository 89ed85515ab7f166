import { dayNumber } from '#shared/kernel/day.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { lastShipped, lastShippedSerial } from './register.queries.ts';

/**
 * How many days ago goods of an item last left, by the calendar of the warehouse; of pieces with serial numbers the one
 * that left first. Null: it is not known that any did.
 */
export async function daysSinceShipped(
  trx: AppTrx,
  itemKey: string,
  { serials }: { readonly serials?: readonly string[] | undefined },
  { warehouse, instant }: { readonly warehouse: string; readonly instant: number },
): Promise<number | null> {
  const instants: (number | null)[] = [];
  for (const serial of serials ?? []) {
    instants.push((await trx.one(lastShippedSerial, { itemKey, serial }))?.confirmed_at ?? null);
  }
  if (!serials) instants.push((await trx.one(lastShipped, { itemKey }))?.confirmed_at ?? null);
  const known = instants.filter((each) => each !== null);
  if (known.length < instants.length) return null;
  const today = dayNumber(await dayIn(trx, warehouse, instant));
  return today - dayNumber(await dayIn(trx, warehouse, Math.min(...known)));
}
