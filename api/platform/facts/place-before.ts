import type { Place } from '#shared/ledger/place.ts';
import type { AppTrx } from '../store.ts';
import { lockStockOfFamily } from './plate-family.queries.ts';

/**
 * Where goods go back to that were taken from there: onto their plate, or loose where that stands elsewhere by now. The
 * plate is locked, so that it stays where it is.
 */
export async function placeBefore(trx: AppTrx, from: Place): Promise<Place> {
  const { licensePlate, location } = from;
  if (licensePlate === null) return from;
  const isGone = (await lockStockOfFamily(trx, licensePlate)).some((row) => row.location !== location);
  return isGone ? { ...from, licensePlate: null } : from;
}
