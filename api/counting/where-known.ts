import type { CountedPlate } from '#shared/counting/counted-goods.ts';
import type { Runner } from '../platform/db/connection.ts';
import { findPlate } from '../platform/facts/plates.queries.ts';
import { isSerialShipped } from '../platform/facts/shipment-goods.queries.ts';
import { stockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import { serialAt } from './count.queries.ts';

/** Where plates stand, by what was scanned of them; those that nobody knows are left out. */
export async function wherePlatesAre(read: Runner, scanned: readonly string[]): Promise<Map<string, CountedPlate>> {
  const plates = new Map<string, CountedPlate>();
  for (const licensePlate of new Set(scanned)) {
    const plate = await findPlate(read, licensePlate);
    if (!plate) continue;
    const [row] = await stockOnPlate(read, plate.number);
    plates.set(licensePlate, { ...plate, location: row?.location ?? null });
  }
  return plates;
}

/** Where pieces stand that have a number, or that they have left, by `[item's key, serial]` as JSON. */
export async function wherePiecesAre(
  read: Runner,
  pieces: readonly { readonly itemKey: string; readonly serial: string }[],
): Promise<Map<string, { readonly location: string } | 'shipped'>> {
  const known = new Map<string, { readonly location: string } | 'shipped'>();
  for (const { itemKey, serial } of pieces) {
    const there = await read.one(serialAt, { itemKey, serial });
    if (there) known.set(JSON.stringify([itemKey, serial]), there);
    else if (await isSerialShipped(read, itemKey, serial)) known.set(JSON.stringify([itemKey, serial]), 'shipped');
  }
  return known;
}
