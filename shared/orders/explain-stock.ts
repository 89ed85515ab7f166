import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { StockDemand } from '#shared/ledger/choose-stock.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { availableBase, availableStatus, type StockRow } from '#shared/ledger/stock-row.ts';

/** A row of stock as people are told why an order line gets nothing of it. */
export interface ExplainedRow extends StockRow {
  readonly locationType: string;
  readonly expiryDate: string | null;
}

/**
 * Why a row of the line's item cannot be promised to the line; null where it can. In this order: `order.other_owner`,
 * `stock.status_blocks`, `order.other_lot`, `order.other_serial`, `order.short_life`, `stock.at_dock`,
 * `stock.not_for_sale`, `stock.all_reserved`. The same as `chooseStock` goes by, with a reason each.
 */
export function whyNotForLine(row: ExplainedRow, demand: StockDemand): Problem | null {
  const { location, owner, lot, serial, inventoryStatus: status, expiryDate, locationType } = row;
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
  if (locationType === 'receiving') return problem('stock.at_dock', { location });
  if (!useOf(locationType).isReservable) return problem('stock.not_for_sale', { location });
  return availableBase(row, locationType) > 0 ? null : problem('stock.all_reserved');
}
