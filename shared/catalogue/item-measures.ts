import { decimalOf } from '#shared/kernel/quantity.ts';
import type { ItemDocument } from './item-document.ts';

/** Steps of one unit as exact fractions: milligrams, and millimetres. A pound is 0.45359237 kg, an inch 25.4 mm. */
const milligrams: Readonly<Record<string, readonly [bigint, bigint]>> = {
  g: [1000n, 1n],
  kg: [1_000_000n, 1n],
  lb: [45_359_237n, 100n],
};
const millimetres: Readonly<Record<string, readonly [bigint, bigint]>> = {
  mm: [1n, 1n],
  cm: [10n, 1n],
  m: [1000n, 1n],
  in: [254n, 10n],
};

/**
 * What one base unit weighs, in milligrams, rounded up: gross before net, since racks bear the wrapping too. An item
 * that is counted in a unit of weight weighs what is counted. Null: not known.
 */
export function weightMilligramsOf({ weight, baseUnit }: Pick<ItemDocument, 'weight' | 'baseUnit'>): number | null {
  const heavy = weight?.gross ?? weight?.net ?? null;
  const unit = milligrams[heavy === null ? baseUnit : (weight?.unit ?? '')];
  return unit ? product([heavy ?? 1], unit) : null;
}

/** The space one base unit takes, in cubic millimetres, rounded up. Null: not known. */
export function volumeMm3Of({ dimensions }: Pick<ItemDocument, 'dimensions'>): number | null {
  const unit = millimetres[dimensions?.unit ?? ''];
  if (!dimensions || !unit) return null;
  return product([dimensions.length, dimensions.width, dimensions.height], unit);
}

function product(values: readonly number[], [numerator, denominator]: readonly [bigint, bigint]): number {
  let top = 1n;
  let bottom = 1n;
  for (const value of values) {
    const { digits, scale } = decimalOf(value);
    top *= digits * numerator;
    bottom *= 10n ** BigInt(scale) * denominator;
  }
  const steps = (top + bottom - 1n) / bottom;
  return steps > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(steps);
}
