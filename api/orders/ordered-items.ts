import { itemKey } from '#shared/ledger/item-key.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { AppTrx } from '../platform/store.ts';
import { orderedItems, orderedUnits, unitsOfItem } from './ordered-items.queries.ts';

/**
 * The items of an order that are known, each with those of its units that the order names. They are held, so that the
 * steps in which its quantities are kept are still the item's when the order is there.
 */
export async function itemsOf(
  trx: AppTrx,
  sourceSystem: string,
  lines: readonly { readonly item: string; readonly unit: string }[],
): Promise<Map<string, StockItem>> {
  const numbers = [...new Set(lines.map(({ item }) => item))];
  const rows = await orderedItems.hold(
    trx,
    numbers.map((number) => ({ item_key: itemKey(sourceSystem, number) })),
  );
  const items = new Map(rows.map((row) => [String(row.number), row]));
  const named = new Map<string, { item_key: string; unit: string }>();
  for (const { item, unit } of lines) {
    const isBaseUnit = items.get(item)?.base_unit === unit;
    if (items.has(item) && !isBaseUnit) {
      named.set(`${unit}\u0000${item}`, { item_key: itemKey(sourceSystem, item), unit });
    }
  }
  const units = await unitsNamed(trx, [...named.values()]);
  return new Map(
    rows.map((row) => [
      String(row.number),
      {
        key: String(row.item_key),
        number: String(row.number),
        sourceSystem,
        baseUnit: String(row.base_unit),
        decimals: Number(row.decimals),
        isLotTracked: row.lot_tracked === 1,
        isSerialTracked: row.serial_tracked === 1,
        isExpiryTracked: row.expiry_tracked === 1,
        units: (units.get(String(row.item_key)) ?? []).map(({ unit, numerator, denominator }) => ({
          unit: String(unit),
          numerator: Number(numerator),
          denominator: Number(denominator),
        })),
      },
    ]),
  );
}

/** The units that lines name; of an item that is not counted in one of them, all it is counted in. */
async function unitsNamed(trx: AppTrx, named: readonly { readonly item_key: string; readonly unit: string }[]) {
  const found = await orderedUnits.find(trx, named);
  const isFound = new Set(found.map((row) => `${row.unit}\u0000${row.item_key}`));
  const units = Map.groupBy(found, (row) => String(row.item_key));
  for (const { item_key: itemKey, unit } of named) {
    if (!isFound.has(`${unit}\u0000${itemKey}`)) units.set(itemKey, await trx.all(unitsOfItem, { itemKey }));
  }
  return units;
}
