import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { ChosenStock, StockCandidate } from '#shared/ledger/choose-stock.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { availableBase } from '#shared/ledger/stock-row.ts';
import { chosenFrom, inReserve } from './from-reserve.ts';

/** So much of an item is asked for; left out: as much as stands together in reserve, a plate mostly. */
export interface Asked {
  readonly quantity?: number | null | undefined;
  readonly unit?: string | null | undefined;
}

/** Requests have this rank among orders unless they are urgent: lower numbers go first. */
export const usualPriority = 500;
export const urgentPriority = 0;

/**
 * What is brought to a place that somebody named, from where; never nothing. Refusals, in this order:
 * `replenishment.not_pickable` orders are not served from there; rules of quantities; `replenishment.none_in_reserve`; of
 * the place as in `whyNotFit`.
 *
 * Where there is less than was asked for, what there is is brought. It is promised to nobody until somebody takes it.
 */
export function partsFor(
  { quantity, unit }: Asked,
  item: StockItem,
  to: LocationState,
  candidates: readonly StockCandidate[],
): ChosenStock['parts'] | Problem {
  const { code: location, type } = to;
  if (!useOf(type).isReservable) return problem('replenishment.not_pickable', { location, type });
  const reserve = inReserve(candidates, location);
  const wantedBase =
    (quantity ?? null) === null
      ? standingTogether(item, reserve)
      : readQuantity(item, quantity ?? 0, unit ?? item.baseUnit);
  if (isProblem(wantedBase)) return wantedBase;
  const { parts } = chosenFrom(reserve, item, wantedBase);
  if (parts.length === 0) return problem('replenishment.none_in_reserve', { item: item.number });
  const rows = parts.map(({ row, quantityBase }) => ({ ...row, quantityBase }));
  return whyNotFit(to, goodsOf(null, rows, [item])) ?? parts;
}

/** All that is free of what would be taken first: a row, or the pieces beside each other that have serial numbers. */
function standingTogether(item: StockItem, rows: readonly StockCandidate[]): number {
  const [first] = chosenFrom(rows, item, 1).parts;
  if (!first) return 1;
  const { location, licensePlate, lot, owner, inventoryStatus } = first.row;
  const beside = rows.filter(
    (row) =>
      row.location === location &&
      row.licensePlate === licensePlate &&
      row.lot === lot &&
      row.owner === owner &&
      row.inventoryStatus === inventoryStatus,
  );
  return beside.reduce((sum, row) => sum + availableBase(row, row.locationType), 0);
}
