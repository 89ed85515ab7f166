import type { ClaimBody } from '#shared/picking/claim.ts';

/** Work under way. */
export interface AtWork {
  readonly works: readonly { readonly work: string }[];
  /** The tote that was scanned, which goods are laid into from now on; null: none. Left out: as before the last break. */
  readonly tote?: string | null;
  /** Something of it was taken here: if it is not on the device any more, it is over or somebody else's. */
  readonly isBegun?: boolean;
}

/** A stop of the walk; `item` is the key of the item that is meant there. */
export interface AtLine extends AtWork {
  readonly work: string;
  readonly line: number;
  readonly item: string;
}

/** Goods that are being taken. `item` is another one's where the order takes that instead. */
export interface Taking extends AtLine {
  readonly isSubstitute: boolean;
  /** A plate that was scanned, and so which of several is meant. */
  readonly licensePlate: string | null;
  readonly lot: string | null;
  readonly serials: readonly string[];
  /** What was counted by scans so far, in steps of the item. */
  readonly countedBase: number;
}

/** So much is taken; `reason`: why it is less than asked for. */
export interface Taken extends Taking {
  readonly quantityBase: number;
  readonly reason: string | null;
  /** The goods stay on the plate they stand on, which is taken as it is. */
  readonly isWholePlate?: boolean;
}

/** The steps of picking, and what is known at each. */
export interface PickStates {
  readonly begin: object;
  readonly zone: object;
  /** Somebody else has what was asked for. */
  readonly takeOver: { readonly asked: ClaimBody; readonly work: string; readonly badge: string };
  /** On the way to the next place. */
  readonly walk: AtWork;
  readonly item: AtLine;
  readonly lot: Taking;
  readonly serials: Taking;
  readonly quantity: Taking;
  /** Which tote are the goods laid into? */
  readonly tote: AtWork;
  /** Less than asked for: why? */
  readonly less: Taking & { readonly quantityBase: number };
  /** Into which place of the trolley? */
  readonly position: Taken;
  /** Goods of cancelled work go back; `meant`: which of them come next, null: what is next on the walk. */
  readonly back: AtWork & { readonly meant: string | null };
  readonly backWhy: AtWork & { readonly meant: string | null; readonly to: string };
  /** `only`: one of several works, where they are put down one by one. */
  readonly put: AtWork & { readonly only: string | null };
}
