import { type ChosenStock, chooseStock, type StockCandidate, type StockDemand } from './choose-stock.ts';

/**
 * What each of several demands gets, one after the other: what one of them was given is gone for the next. `candidates` by
 * the key of the item.
 */
export function chooseForLines(
  demands: readonly StockDemand[],
  candidates: ReadonlyMap<string, readonly StockCandidate[]>,
): ChosenStock[] {
  const free = new Map([...candidates].map(([item, rows]) => [item, rows.map((row) => ({ row, takenBase: 0 }))]));
  return demands.map((demand) => {
    const rows = free.get(demand.item) ?? [];
    const left = rows.map(({ row, takenBase }) =>
      takenBase === 0 ? row : { ...row, reservedBase: row.reservedBase + takenBase },
    );
    const chosen = chooseStock(demand, left);
    for (const { row, quantityBase } of chosen.parts) {
      const taken = rows[left.indexOf(row)];
      if (taken) taken.takenBase += quantityBase;
    }
    return chosen;
  });
}
