import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

const columns = [
  'item.item_key',
  'item.number',
  'item.source_system',
  'item.base_unit',
  'item.decimals',
  'item.lot_tracked',
  'item.serial_tracked',
  'item.expiry_tracked',
  'item.unit_cost',
  'item.description',
  'item.abc_class',
  'item.category',
  'item.weight_milligrams',
  'item.volume_mm3',
] as const;

const unitColumns = ['item_unit.unit', 'item_unit.numerator', 'item_unit.denominator'] as const;

const itemsWithNumber = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('item')
    .leftJoin('item_unit', 'item_unit.item_key', 'item.item_key')
    .select([...columns, ...unitColumns])
    .where('item.number', '=', p('number'))
    .orderBy('item.source_system')
    .orderBy('item_unit.unit'),
);

const itemWithKey = statement<{ itemKey: string }>()((k, p) =>
  k
    .selectFrom('item')
    .leftJoin('item_unit', 'item_unit.item_key', 'item.item_key')
    .select([...columns, ...unitColumns])
    .where('item.item_key', '=', p('itemKey'))
    .orderBy('item_unit.unit'),
);

/**
 * Who holds an item lets others hold it, and lets its stock be locked: only its master data may not change. So an order
 * that holds its items can lock them afterwards to be promised goods, without another such order in its way.
 */
const itemToLock = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('item').select('item_key').where('item_key', '=', p('itemKey')).forNoKeyUpdate(),
);

/** Locks an item while its loose goods change: work for them is opened and ended by what all of them are. */
export async function lockItem(trx: AppTrx, itemKey: string): Promise<void> {
  if (trx.dialect === 'postgres') await trx.all(itemToLock, { itemKey });
}

/** Those of the serials that are in a building already. Locks the item, so that one serial cannot arrive twice at once. */
export async function serialsInStock(trx: AppTrx, itemKey: string, serials: readonly string[]): Promise<string[]> {
  if (serials.length === 0) return [];
  await lockItem(trx, itemKey);
  const rows = await trx.k
    .selectFrom('balance')
    .select('serial')
    .distinct()
    .where('item_key', '=', itemKey)
    .where('serial', 'in', serials)
    .execute();
  return rows.map(({ serial }) => serial);
}

/** An item as rules need it, with what people are shown of it. */
export interface ItemFacts extends StockItem {
  readonly description: string;
  /** Cost of one base unit as decimal text. */
  readonly unitCost: string | null;
}

/** Every item of that number, one for each source system that has it. */
export async function itemsByNumber(read: Runner, number: string): Promise<ItemFacts[]> {
  return itemsOf(await read.all(itemsWithNumber, { number }));
}

export async function itemsByKey(read: Runner, keys: Iterable<string>): Promise<ItemFacts[]> {
  const items: ItemFacts[] = [];
  for (const itemKey of new Set(keys)) items.push(...itemsOf(await read.all(itemWithKey, { itemKey })));
  return items;
}

type ItemRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

/** Only for the compiler: what the two questions answer. */
async function rowOf(read: Runner) {
  return read.one(itemWithKey, { itemKey: '' });
}

function itemsOf(rows: readonly ItemRow[]): ItemFacts[] {
  const byKey = Map.groupBy(rows, (row) => row.item_key);
  return [...byKey.values()].flatMap((ofItem) => {
    const [row] = ofItem;
    return row ? [{ ...itemFacts(row), units: ofItem.flatMap(unitsOf) }] : [];
  });
}

function itemFacts(row: ItemRow): Omit<ItemFacts, 'units'> {
  return { ...stockItem(row), description: row.description, unitCost: row.unit_cost };
}

type StockItemColumns = Omit<ItemRow, 'description' | 'unit_cost' | 'unit' | 'numerator' | 'denominator'>;

/** An item of whichever query has read its columns, without its units. */
export function stockItem(row: StockItemColumns): StockItem {
  return {
    key: row.item_key,
    number: row.number,
    sourceSystem: row.source_system,
    baseUnit: row.base_unit,
    decimals: row.decimals,
    isLotTracked: row.lot_tracked === 1,
    isSerialTracked: row.serial_tracked === 1,
    isExpiryTracked: row.expiry_tracked === 1,
    weightMilligrams: row.weight_milligrams,
    volumeMm3: row.volume_mm3,
    category: row.category,
    abcClass: row.abc_class,
    units: [],
  };
}

function unitsOf({ unit, numerator, denominator }: ItemRow) {
  return unit === null || numerator === null || denominator === null ? [] : [{ unit, numerator, denominator }];
}
