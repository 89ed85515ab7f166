/** A plate in the worker's hands and where it should go; null: no place was found. */
export interface WithPlate {
  readonly licensePlate: string;
  /** What is on it, as shown. */
  readonly what: string;
  readonly proposed: string | null;
}

/** Goods without a plate. `item` is the item's key. */
export interface Loose {
  readonly item: string;
  readonly description: string;
  readonly unit: string;
  readonly lot: string | null;
}

export interface LooseFrom extends Loose {
  readonly from: string;
}

/** The steps of put-away, and what is known at each. */
export interface PutStates {
  readonly plate: object;
  readonly location: WithPlate;
  /** `to` null: the reason comes first, the location after it. */
  readonly reason: WithPlate & { readonly to: string | null };
  readonly elsewhere: WithPlate & { readonly reason: string };
  readonly from: Loose;
  readonly looseQuantity: LooseFrom;
  readonly looseLocation: LooseFrom & { readonly quantity: number };
}
