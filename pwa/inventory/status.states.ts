/** A place, and what is meant of it. */
interface AtPlace {
  readonly location: string;
}

/** An item at a place; `item` is its key. */
export interface OfItem extends AtPlace {
  readonly item: string;
  readonly lot: string | null;
}

/** What gets another status. Without an item: everything on the plate, or at the place. */
export interface Meant {
  readonly location: string | null;
  readonly licensePlate: string | null;
  readonly item: string | null;
  readonly lot: string | null;
  readonly serial: string | null;
  /** Null: all of it. */
  readonly quantity: number | null;
  readonly unit: string | null;
}

export interface StatusStates {
  begin: object;
  goods: AtPlace;
  lot: OfItem;
  serial: OfItem;
  quantity: OfItem;
  status: Meant;
  reason: Meant & { readonly to: string };
}
