import { type Problem, problem } from '../kernel/problem.ts';
import { badgeOfHands, isWayOut, useOf } from './location-type.ts';
import { availableBase, availableStatus } from './stock-row.ts';

/** Goods at one place, as far as it decides whether anybody may be sent to pick them. Quantities in steps of the item. */
export interface PickedRow {
  readonly location: string;
  readonly locationType: string;
  readonly isActive: boolean;
  readonly inventoryStatus: string;
  readonly lot: string;
  /** Of the lot, `YYYY-MM-DD`. */
  readonly expiryDate: string | null;
  readonly quantityBase: number;
  readonly reservedBase: number;
}

/**
 * Why goods cannot be picked for an order that comes now; null where some of them can. In this order:
 * `stock.below_zero` more left the place than the books had there, `stock.in_hands` somebody carries them,
 * `stock.status_blocks`, `picking.lot_expired` (before `today`; null: not asked here), `stock.at_dock` not put away
 * yet, `stock.in_quarantine`, `stock.going_out` picked and on their way out, `stock.not_for_sale`, `location.inactive`,
 * `stock.all_reserved`.
 */
export function whyNotPicked(row: PickedRow, today: string | null): Problem | null {
  const { location, locationType, inventoryStatus: status, lot, expiryDate, isActive } = row;
  if (row.quantityBase < 0) return problem('stock.below_zero', { location });
  const badge = badgeOfHands(location);
  if (badge !== null) return problem('stock.in_hands', { badge });
  if (status !== availableStatus) return problem('stock.status_blocks', { status });
  if (today !== null && expiryDate !== null && expiryDate < today) {
    return problem('picking.lot_expired', { lot, expiryDate });
  }
  if (locationType === 'receiving') return problem('stock.at_dock', { location });
  if (locationType === 'quarantine') return problem('stock.in_quarantine', { location });
  if (isWayOut(locationType) && row.reservedBase > 0) return problem('stock.going_out', { location });
  if (!useOf(locationType).isReservable) return problem('stock.not_for_sale', { location });
  if (!isActive) return problem('location.inactive', { location });
  return availableBase(row, locationType) > 0 ? null : problem('stock.all_reserved');
}
