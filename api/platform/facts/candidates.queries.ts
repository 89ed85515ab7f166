import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { isFaceOf } from '#shared/ledger/pick-face.ts';
import type { Runner } from '../db/connection.ts';
import { isOneOf } from '../db/lists.ts';
import { type RowOf, statement } from '../db/statement.ts';
import { rowByRow } from './literals.ts';

/** Every row of some items that is not promised whole, where goods may be promised at all. */
const candidatesOfItems = statement<{ warehouse: string; itemKeys: readonly string[] }>()((k, p, dialect) =>
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
    .where(isOneOf(dialect, 'b.item_key', p('itemKeys')))
    .where(rowByRow('b.warehouse'), '=', p('warehouse'))
    .where('l.active', '=', 1)
    .whereRef('b.quantity_base', '>', 'b.reserved_base'),
);

/** Stock of an item in a warehouse that orders may be promised, as far as rows can tell; `chooseStock` judges them. */
export async function candidatesFor(read: Runner, warehouse: string, itemKey: string): Promise<StockCandidate[]> {
  return (await read.all(candidatesOfItems, { warehouse, itemKeys: [itemKey] })).map(candidateOf);
}

/** The same of several items, by item. */
export async function candidatesForItems(
  read: Runner,
  warehouse: string,
  itemKeys: Iterable<string>,
): Promise<Map<string, StockCandidate[]>> {
  const rows = await read.all(candidatesOfItems, { warehouse, itemKeys: [...itemKeys] });
  return Map.groupBy(rows.map(candidateOf), ({ item }) => item);
}

function candidateOf(row: RowOf<typeof candidatesOfItems>): StockCandidate {
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
    locationType: row.type,
    walkSequence: row.walk_sequence,
    expiryDate: row.expiry_date,
    firstAt: row.created_at ?? 0,
    ...(isFaceOf(row.item_key, row.type, row.fixed_item) && { isFace: true }),
  };
}
