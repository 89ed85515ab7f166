import type { CountedPiece, CountedPlate } from '#shared/counting/counted-goods.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isLocationHere } from '../platform/facts/places.queries.ts';
import { stockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { findPlate } from '../platform/facts/plates.queries.ts';
import { serialsShipped } from '../platform/facts/shipment-goods.queries.ts';
import { serialAt } from './count.queries.ts';

/**
 * Where plates stand, by what was scanned of them; those that nobody knows are left out, but for codes of locations of the
 * warehouse, which are no plates.
 */
export async function wherePlatesAre(
  read: Runner,
  warehouse: string,
  scanned: readonly string[],
): Promise<Map<string, CountedPlate>> {
  const plates = new Map<string, CountedPlate>();
  for (const licensePlate of new Set(scanned)) {
    const plate = await findPlate(read, licensePlate);
    if (!plate) {
      const isLocation = await isLocationHere(read, warehouse, licensePlate);
      if (isLocation) plates.set(licensePlate, { number: licensePlate, warehouse, location: null, isLocation });
      continue;
    }
    // A pallet that only carries other plates stands where they do.
    const [row] = await stockOfFamily(read, plate.number);
    plates.set(licensePlate, { ...plate, location: row?.location ?? null });
  }
  return plates;
}

/** Where pieces stand that have a number, or that they have left, by `[item's key, serial]` as JSON. */
export async function wherePiecesAre(
  read: Runner,
  pieces: readonly { readonly itemKey: string; readonly serial: string }[],
): Promise<Map<string, CountedPiece | 'shipped'>> {
  const known = new Map<string, CountedPiece | 'shipped'>();
  for (const { itemKey, serial } of pieces) {
    const there = await read.one(serialAt, { itemKey, serial });
    if (there) known.set(JSON.stringify([itemKey, serial]), there);
    else if ((await serialsShipped(read, itemKey, [serial])).length > 0)
      known.set(JSON.stringify([itemKey, serial]), 'shipped');
  }
  return known;
}
