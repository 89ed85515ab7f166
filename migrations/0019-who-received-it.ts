import type { Kysely } from 'kysely';
import { createIndex } from './create-tables.ts';

/**
 * Who received a lot, and what left on a plate: asked in a recall, of everything that was ever shipped. Goods without a
 * lot and loose goods cost nothing; serial numbers have their index already.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isShipped = "state = 'shipped'";
  await createIndex(db, 'reservation_shipped_lot', 'reservation', 'lot, item_key', `${isShipped} and lot <> ''`);
  const onPlate = `${isShipped} and license_plate <> ''`;
  await createIndex(db, 'reservation_shipped_plate', 'reservation', 'license_plate', onPlate);
}
