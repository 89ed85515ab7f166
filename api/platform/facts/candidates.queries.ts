import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { isFaceOf } from '#shared/ledger/pick-face.ts';
import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import { rowByRow } from './literals.ts';

/** Every row of an item that is not promised whole, where goods may be promised at all. */
const candidatesOfItem = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance as b')
    .innerJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'b.warehouse').onRef('l.code', '=', 'b.location'),
    )
    .leftJoin('lot', (join) => join.onRef('lot.item_key', '=', 'b.item_key').onRef('lot.lot', '=', 'b.lot'))
    .leftJoin('license_plate as plate', 'plate.number', 'b.license_plate')
    .select([
      'b.location',
      'b.item_key',
      'b.owner',
      'b.lot',
      'b.serial',
      'b.inventory_status',
      'b.license_plate',
      'b.quantity_base',
      'b.reserved_base',
      'l.type',
      'l.walk_sequence',
      'lot.expiry_date',
      'l.fixed_item',
      'plate.created_at',
    ])
    .where('b.item_key', '=', p('itemKey'))
    .where(rowByRow('b.warehouse'), '=', p('warehouse'))
    .where('l.active', '=', 1)
    .whereRef('b.quantity_base', '>', 'b.reserved_base'),
);

/** Stock of an item in a warehouse that orders may be promised, as far as rows can tell; `chooseStock` judges them. */
export async function candidatesFor(read: Runner, warehouse: string, itemKey: string): Promise<StockCandidate[]> {
  const rows = await read.all(candidatesOfItem, { warehouse, itemKey });
  return rows.map((row) => ({
    location: row.location,
    item: row.item_key,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    inventoryStatus: row.inventory_status,
    licensePlate: row.license_plate,
    quantityBase: row.quantity_base,
    reservedBase: row.reserved_base,
    locationType: row.type,
    walkSequence: row.walk_sequence,
    expiryDate: row.expiry_date,
    firstAt: row.created_at ?? 0,
    ...(isFaceOf(itemKey, row.type, row.fixed_item) && { isFace: true }),
  }));
}
