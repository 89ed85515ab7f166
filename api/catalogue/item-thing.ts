import type { ItemThing } from '#shared/ledger/thing.ts';
import type { LoadThings } from '../platform/thing-loaders.ts';
import { barcodesOf, itemsWithKeys, unitsOf } from './catalogue-reads.queries.ts';

/** Items as devices keep them. An inactive one stays: goods of it may still stand somewhere. */
export const loadItems: LoadThings = async (read, keys) => {
  const items = await read.all(itemsWithKeys, { keys });
  const units = Map.groupBy(await read.all(unitsOf, { keys }), (unit) => unit.item_key);
  const barcodes = Map.groupBy(await read.all(barcodesOf, { keys }), (barcode) => barcode.item_key);
  return new Map(
    items.map((item) => {
      const thing: ItemThing = {
        key: item.item_key,
        number: item.number,
        sourceSystem: item.source_system,
        description: item.description,
        baseUnit: item.base_unit,
        decimals: item.decimals,
        isLotTracked: item.lot_tracked === 1,
        isSerialTracked: item.serial_tracked === 1,
        isExpiryTracked: item.expiry_tracked === 1,
        shelfLifeDays: item.shelf_life_days,
        weightMilligrams: item.weight_milligrams,
        volumeMm3: item.volume_mm3,
        category: item.category,
        abcClass: item.abc_class,
        units: (units.get(item.item_key) ?? []).map(({ unit, numerator, denominator }) => ({
          unit,
          numerator,
          denominator,
        })),
        barcodes: (barcodes.get(item.item_key) ?? []).map(({ code, unit, quantity }) => ({
          code,
          unit,
          quantity: Number(quantity),
        })),
      };
      return [item.item_key, thing];
    }),
  );
};
