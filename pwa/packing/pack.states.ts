/** A shipment that is packed. */
export interface AtShipment {
  readonly shipment: string;
}

/** A carton that is filled; `isOut`: something is taken out of it again. */
export interface AtCarton extends AtShipment {
  readonly carton: string;
  readonly isOut: boolean;
}

/** Goods on their way into the carton, or out of it. */
export interface Packing extends AtCarton {
  /** The item's key. */
  readonly item: string;
  readonly lot: string | null;
  readonly serials: readonly string[];
  readonly countedBase: number;
}

/** A carton was closed a moment ago, whose label may be wanted. */
export interface JustClosed {
  readonly closed?: string;
}

/** The steps of packing, and what is known at each. */
export interface PackStates {
  readonly begin: JustClosed;
  readonly carton: AtShipment & JustClosed;
  readonly item: AtCarton;
  readonly lot: Packing;
  readonly serials: Packing;
  readonly quantity: Packing;
  readonly weigh: AtCarton;
  readonly tracking: AtCarton & { readonly weight: number | null };
}
