import type { Place } from './place.ts';
import type { StockRow } from './stock-row.ts';

/** Why stock moved. A receipt is `receive`; its undoing is `receive` from the dock back to the supplier. */
export type EntryReason = 'receive' | 'put' | 'move' | 'pick' | 'ship' | 'adjust' | 'count' | 'status' | 'return';

/** Which document will tell, or has told, the source system of a change. `id` groups what is reported together. */
export interface Coverage {
  readonly id: string;
  readonly kind: 'shipment-receipt' | 'packing-slip' | 'counting-journal';
}

/**
 * A movement that a rule asks for: a positive whole number of base steps of one item, from a place to a place. `item`
 * is the item's key, `owner` the owner's code. A correction names the entry it corrects.
 */
export interface EntryDraft {
  readonly item: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly quantityBase: number;
  readonly from: Place;
  readonly to: Place;
  readonly reason: EntryReason;
  /** The reason code a person gave, where the operation asks for one. */
  readonly reasonCode?: string;
  readonly corrects?: string;
  readonly coverage?: Coverage;
  /** The goods are promised to an order and stay so where they come to: the balances' reserved part moves with them. */
  readonly isReserved?: boolean;
  /** The item's base unit and its decimals, where the rule knows them: saves asking again. */
  readonly scale?: { readonly decimals: number; readonly baseUnit: string };
}

/** Goods come to stand elsewhere and stay what they are. */
export function movedTo(
  goods: Omit<StockRow, 'reservedBase'>,
  to: { readonly location: string; readonly licensePlate: string | null },
  reason: EntryReason,
): EntryDraft {
  const { item, owner, location, inventoryStatus, quantityBase } = goods;
  return {
    item,
    owner,
    lot: goods.lot || null,
    serial: goods.serial || null,
    quantityBase,
    from: { location, licensePlate: goods.licensePlate || null, inventoryStatus },
    to: { ...to, inventoryStatus },
    reason,
  };
}

/** The same for goods that are promised to an order: the promise goes along. */
export function carriedTo(
  goods: Omit<StockRow, 'reservedBase'>,
  to: { readonly location: string; readonly licensePlate: string | null },
  reason: EntryReason,
): EntryDraft {
  return { ...movedTo(goods, to, reason), isReserved: true };
}

/** What one entry does at one place: `quantityBase` is signed. */
export interface Leg {
  readonly place: Place;
  readonly quantityBase: number;
}

/** The two legs of an entry: out of `from`, into `to`. */
export function legsOf(entry: Pick<EntryDraft, 'from' | 'to' | 'quantityBase'>): readonly [Leg, Leg] {
  return [
    { place: entry.from, quantityBase: -entry.quantityBase },
    { place: entry.to, quantityBase: entry.quantityBase },
  ];
}
