/** Work that is to fetch goods, with what is there for it. All quantities in steps of the item. */
export interface FillAndStock {
  readonly work: string;
  /** Work of the same source takes from the same goods. */
  readonly source: string;
  /** How much is to be brought that no order was promised. */
  readonly wantedBase: number;
  /** How much stands at the source that nobody was promised. */
  readonly freeBase: number;
}

/** Work that is to bring more than there is left for it. */
export interface Lacking {
  readonly work: string;
  readonly lackingBase: number;
}

/**
 * Which work is to bring goods that are not there any more, or not for it: they were moved, counted away, set apart or
 * promised to orders. What there is goes to whoever stands first in `fills`.
 */
export function lackingFills(fills: readonly FillAndStock[]): Lacking[] {
  const freeBase = new Map(fills.map((fill) => [fill.source, fill.freeBase]));
  return fills.flatMap(({ work, source, wantedBase }) => {
    const thereBase = Math.min(wantedBase, Math.max(0, freeBase.get(source) ?? 0));
    freeBase.set(source, (freeBase.get(source) ?? 0) - thereBase);
    const lackingBase = wantedBase - thereBase;
    return lackingBase > 0 ? [{ work, lackingBase }] : [];
  });
}
