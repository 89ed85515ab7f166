import { type Problem, problem } from './problem.ts';

/**
 * Quantities are integers of an item's smallest step: 10^-decimals of its base unit ("quantityBase"). They become
 * numbers with decimals only at the borders. All arithmetic between is on integers, so nothing is ever rounded.
 */

/** An exact conversion: `numerator / denominator` base units make one of the unit. Both positive integers. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** More decimals than this are never accepted, whatever the item says. */
export const maxDecimals = 6;

/** No single quantity of more than this many units: 10^15 steps where an item has six decimals. */
export const maxUnits = 1_000_000_000;

/**
 * No sum of more than this many steps: 2^52. An integer is exact up to 2^53, but as a JSON number with six decimals only
 * up to 2^33 units, of which this is half.
 */
export const maxSumBase = 2 ** 52;

/** A finite number as the exact decimal it was written as: `digits × 10^-scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/**
 * Reads a JSON number back as the decimal that was written: JavaScript prints the shortest text that gives the same
 * double, which for up to 15 significant digits is the text that was sent.
 */
export function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponentText] = String(value).split('e');
  const exponent = exponentText === undefined ? 0 : Number(exponentText);
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - exponent;
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** How many decimals a number was written with: 1.50 has one. */
export function decimalsOf(value: number): number {
  const { digits, scale } = decimalOf(value);
  let rest = digits;
  let decimals = scale;
  while (decimals > 0 && rest % 10n === 0n) {
    rest /= 10n;
    decimals -= 1;
  }
  return decimals;
}

/**
 * `quantity` of a unit as steps of the item's base unit, exactly. Refuses `quantity.too_precise` (the result is not a
 * whole number of steps: `params.decimals` says how many the item has) and `quantity.too_large`.
 */
export function toBase(quantity: number, unit: Fraction, decimals: number): number | Problem {
  const plain = quantity * unit.numerator;
  const isPlain = decimals === 0 && unit.denominator === 1 && Number.isInteger(quantity);
  // Nearly every scan is of whole pieces or cases, and big integers cost more than all the rest of its rule.
  if (isPlain && Math.abs(plain) <= maxUnits) return plain;
  const { digits, scale } = decimalOf(quantity);
  const scaled = digits * BigInt(unit.numerator) * 10n ** BigInt(decimals);
  const divisor = BigInt(unit.denominator) * 10n ** BigInt(scale);
  if (scaled % divisor !== 0n) return problem('quantity.too_precise', { quantity, decimals });
  const steps = scaled / divisor;
  const limit = BigInt(maxUnits) * 10n ** BigInt(decimals);
  const isTooLarge = steps > limit || steps < -limit || steps > BigInt(Number.MAX_SAFE_INTEGER);
  if (isTooLarge) return problem('quantity.too_large', { quantity, limit: maxUnits });
  return Number(steps);
}

/** Steps as a number of base units, for JSON: 1500 steps of an item with 3 decimals are 1.5. */
export function fromBase(quantityBase: number, decimals: number): number {
  return decimals === 0 ? quantityBase : Number(`${quantityBase}e-${decimals}`);
}

/** Steps as a number of the given unit, or null when that has more than six decimals (1 piece of a case of 12). */
export function fromBaseIn(quantityBase: number, unit: Fraction, decimals: number): number | null {
  if (unit.numerator === 1 && unit.denominator === 1) return fromBase(quantityBase, decimals);
  const scaled = BigInt(quantityBase) * BigInt(unit.denominator) * 10n ** BigInt(maxDecimals);
  const divisor = BigInt(unit.numerator) * 10n ** BigInt(decimals);
  if (scaled % divisor !== 0n) return null;
  return Number(`${scaled / divisor}e-${maxDecimals}`);
}

/** `quantityBase` raised (`percent` > 0) or lowered (< 0) by a percentage, exactly, rounded down to whole steps. */
export function byPercent(quantityBase: number, percent: number): number {
  if (percent === 0) return quantityBase;
  const { digits, scale } = decimalOf(percent);
  const hundred = 100n * 10n ** BigInt(scale);
  const scaled = BigInt(quantityBase) * (hundred + digits);
  const floor = scaled / hundred - (scaled % hundred < 0n ? 1n : 0n);
  return Number(floor);
}

/** Parts of a per cent that are told apart: more than floating point is right by, fewer than a step of a quantity changes. */
const percentScale = 1e9;

/**
 * How much of several things is done, in per cent from 0 to 100: the mean of their shares, whatever each is counted in, no
 * share more than whole. 57 of 100 are 57, not a little less. 0 of nothing.
 */
export function meanPercent(parts: readonly { readonly doneBase: number; readonly ofBase: number }[]): number {
  const shares = parts.reduce((sum, { doneBase, ofBase }) => sum + Math.min(1, doneBase / ofBase), 0);
  return Math.round((shares / Math.max(parts.length, 1)) * 100 * percentScale) / percentScale;
}

/** What quantities of one item come to, in its smallest step. */
export function totalBase(parts: readonly { readonly quantityBase: number }[]): number {
  return parts.reduce((sum, { quantityBase }) => sum + quantityBase, 0);
}
