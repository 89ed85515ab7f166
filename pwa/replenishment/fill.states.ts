/** Goods that are brought to a pick face. `item` is the key of the item. */
export interface AtFill {
  readonly work: string;
  readonly item: string;
}

/** So much is taken, off the plate that was scanned. */
export interface FillTaken extends AtFill {
  readonly licensePlate: string | null;
  readonly quantityBase: number;
}

/** The steps of filling a pick face, and what is known at each. */
export interface FillStates {
  readonly begin: object;
  /** On the way to reserve; null: what it is, is known once the work is there. */
  readonly fetch: { readonly work: string; readonly item: string | null };
  readonly goods: AtFill;
  readonly quantity: AtFill & { readonly licensePlate: string | null };
  /** Less than is waited for: why? */
  readonly less: FillTaken;
  readonly put: AtFill;
  /** Not to the face: why? `to` null: where else is asked afterwards. */
  readonly why: AtFill & { readonly to: string };
}
