import { decimalOf, type Fraction } from '#shared/kernel/quantity.ts';

/**
 * How many base units make one unit of an order line, exactly. It follows from the line itself (its quantity in the unit
 * and in base steps), so it stays what it was when the order was accepted, whatever becomes of the item's units.
 */
export function unitFractionOf(line: {
  readonly quantity: string;
  readonly quantityBase: number;
  readonly decimals: number;
}): Fraction {
  const { digits, scale } = decimalOf(Number(line.quantity));
  const numerator = BigInt(line.quantityBase) * 10n ** BigInt(scale);
  const denominator = digits * 10n ** BigInt(line.decimals);
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: Number(numerator / divisor), denominator: Number(denominator / divisor) };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
