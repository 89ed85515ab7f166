import type { StockLine } from '#shared/inventory/stock-line.ts';
import { decimalOf } from '#shared/kernel/quantity.ts';

/** What all rows of one item come to. */
export interface Total {
  readonly item: string;
  readonly description: string;
  readonly unit: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
}

const members = ['onHand', 'reserved', 'available'] as const;

/** Sums rows by item, exactly: 0.1 and 0.2 are 0.3. */
export function totalsOf(rows: readonly StockLine[]): Total[] {
  const byItem = Map.groupBy(rows, ({ sourceSystem, item }) => `${sourceSystem}:${item}`);
  return [...byItem.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const { item, description, unit } = first;
    const [onHand = 0, reserved = 0, available = 0] = members.map((member) => sum(of.map((row) => row[member])));
    return [{ item, description, unit, onHand, reserved, available }];
  });
}

/** Quantities have six decimals at most. */
function sum(values: readonly number[]): number {
  const steps = values.reduce((total, value) => {
    const { digits, scale } = decimalOf(value);
    return total + digits * 10n ** BigInt(Math.max(0, 6 - scale));
  }, 0n);
  return Number(`${steps}e-6`);
}
