/** A plate that goods come onto. One that nobody knows is made when they do. */
export interface OntoPlate {
  readonly number: string;
  readonly warehouse: string;
  /** The plate that it stands on itself. */
  readonly parent?: string | null;
  /** Where it stands; null while nothing is on it. */
  readonly location: string | null;
  /** It is not known yet. */
  readonly isNew: boolean;
  /** It is the plate that moves itself, or one that is nested in it. */
  readonly isInside: boolean;
  /** It was named by a command that filled no plate. */
  readonly isUnknown?: boolean;
  /** The warehouse that it is on its way to; null or missing where no load that is open announces it. */
  readonly expectedIn?: string | null;
  /** It is a carton that has not left: goods come into it by packing alone. */
  readonly isCarton?: boolean;
  /** Nobody knows such a plate, and the number is the code of a location. */
  readonly isLocation?: boolean;
}

/** Why goods cannot come onto a plate, in the order of asking; null when they can. */
export function whyNotOnto(
  onto: OntoPlate,
  to: { readonly warehouse: string; readonly location: string },
): 'unknown' | 'carton' | 'location' | 'onto_itself' | 'wrong_warehouse' | 'plate_elsewhere' | null {
  if (onto.isUnknown) return 'unknown';
  if (onto.isCarton) return 'carton';
  if (onto.isLocation) return 'location';
  if (onto.isInside) return 'onto_itself';
  // An empty one stands nowhere, wherever it was seen last, unless it is on its way with goods.
  if (onto.location === null) return (onto.expectedIn ?? to.warehouse) === to.warehouse ? null : 'wrong_warehouse';
  if (onto.warehouse !== to.warehouse) return 'wrong_warehouse';
  return onto.location === to.location ? null : 'plate_elsewhere';
}
