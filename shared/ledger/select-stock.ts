import { type Problem, problem } from '../kernel/problem.ts';
import { fromBase, totalBase } from '../kernel/quantity.ts';
import { isProblem, type StockItem } from './stock-item.ts';
import { availableStatus, movableBase, type StockRow } from './stock-row.ts';

/** Which goods of a place are meant: all of them where `quantityBase` is null. */
export interface Wanted {
  readonly lot: string | undefined;
  readonly serials: readonly string[] | undefined;
  readonly quantityBase: number | null;
  readonly inventoryStatus?: string | undefined;
  /** The goods are loose and their place may owe some: what a kind of them is beside what stands there. */
  readonly owing?: Owing | undefined;
}

/** Whose goods a place may give beyond what stands there, where its profile allows negative stock. */
export interface Owing {
  readonly location: string;
  readonly owner: string;
}

export interface StockPart {
  readonly row: StockRow;
  readonly quantityBase: number;
}

/**
 * Which rows of one item at one place a worker took, and how much of each. Refuses, in this order: `stock.none` nothing
 * such is there, or `stock.lot_none` nothing of the lot that was named; `stock.lot_required` several lots are and none
 * was named; `stock.serial_missing`; `stock.serials_required` the item has serials and only some of it is meant;
 * `stock.not_enough` with what is there. What is reserved stays.
 *
 * A place that may owe goods gives what it has and owes the rest, instead of `stock.none`, `stock.lot_none` and
 * `stock.not_enough`: in the kind that stands or is owed there, else in available goods. Pieces with serial numbers and
 * goods of a lot that is not named are never owed, nor what would be of a kind that somebody was promised there.
 */
export function selectStock(
  item: StockItem,
  rows: readonly StockRow[],
  wanted: Wanted,
): readonly StockPart[] | Problem {
  const standing = standingOf(item, rows, wanted);
  const isShort = isProblem(standing) && shortCodes.includes(standing.code);
  return isShort ? (withOwed(item, rows, wanted) ?? standing) : standing;
}

const shortCodes: readonly string[] = ['stock.none', 'stock.lot_none', 'stock.not_enough'];

function standingOf(item: StockItem, rows: readonly StockRow[], wanted: Wanted): readonly StockPart[] | Problem {
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

/** All that stands there and what is owed besides; null where nothing may be. */
function withOwed(item: StockItem, rows: readonly StockRow[], wanted: Wanted): readonly StockPart[] | null {
  const { lot = '', quantityBase, inventoryStatus, owing } = wanted;
  const isTraced = item.isSerialTracked || wanted.serials !== undefined || item.isLotTracked !== (lot !== '');
  if (!owing || quantityBase === null || isTraced) return null;
  const ofLot = rows.filter((row) => row.item === item.key && row.lot === lot && row.licensePlate === '');
  const matching = ofLot.filter((row) => inventoryStatus === undefined || row.inventoryStatus === inventoryStatus);
  if (matching.some(({ reservedBase }) => reservedBase > 0)) return null;
  const owedStatus = inventoryStatus ?? availableStatus;
  const owed = matching.find((row) => row.inventoryStatus === owedStatus) ?? {
    ...{ location: owing.location, item: item.key, owner: owing.owner, lot, serial: '', licensePlate: '' },
    ...{ inventoryStatus: owedStatus, quantityBase: 0, reservedBase: 0 },
  };
  const standing = matching.filter((row) => row !== owed && row.quantityBase > 0);
  const standingBase = totalBase(standing);
  return [
    ...standing.map((row) => ({ row, quantityBase: row.quantityBase })),
    { row: owed, quantityBase: quantityBase - standingBase },
  ];
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
