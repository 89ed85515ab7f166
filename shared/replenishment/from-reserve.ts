import { type ChosenStock, chooseStock, type StockCandidate } from '#shared/ledger/choose-stock.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';

/** Stock of an item that stands in reserve, as seen from the place that it is brought to. */
export function inReserve(candidates: readonly StockCandidate[], face: string): StockCandidate[] {
  return candidates.filter((row) => useOf(row.locationType).isBulk && row.location !== face);
}

/** What is taken out of reserve first, up to a quantity. All of it is one owner's. */
export function chosenFrom(rows: readonly StockCandidate[], item: StockItem, quantityBase: number): ChosenStock {
  const any = { lot: null, serial: null, goodUntil: null };
  const owner = rows[0]?.owner ?? '';
  return chooseStock({ item: item.key, owner, inventoryStatus: availableStatus, ...any, quantityBase }, rows);
}
