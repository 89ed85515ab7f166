/** A truck that is loaded. */
export interface AtLoad {
  readonly load: string;
}

/** At its door. */
export interface AtDoor extends AtLoad {
  readonly door: string;
}

/** The steps of loading, and what is known at each. */
export interface LoadStates {
  readonly begin: object;
  readonly door: AtLoad;
  readonly unit: AtDoor;
  /** Something comes off again. */
  readonly off: AtDoor;
  readonly lane: AtDoor & { readonly unit: string };
}
