import { type Problem, problem } from '../kernel/problem.ts';
import { type Fraction, fromBase, fromBaseIn, toBase } from '../kernel/quantity.ts';

/** A unit an item is counted in: `numerator / denominator` base units make one of it. */
export interface ItemUnit extends Fraction {
  readonly unit: string;
}

/** What the rules of stock need to know of an item. `key` is `SOURCE:NUMBER`; `units` leave the base unit out. */
export interface StockItem {
  readonly key: string;
  readonly number: string;
  readonly sourceSystem: string;
  readonly baseUnit: string;
  readonly decimals: number;
  readonly isLotTracked: boolean;
  readonly isSerialTracked: boolean;
  readonly isExpiryTracked: boolean;
  readonly units: readonly ItemUnit[];
  /** Of one base unit; null or left out (in copies of older versions): not known. */
  readonly weightMilligrams?: number | null;
  readonly volumeMm3?: number | null;
  readonly category?: string | null;
  readonly abcClass?: string | null;
}

/** The fraction of a unit of the item; undefined when the item is not counted in it. */
export function unitOf(item: StockItem, unit: string): Fraction | undefined {
  if (unit === item.baseUnit) return { numerator: 1, denominator: 1 };
  return item.units.find((known) => known.unit === unit);
}

/**
 * A quantity as steps of the item's base unit. Refuses, in this order: `item.unit_unknown`, `quantity.not_positive`
 * (`quantity.zero` where a difference is meant, which may be negative), `quantity.too_precise`, `quantity.too_large`.
 */
export function readQuantity(
  item: StockItem,
  quantity: number,
  unit: string,
  sign: 'positive' | 'signed' = 'positive',
): number | Problem {
  const fraction = unitOf(item, unit);
  if (!fraction) {
    const units = [item.baseUnit, ...item.units.map((known) => known.unit)].join(', ');
    return problem('item.unit_unknown', { item: item.number, unit, units });
  }
  if (sign === 'positive' && quantity <= 0) return problem('quantity.not_positive', { quantity });
  if (quantity === 0) return problem('quantity.zero');
  return toBase(quantity, fraction, item.decimals);
}

/** Whether serial numbers name each piece of a quantity (in steps of the item) once. */
export function namesEachPiece(item: StockItem, serials: readonly string[], quantityBase: number): boolean {
  const distinct = new Set(serials).size;
  return distinct === serials.length && distinct * 10 ** item.decimals === quantityBase;
}

/** What somebody counted in a unit, and how much of the base unit their device took that for where it said so. */
interface Counted {
  readonly quantity: number;
  readonly unit: string;
  readonly baseQuantity?: number | undefined;
}

/**
 * What was counted, as steps of the item's base unit. Where the device took it for another quantity than the unit makes
 * of it by now, `item.conversion_changed` with both: nobody but who can look at the goods knows which is right. Once that
 * was approved, and where the unit is gone, what the device took it for. Else refuses as `readQuantity`.
 */
export function readCounted(item: StockItem, counted: Counted, isApproved: boolean): number | Problem {
  const { quantity, unit, baseQuantity } = counted;
  const now = readQuantity(item, quantity, unit);
  if (baseQuantity === undefined || isEqual(item, now, baseQuantity)) return now;
  if (isApproved) return readQuantity(item, baseQuantity, item.baseUnit);
  if (isProblem(now)) return now;
  const named = { item: item.number, quantity, unit, baseUnit: item.baseUnit };
  return problem('item.conversion_changed', { ...named, counted: baseQuantity, now: fromBase(now, item.decimals) });
}

function isEqual(item: StockItem, now: number | Problem, baseQuantity: number): boolean {
  return now === readQuantity(item, baseQuantity, item.baseUnit);
}

/** Steps as a quantity people read: in the given unit where that is exact, else in the base unit. */
export function shownIn(
  item: StockItem,
  quantityBase: number,
  unit: string,
): { readonly quantity: number; readonly unit: string } {
  const fraction = unitOf(item, unit);
  const exact = fraction ? fromBaseIn(quantityBase, fraction, item.decimals) : null;
  if (exact !== null) return { quantity: exact, unit };
  return { quantity: Number(`${quantityBase}e-${item.decimals}`), unit: item.baseUnit };
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value;
}
