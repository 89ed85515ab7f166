import type { Words } from '../ui/words.ts';
/** A plate with all that is on it. */
export interface PlateGoods {
  readonly kind: 'plate';
  readonly licensePlate: string;
}

/** Goods without a plate, as the command will name them. `item` is the item's key. */
export interface LooseGoods {
  readonly kind: 'loose';
  readonly item: string;
  readonly from: string;
  readonly lot: string | null;
  readonly serials: readonly string[];
  readonly quantity: number;
  readonly unit: string;
}

/** Goods in the worker's hands and where they should go; null: no place was found. `what` is what they are, as shown. */
export interface Carried {
  readonly goods: PlateGoods | LooseGoods;
  readonly what: Words;
  readonly proposed: string | null;
}

/** Goods that an order waits for, to be brought to `to`; `proposed` is where they go if they are put away. */
export interface ForOrder extends Carried {
  readonly order: string;
  readonly to: string | null;
  readonly isRequired: boolean;
  /** What is taken off for it, the next first; null: all of it goes. */
  readonly parts: readonly OfferedPart[] | null;
}

/** `item` is the item's key, `name` what people call it. */
export interface OfferedPart {
  readonly item: string;
  readonly name: string;
  readonly lot: string | null;
  readonly serials: readonly string[];
  readonly quantity: number;
  readonly unit: string;
}

/** A plate that no place bears as a whole, and what of it goes where; the next part first, `total` how many there were. */
export interface InParts {
  readonly licensePlate: string;
  readonly what: Words;
  /** The item's key, and what people call it. */
  readonly item: string;
  readonly name: string;
  readonly lot: string | null;
  readonly parts: readonly { readonly to: string; readonly quantity: number; readonly unit: string }[];
  readonly total: number;
}

/** An item whose loose goods are to be put away. `unit`: what the label was of. */
export interface Loose {
  readonly item: string;
  readonly description: string;
  readonly unit: string;
  readonly lot: string | null;
}

export interface LooseFrom extends Loose {
  readonly from: string;
}

export interface LooseSerials extends LooseFrom {
  readonly quantity: number;
  readonly serials: readonly string[];
}

/** The steps of put-away, and what is known at each. */
export interface PutStates {
  readonly plate: object;
  readonly from: Loose;
  readonly looseLot: LooseFrom;
  readonly looseQuantity: LooseFrom;
  readonly looseSerials: LooseSerials;
  readonly crossDock: ForOrder;
  readonly part: InParts;
  readonly location: Carried;
  /** `to` null: the reason comes first, the location after it. */
  readonly reason: Carried & { readonly to: string | null };
  readonly elsewhere: Carried & { readonly reason: string };
}
