import type { Words } from '../ui/words.ts';
/** A plate that the worker has taken along, and where it goes; null: no place was found. */
export interface Stop {
  readonly licensePlate: string;
  /** What is on it, as shown. */
  readonly what: Words;
  readonly to: string | null;
  /** Where that is along the way; null where nobody knows. */
  readonly walk: number | null;
}

/** Plates that are being taken along. `from`: where on the way the dock of the first one is. */
export interface Loading {
  readonly stops: readonly Stop[];
  readonly from: number;
}

/** Under way: the plates that are left, the next first, and how many there were. */
export interface UnderWay {
  readonly stops: readonly Stop[];
  readonly total: number;
}

/** The steps of a trip, and what is known at each. */
export interface TripStates {
  readonly load: Loading;
  readonly stop: UnderWay;
  /** At a place, with several plates at hand: which of them is put here? */
  readonly which: UnderWay & { readonly at: string };
  readonly reason: UnderWay & { readonly at: string; readonly licensePlate: string };
}
