import type { CountedLine } from '#shared/counting/count.ts';

/** What was told so far of a place. `work` null: the work that was just begun here, whose number the server gives. */
export interface AtPlace {
  readonly work: string | null;
  readonly location: string;
  /** Only this item is counted; its key. */
  readonly only: string | null;
  readonly lines: readonly CountedLine[];
  /** The plate whose goods are told of now; null: loose goods. */
  readonly licensePlate: string | null;
  /** The zone whose places are counted one after another; left out where this one was chosen. */
  readonly zone?: string;
}

/** An item that is counted wherever it is: the next place is asked for. `work` null as above. */
export interface Everywhere {
  readonly work: string | null;
  readonly only: string;
  readonly lines: readonly CountedLine[];
}

/** Goods that are being counted. */
export interface AtGoods extends AtPlace {
  /** The item's key. */
  readonly item: string;
  readonly lot: string | null;
  readonly expiryDate: string | null;
  readonly serials: readonly string[];
  /** Counted by scans so far. */
  readonly countedBase: number;
}

export interface CountStates {
  begin: object;
  zone: object;
  next: { readonly zone: string };
  place: Everywhere;
  goods: AtPlace;
  lot: AtGoods;
  expiry: AtGoods;
  serials: AtGoods;
  quantity: AtGoods;
}
