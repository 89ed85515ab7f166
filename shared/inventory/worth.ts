import { decimalOf } from '#shared/kernel/quantity.ts';

/** Whether `quantityBase` steps of 10^-decimals units at `unitCost` each are worth more than `limit`. Exact. */
export function isWorthMore(quantityBase: number, decimals: number, unitCost: string | null, limit: number): boolean {
  if (unitCost === null) return false;
  const { digits, scale } = decimalOf(Number(unitCost));
  return BigInt(quantityBase) * digits > BigInt(limit) * 10n ** BigInt(decimals + scale);
}
