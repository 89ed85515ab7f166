import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Goods } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { TestedGoods } from '#shared/putaway/console.ts';
import type { Runner } from '../platform/db/connection.ts';
import { stockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { findPlate, workOfPlate } from '../platform/facts/plates.queries.ts';
import { type ItemFacts, itemsByKey, itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { firstDock } from './rules.queries.ts';

/** Goods that somebody asks about, whether they exist or are only imagined. */
export interface GoodsAsked {
  readonly goods: Goods;
  readonly rows: readonly StockRow[];
  readonly items: readonly ItemFacts[];
  readonly from: string;
  readonly work: string | null;
}

/**
 * Reads what is asked about. Refuses, in this order: `putaway.goods_missing`; for a plate `putaway.plate_unknown`,
 * `putaway.wrong_warehouse`, `putaway.nothing_on_plate`; for an item `item.unknown`, `item.ambiguous`, rules of
 * quantities.
 */
export async function goodsAsked(read: Runner, asked: TestedGoods): Promise<GoodsAsked | Problem> {
  if (asked.goods !== undefined) {
    const plate = await findPlate(read, asked.goods);
    return plate ? plateAsked(read, asked, asked.goods) : itemAsked(read, asked, asked.goods);
  }
  if (asked.licensePlate !== undefined) return plateAsked(read, asked, asked.licensePlate);
  return asked.item === undefined ? problem('putaway.goods_missing') : itemAsked(read, asked, asked.item);
}

async function plateAsked(
  read: Runner,
  { warehouse, from }: TestedGoods,
  licensePlate: string,
): Promise<GoodsAsked | Problem> {
  const plate = await findPlate(read, licensePlate);
  if (!plate) return problem('putaway.plate_unknown', { licensePlate });
  const { number } = plate;
  if (plate.warehouse !== warehouse) {
    return problem('putaway.wrong_warehouse', { licensePlate: number, warehouse: plate.warehouse });
  }
  const rows = await stockOfFamily(read, number);
  const [first] = rows;
  if (!first) return problem('putaway.nothing_on_plate', { licensePlate: number });
  const items = await itemsByKey(
    read,
    rows.map(({ item }) => item),
  );
  const work = await workOfPlate(read, number);
  return { goods: goodsOf(number, rows, items), rows, items, from: from ?? first.location, work };
}

async function itemAsked(read: Runner, asked: TestedGoods, number: string): Promise<GoodsAsked | Problem> {
  const item = itemMeant(number, await itemsByNumber(read, number), [], asked.sourceSystem);
  if (isProblem(item)) return item;
  const items = await itemsByKey(read, [item.key]);
  const quantityBase = readQuantity(item, asked.quantity ?? 1, asked.unit ?? item.baseUnit);
  if (isProblem(quantityBase)) return quantityBase;
  const from = asked.from ?? (await firstDock(read, asked.warehouse));
  const row: StockRow = {
    location: from,
    item: item.key,
    owner: item.sourceSystem,
    lot: asked.lot ?? '',
    serial: '',
    inventoryStatus: asked.inventoryStatus ?? 'available',
    licensePlate: '',
    quantityBase,
    reservedBase: 0,
  };
  return { goods: goodsOf(asked.isLoose ? null : '', [row], items), rows: [row], items, from, work: null };
}
