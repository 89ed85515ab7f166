import { totalBase } from '#shared/kernel/quantity.ts';
import type { Place } from '#shared/ledger/place.ts';
import type { AppTrx } from '../store.ts';
import { lockStockOfFamily } from './plate-family.queries.ts';

/**
 * Where goods go back to that were taken from there: onto their plate, or loose where that stands elsewhere by now. The
 * plate is locked, so that it stays where it is. `backBase`: how much comes back that is on the plate now; it comes along
 * where that is all that is on it.
 */
export async function placeBefore(trx: AppTrx, from: Place, backBase = 0): Promise<Place> {
  const { licensePlate, location } = from;
  if (licensePlate === null) return from;
  const elsewhere = (await lockStockOfFamily(trx, licensePlate)).filter((row) => row.location !== location);
  const comesAlong = elsewhere.every((row) => row.licensePlate === licensePlate) && totalBase(elsewhere) === backBase;
  return elsewhere.length === 0 || comesAlong ? from : { ...from, licensePlate: null };
}
