import type { StockItem } from '#shared/ledger/stock-item.ts';

/** An item of the source system DEMO: counted in pieces and cases of twelve, nothing of it tracked. */
export function stockItem(number: string, more: Partial<StockItem> = {}): StockItem {
  return {
    key: `DEMO:${number}`,
    number,
    sourceSystem: 'DEMO',
    baseUnit: 'pcs',
    decimals: 0,
    isLotTracked: false,
    isSerialTracked: false,
    isExpiryTracked: false,
    units: [{ unit: 'case', numerator: 12, denominator: 1 }],
    ...more,
  };
}
