/**
 * How far a person may change stock alone. Null: without limit. `count`: a difference within all three is posted at once,
 * any other is recounted so many times and then reviewed. `adjustment`: one that is worth more waits for a second person;
 * with `perDay` each counts with all that the person adjusted of the item at the place within a day.
 */
export interface Limits {
  readonly count: {
    /** In units of the item. */
    readonly quantity: number | null;
    /** Of the quantity on the books. */
    readonly percent: number | null;
    /** Quantity × unit cost. */
    readonly value: number | null;
  };
  readonly adjustment: { readonly value: number | null; readonly perDay?: boolean | undefined };
  /** Extra counts that a difference demands before anybody looks at it. */
  readonly recounts: number;
}

/** The limits of people for whom nothing else was said. */
export const standardLimits: Limits = {
  count: { quantity: 0, percent: 0, value: 0 },
  adjustment: { value: 1000 },
  recounts: 1,
};

/** Limits as kept, which may name only some, completed. */
export function completeLimits(kept: Partial<Limits>): Limits {
  return {
    count: { ...standardLimits.count, ...kept.count },
    adjustment: { ...standardLimits.adjustment, ...kept.adjustment },
    recounts: kept.recounts ?? standardLimits.recounts,
  };
}
