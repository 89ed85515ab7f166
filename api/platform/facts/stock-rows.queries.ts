import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { Runner } from '../db/connection.ts';
import { lockingStatement } from '../db/locking.ts';
import type { Database } from '../db/schema.ts';
import type { AppTrx } from '../store.ts';
import { none } from './literals.ts';

const rowsOnPlate = lockingStatement<{ licensePlate: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .selectAll()
    .where('license_plate', '=', p('licensePlate'))
    .where('license_plate', '<>', none)
    .orderBy('location')
    .orderBy('item_key')
    .orderBy('lot')
    .orderBy('serial'),
);

const rowsOfItemAt = lockingStatement<{ warehouse: string; location: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .where('item_key', '=', p('itemKey'))
    .orderBy('item_key')
    .orderBy('owner')
    .orderBy('lot')
    .orderBy('serial')
    .orderBy('inventory_status')
    .orderBy('license_plate'),
);

/** All that stands on a plate. The goods on one plate are all at one place. */
export async function stockOnPlate(read: Runner, licensePlate: string): Promise<StockRow[]> {
  if (licensePlate === '') return [];
  return (await read.all(rowsOnPlate.read, { licensePlate })).map(stockRow);
}

/** The same, for goods that are about to move. */
export async function lockStockOnPlate(trx: AppTrx, licensePlate: string): Promise<StockRow[]> {
  if (licensePlate === '') return [];
  return (await trx.all(rowsOnPlate.lock[trx.dialect], { licensePlate })).map(stockRow);
}

/** All stock of these items at a location, on plates and loose, for goods that are about to move. */
export async function lockStockOfItems(
  trx: AppTrx,
  warehouse: string,
  location: string,
  items: readonly { readonly key: string }[],
): Promise<StockRow[]> {
  const rows: StockRow[] = [];
  for (const { key } of items) {
    const found = await trx.all(rowsOfItemAt.lock[trx.dialect], { warehouse, location, itemKey: key });
    rows.push(...found.map(stockRow));
  }
  return rows;
}

export function stockRow(row: Omit<Database['balance'], 'reserved_base'> & { reserved_base: number }): StockRow {
  return {
    location: row.location,
    item: row.item_key,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    inventoryStatus: row.inventory_status,
    licensePlate: row.license_plate,
    quantityBase: row.quantity_base,
    reservedBase: row.reserved_base,
  };
}
