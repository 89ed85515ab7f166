import type { CountedPlate } from '#shared/counting/counted-goods.ts';
import { findPlate } from '../platform/facts/plates.queries.ts';
import { isSerialShipped } from '../platform/facts/shipment-goods.queries.ts';
import { stockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { serialAt } from './count.queries.ts';

/** Where plates stand, by what was scanned of them; those that nobody knows are left out. */
export async function wherePlatesAre(trx: AppTrx, scanned: readonly string[]): Promise<Map<string, CountedPlate>> {
  const plates = new Map<string, CountedPlate>();
  for (const licensePlate of new Set(scanned)) {
    const plate = await findPlate(trx, licensePlate);
    if (!plate) continue;
    const [row] = await stockOnPlate(trx, plate.number);
    plates.set(licensePlate, { ...plate, location: row?.location ?? null });
  }
  return plates;
}

/** Where pieces stand that have a number, or that they have left, by `[item's key, serial]` as JSON. */
export async function wherePiecesAre(
  trx: AppTrx,
  pieces: readonly { readonly itemKey: string; readonly serial: string }[],
): Promise<Map<string, { readonly location: string } | 'shipped'>> {
  const known = new Map<string, { readonly location: string } | 'shipped'>();
  for (const { itemKey, serial } of pieces) {
    const there = await trx.one(serialAt, { itemKey, serial });
    if (there) known.set(JSON.stringify([itemKey, serial]), there);
    else if (await isSerialShipped(trx, itemKey, serial)) known.set(JSON.stringify([itemKey, serial]), 'shipped');
  }
  return known;
}
