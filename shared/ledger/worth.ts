import { decimalOf } from '#shared/kernel/quantity.ts';

/**
 * Whether `quantityBase` steps of 10^-decimals units at `unitCost` each are worth more than `limit`. Exact.
 * A limit of 0 lets nothing pass, whatever it costs; else what has no cost is worth nothing.
 */
export function isWorthMore(quantityBase: number, decimals: number, unitCost: string | null, limit: number): boolean {
  if (limit === 0) return quantityBase > 0;
  if (unitCost === null) return false;
  const cost = decimalOf(Number(unitCost));
  const most = decimalOf(limit);
  const worth = BigInt(quantityBase) * cost.digits * 10n ** BigInt(most.scale);
  return worth > most.digits * 10n ** BigInt(decimals + cost.scale);
}
