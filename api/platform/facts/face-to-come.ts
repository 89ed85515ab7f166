import type { LocationState } from '#shared/ledger/fits.ts';
import { withGoodsComing } from '#shared/ledger/pick-face.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { Runner } from '../db/connection.ts';
import { comingToFace } from './replenish-work.queries.ts';

/** A pick face of an item as it will be with all that is on its way there. */
export async function withAllComing(
  read: Runner,
  warehouse: string,
  face: LocationState,
  item: StockItem,
): Promise<LocationState> {
  const coming = await read.all(comingToFace, { warehouse, face: face.code });
  return coming.reduce<LocationState>((state, { lot, owner, inventory_status: inventoryStatus, ...line }) => {
    const { location, item_key: of, serial, license_plate: licensePlate } = line;
    const goods = { location, item: of, lot, owner, serial, inventoryStatus, licensePlate };
    return withGoodsComing(state, goods, line.quantity_base, item);
  }, face);
}
