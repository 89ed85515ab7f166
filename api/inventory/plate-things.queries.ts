import type { LicensePlateThing, PlateContent } from '#shared/ledger/thing.ts';
import type { Runner } from '../platform/db/connection.ts';

/** These plates with what stands on them. One with nothing on it is left out: a device need not know it. */
export async function loadPlates(
  read: Runner,
  numbers: readonly string[],
  warehouse: string,
): Promise<Map<string, LicensePlateThing>> {
  const rows = await read.k
    .selectFrom('balance')
    .innerJoin('item', 'item.item_key', 'balance.item_key')
    .selectAll('balance')
    .select(['item.description', 'item.base_unit', 'item.decimals'])
    .where('balance.license_plate', 'in', numbers)
    .where('balance.warehouse', '=', warehouse)
    .orderBy('balance.item_key')
    .orderBy('balance.lot')
    .orderBy('balance.serial')
    .execute();
  const byPlate = Map.groupBy(rows, (row) => row.license_plate);
  return new Map(
    [...byPlate].map(([licensePlate, onPlate]) => [
      licensePlate,
      { licensePlate, location: onPlate[0]?.location ?? null, contents: onPlate.map(contentOf) },
    ]),
  );
}

function contentOf(row: {
  item_key: string;
  description: string;
  owner: string;
  lot: string;
  serial: string;
  inventory_status: string;
  quantity_base: number;
  base_unit: string;
  decimals: number;
}): PlateContent {
  return {
    item: row.item_key,
    description: row.description,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    inventoryStatus: row.inventory_status,
    quantityBase: row.quantity_base,
    baseUnit: row.base_unit,
    decimals: row.decimals,
  };
}
