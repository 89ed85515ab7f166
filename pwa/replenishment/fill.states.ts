/** Goods that are brought to a pick face. `item` is the key of the item. */
export interface AtFill {
  readonly work: string;
  readonly item: string;
}

/** So much is taken, off the plate that was scanned. */
export interface FillTaken extends AtFill {
  readonly licensePlate: string | null;
  readonly quantityBase: number;
  /** Of pieces that have any and were scanned one by one. */
  readonly serials: readonly string[];
}

/** Pieces with serial numbers that are scanned one by one; `standsOn`: the plate that they are to come off, '' for none. */
export interface FillPieces extends AtFill {
  readonly licensePlate: string | null;
  readonly standsOn: string;
  readonly serials: readonly string[];
}

/** Goods are asked for, for a place that runs empty. */
export interface AskAt {
  readonly location: string;
  /** The item's key. */
  readonly item: string;
}

/** The steps of filling a pick face, and what is known at each. */
export interface FillStates {
  readonly begin: object;
  /** On the way to reserve; null: what it is, is known once the work is there. */
  readonly fetch: { readonly work: string; readonly item: string | null };
  readonly goods: AtFill;
  readonly quantity: AtFill & { readonly licensePlate: string | null };
  readonly serials: FillPieces;
  /** Less than is waited for: why? */
  readonly less: FillTaken;
  readonly put: AtFill;
  /** Not to the face: why? `to` null: where else is asked afterwards. */
  readonly why: AtFill & { readonly to: string };
  readonly askItem: Pick<AskAt, 'location'>;
  readonly askMuch: AskAt;
  /** `quantity` null: as much as stands together in reserve. */
  readonly askWhen: AskAt & { readonly quantity: number | null; readonly unit: string };
}
