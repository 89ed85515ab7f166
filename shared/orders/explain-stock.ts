import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { StockDemand } from '#shared/ledger/choose-stock.ts';
import { availableStatus, type StockRow } from '#shared/ledger/stock-row.ts';
import { type PickedRow, whyNotPicked } from '#shared/ledger/why-not-picked.ts';

/** A row of stock as people are told why an order line gets nothing of it. */
export type ExplainedRow = StockRow & PickedRow;

/**
 * Why a row of the line's item cannot be promised to the line; null where it can. In this order: `order.other_owner`,
 * `stock.status_blocks`, `order.other_lot`, `order.other_serial`, `order.short_life`, and whatever keeps it from being
 * picked for anybody. The same as `chooseStock` goes by, with a reason each.
 */
export function whyNotForLine(row: ExplainedRow, demand: StockDemand): Problem | null {
  const { owner, lot, serial, inventoryStatus: status, expiryDate } = row;
  if (owner !== demand.owner) return problem('order.other_owner', { owner, wanted: demand.owner });
  if (status !== demand.inventoryStatus || status !== availableStatus)
    return problem('stock.status_blocks', { status });
  if (demand.lot !== null && lot !== demand.lot) return problem('order.other_lot', { lot, wanted: demand.lot });
  if (demand.serial !== null && serial !== demand.serial) {
    return problem('order.other_serial', { serial, wanted: demand.serial });
  }
  const { goodUntil } = demand;
  if (goodUntil !== null && expiryDate !== null && expiryDate < goodUntil) {
    return problem('order.short_life', { expiryDate, goodUntil });
  }
  return whyNotPicked(row, null);
}
