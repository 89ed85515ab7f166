import { gs1CheckDigit } from '#shared/scan/check-digits.ts';

/** How goods of an item are told apart. */
export type Tracking = 'none' | 'lot' | 'lot and expiry' | 'serial';

/** An item of one of the simulated ERPs. */
export interface SimItem {
  readonly sourceSystem: string;
  readonly number: string;
  readonly gtin: string;
  readonly caseGtin: string;
  readonly baseUnit: string;
  readonly decimals: number;
  /** Base units in a case. */
  readonly perCase: number;
  readonly tracking: Tracking;
  readonly unitCost: number;
}

/** The two ERPs of every world: they share the warehouse, the numbers of their items, and two barcodes. */
export const sourceSystems = ['DEMO', 'SHOP'] as const;

/** A dozen items of an ERP. The same number is another item for the other ERP, with other units and other tracking. */
export function simItemsOf(sourceSystem: string): SimItem[] {
  const isOther = sourceSystem !== sourceSystems[0];
  return Array.from({ length: 12 }, (_, index) => {
    const isShared = index < 2;
    const digits = `40${isOther && !isShared ? '7' : '6'}38${String(1_000_000 + index)}`;
    const ofCase = `1${digits}`;
    const isWeighed = index === 6;
    return {
      sourceSystem,
      number: `I${String(index + 1).padStart(3, '0')}`,
      gtin: digits + gs1CheckDigit(digits),
      caseGtin: ofCase + gs1CheckDigit(ofCase),
      baseUnit: isWeighed ? 'kg' : 'pcs',
      decimals: isWeighed ? 2 : 0,
      perCase: isWeighed ? 2.5 : isOther ? 10 : 6,
      tracking: trackings[(index + (isOther ? 1 : 0)) % trackings.length] ?? 'none',
      // Two pieces of the dear one are worth so much that a second person has to approve.
      unitCost: index === 7 ? 600 : 0.01,
    };
  });
}

const trackings: readonly Tracking[] = [
  ...(['none', 'none', 'none', 'none', 'none', 'none', 'none', 'none'] as const),
  ...(['lot', 'lot and expiry', 'serial', 'lot'] as const),
];

/** Base units in one of a unit. */
export function perUnit(item: SimItem, unit: string): number {
  return unit === item.baseUnit ? 1 : item.perCase;
}
