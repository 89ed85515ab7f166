import { type ChosenStock, chooseStock, type StockCandidate } from '#shared/ledger/choose-stock.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { availableStatus, movableBase } from '#shared/ledger/stock-row.ts';

/** Stock of an item that stands in reserve, as seen from the place that it is brought to. */
export function inReserve(candidates: readonly StockCandidate[], face: string): StockCandidate[] {
  return candidates.filter((row) => useOf(row.locationType).isBulk && row.location !== face);
}

/** Goods that work is to bring, of which nobody is promised `quantityBase`. */
export type AskedFor = Pick<
  StockCandidate,
  'location' | 'licensePlate' | 'owner' | 'lot' | 'inventoryStatus' | 'quantityBase'
>;

/** The same stock without what others asked for already, so that nobody is sent twice for the same goods. */
export function withoutAsked(
  candidates: readonly StockCandidate[],
  asked: readonly AskedFor[],
): readonly StockCandidate[] {
  let rows = candidates;
  for (const one of asked) {
    let leftBase = one.quantityBase;
    rows = rows.map((row) => {
      const partBase = isOf(one, row) ? Math.min(leftBase, Math.max(0, movableBase(row))) : 0;
      leftBase -= partBase;
      return partBase === 0 ? row : { ...row, reservedBase: row.reservedBase + partBase };
    });
  }
  return rows;
}

function isOf(asked: AskedFor, row: StockCandidate): boolean {
  return (
    asked.location === row.location &&
    asked.licensePlate === row.licensePlate &&
    asked.owner === row.owner &&
    asked.lot === row.lot &&
    asked.inventoryStatus === row.inventoryStatus
  );
}

/** What is taken out of reserve first, up to a quantity. All of it is one owner's. */
export function chosenFrom(rows: readonly StockCandidate[], item: StockItem, quantityBase: number): ChosenStock {
  const any = { lot: null, serial: null, goodUntil: null };
  const owner = rows[0]?.owner ?? '';
  return chooseStock({ item: item.key, owner, inventoryStatus: availableStatus, ...any, quantityBase }, rows);
}
