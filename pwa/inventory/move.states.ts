import type { Words } from '../ui/words.ts';
/** What is moved: a plate with all that is on it, or goods of one item, loose or off a plate. */
export type Moving =
  | { readonly kind: 'plate'; readonly from: string; readonly licensePlate: string }
  | {
      readonly kind: 'part';
      readonly from: string;
      /** Null: loose goods. */
      readonly licensePlate: string | null;
      /** The item's key. */
      readonly item: string;
      readonly lot: string | null;
      readonly serials: readonly string[];
      readonly quantity: number;
      readonly unit: string;
    };

/** Goods in hand; `what` is what they are, as shown. */
export interface Carried {
  readonly goods: Moving;
  readonly what: Words;
}

/** The place, or the plate there, that goods are taken off. */
export interface AtPlace {
  readonly from: string;
  readonly licensePlate: string | null;
}

export interface AtItem extends AtPlace {
  /** The item's key. */
  readonly item: string;
  readonly description: string;
  /** What the label was of. */
  readonly unit: string;
  readonly lot: string | null;
  readonly serials: readonly string[];
}

/** An item that was scanned before anybody said where it stands. */
export type Nowhere = Omit<AtItem, 'from' | 'licensePlate'>;

/** The steps of a move, and what is known at each. */
export interface MoveStates {
  readonly begin: object;
  readonly place: Nowhere;
  readonly goods: AtPlace;
  readonly lot: AtItem;
  readonly serials: AtItem;
  readonly quantity: AtItem;
  readonly where: Carried;
  /** The plate has nothing on it yet: it stands where the goods are put. */
  readonly newPlate: Carried & { readonly toLicensePlate: string };
}
