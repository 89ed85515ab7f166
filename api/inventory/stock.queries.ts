import type { Runner } from '../platform/db/connection.ts';
import { none, rowByRow } from '../platform/facts/literals.ts';

/** More rows than this are of no use to anyone in front of a shelf. */
const rowLimit = 2000;

/** Stock by whichever of the names are given. */
export async function stockAsked(
  read: Runner,
  asked: {
    readonly warehouse?: string | undefined;
    readonly location?: string | undefined;
    readonly item?: string | undefined;
    readonly licensePlate?: string | undefined;
    readonly sourceSystem?: string | undefined;
  },
) {
  const { warehouse, location, item, licensePlate, sourceSystem } = asked;
  let query = read.k
    .selectFrom('balance')
    .innerJoin('item', 'item.item_key', 'balance.item_key')
    .leftJoin('location', (join) =>
      join.onRef('location.warehouse', '=', 'balance.warehouse').onRef('location.code', '=', 'balance.location'),
    )
    .leftJoin('lot', (join) => join.onRef('lot.item_key', '=', 'balance.item_key').onRef('lot.lot', '=', 'balance.lot'))
    .selectAll('balance')
    .select(['item.source_system', 'item.description', 'item.base_unit', 'item.decimals'])
    .select(['location.type as location_type', 'lot.expiry_date'])
    .where('balance.quantity_base', '<>', 0);
  const isByPlace = location !== undefined;
  if (warehouse !== undefined)
    query = query.where(isByPlace ? 'balance.warehouse' : rowByRow('balance.warehouse'), '=', warehouse);
  if (location !== undefined) query = query.where('balance.location', '=', location);
  if (item !== undefined) query = query.where('item.number', '=', item);
  if (sourceSystem !== undefined) query = query.where('item.source_system', '=', sourceSystem);
  if (licensePlate !== undefined)
    query = query.where('balance.license_plate', '=', licensePlate).where('balance.license_plate', '<>', none);
  return query
    .orderBy('balance.warehouse')
    .orderBy('location.walk_sequence')
    .orderBy('balance.location')
    .orderBy('balance.item_key')
    .orderBy('balance.lot')
    .orderBy('balance.license_plate')
    .orderBy('balance.serial')
    .limit(rowLimit)
    .execute();
}
