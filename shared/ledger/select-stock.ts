import { type Problem, problem } from '../kernel/problem.ts';
import { fromBase } from '../kernel/quantity.ts';
import type { StockItem } from './stock-item.ts';
import { movableBase, type StockRow } from './stock-row.ts';

/** Which goods of a place are meant: all of them where `quantityBase` is null. */
export interface Wanted {
  readonly lot: string | undefined;
  readonly serials: readonly string[] | undefined;
  readonly quantityBase: number | null;
  readonly inventoryStatus?: string | undefined;
}

export interface StockPart {
  readonly row: StockRow;
  readonly quantityBase: number;
}

/**
 * Which rows of one item at one place a worker took, and how much of each. Refuses, in this order: `stock.none` nothing
 * such is there, or `stock.lot_none` nothing of the lot that was named; `stock.lot_required` several lots are and none
 * was named; `stock.serial_missing`; `stock.serials_required` the item has serials and only some of it is meant;
 * `stock.not_enough` with what is there.
 * What is reserved stays.
 */
export function selectStock(
  item: StockItem,
  rows: readonly StockRow[],
  wanted: Wanted,
): readonly StockPart[] | Problem {
  const { lot, serials, quantityBase, inventoryStatus } = wanted;
  const matching = rows
    .filter((row) => row.item === item.key)
    .filter((row) => lot === undefined || row.lot === lot)
    .filter((row) => inventoryStatus === undefined || row.inventoryStatus === inventoryStatus);
  if (matching.length === 0) {
    return lot ? problem('stock.lot_none', { item: item.number, lot }) : problem('stock.none', { item: item.number });
  }
  if (serials) return withSerials(item, matching, serials);
  const parts = matching
    .map((row) => ({ row, quantityBase: movableBase(row) }))
    .filter((part) => part.quantityBase > 0);
  const thereBase = parts.reduce((sum, part) => sum + part.quantityBase, 0);
  const isAll = quantityBase === null || quantityBase === thereBase;
  if (isAll && parts.length > 0) return parts;
  const lots = new Set(matching.map((row) => row.lot));
  if (lots.size > 1) return problem('stock.lot_required', { item: item.number, lots: [...lots].join(', ') });
  if (quantityBase === null || quantityBase > thereBase) {
    return problem('stock.not_enough', {
      item: item.number,
      there: fromBase(thereBase, item.decimals),
      wanted: fromBase(quantityBase ?? 0, item.decimals),
      unit: item.baseUnit,
    });
  }
  if (item.isSerialTracked) return problem('stock.serials_required', { item: item.number });
  return takeInOrder(parts, quantityBase);
}

function withSerials(
  item: StockItem,
  rows: readonly StockRow[],
  serials: readonly string[],
): readonly StockPart[] | Problem {
  const missing = serials.find((serial) => !rows.some((row) => row.serial === serial && movableBase(row) > 0));
  if (missing !== undefined) return problem('stock.serial_missing', { item: item.number, serial: missing });
  return rows.filter((row) => serials.includes(row.serial)).map((row) => ({ row, quantityBase: movableBase(row) }));
}

function takeInOrder(parts: readonly StockPart[], quantityBase: number): StockPart[] {
  let leftBase = quantityBase;
  const taken: StockPart[] = [];
  for (const { row, quantityBase: thereBase } of parts) {
    const partBase = Math.min(leftBase, thereBase);
    if (partBase > 0) taken.push({ row, quantityBase: partBase });
    leftBase -= partBase;
  }
  return taken;
}

/** The one item of that number where the stock is; several source systems may have the number. */
export function itemMeant(
  number: string,
  items: readonly StockItem[],
  rows: readonly StockRow[],
  sourceSystem: string | undefined,
): StockItem | Problem {
  const named = items.filter(
    (item) => item.number === number && (sourceSystem ?? item.sourceSystem) === item.sourceSystem,
  );
  const [first] = named;
  if (!first) return problem('item.unknown', { item: number });
  if (named.length === 1) return first;
  const there = named.filter((item) => rows.some((row) => row.item === item.key));
  const [only] = there;
  if (only && there.length === 1) return only;
  return problem('item.ambiguous', { item: number, sourceSystems: named.map((item) => item.sourceSystem).join(', ') });
}
