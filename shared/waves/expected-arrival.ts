/** Goods that an order line waits for, in steps of the item. */
export interface WaitingLine {
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly owner: string;
  readonly missingBase: number;
}

/** Goods that somebody has announced for a day (`YYYY-MM-DD`). */
export interface ComingGoods {
  readonly item: string;
  readonly owner: string;
  readonly day: string;
  readonly quantityBase: number;
}

/**
 * The day on which each line can have all it lacks, by what is on its way: who waits longest, which is who comes first
 * among `waiting`, gets what comes first. Null: not enough is on its way.
 */
export function expectedDays(waiting: readonly WaitingLine[], coming: readonly ComingGoods[]): (string | null)[] {
  const keyOf = ({ item, owner }: { readonly item: string; readonly owner: string }) => JSON.stringify([item, owner]);
  const byDay = [...coming].sort((a, b) => (a.day < b.day ? -1 : 1));
  const free = new Map([...Map.groupBy(byDay, keyOf)].map(([key, goods]) => [key, goods.map((one) => ({ ...one }))]));
  return waiting.map((line) => {
    let missingBase = line.missingBase;
    for (const goods of free.get(keyOf(line)) ?? []) {
      const takenBase = Math.min(missingBase, goods.quantityBase);
      goods.quantityBase -= takenBase;
      missingBase -= takenBase;
      if (missingBase === 0) return goods.day;
    }
    return null;
  });
}
