import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { ChosenStock, StockCandidate } from '#shared/ledger/choose-stock.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { availableBase, availableStatus } from '#shared/ledger/stock-row.ts';
import { chosenFrom, inReserve } from './from-reserve.ts';

/** So much of an item is asked for; left out: as much as stands together in reserve, a plate mostly. */
export interface Asked {
  readonly quantity?: number | null | undefined;
  readonly unit?: string | null | undefined;
}

/** Requests have this rank among orders unless they are urgent: lower numbers go first. */
export const usualPriority = 500;
export const urgentPriority = 0;

/** Work that brings an item to a place, or waits for goods to bring there. */
export interface UnderWay {
  readonly work: string;
  /** Nobody is sent yet: none of the item is in reserve. */
  readonly isWaiting: boolean;
  /** How much of what it brings no order waits for. */
  readonly freeBase: number;
}

/** What is known of an item and the place that it is asked for at. */
export interface Supply {
  /** Stock of the item in the warehouse that somebody may be sent for. */
  readonly candidates: readonly StockCandidate[];
  readonly underWay: readonly UnderWay[];
}

/**
 * How a need is met: somebody is sent for the goods; some are on their way, or waited for, already; or work is made that
 * waits until there are any, for `quantityBase` of them, 0 for as much as stands together then.
 */
export type Meeting =
  | { readonly by: 'goods'; readonly parts: ChosenStock['parts'] }
  | { readonly by: 'work'; readonly work: string; readonly isWaiting: boolean }
  | { readonly by: 'waiting'; readonly quantityBase: number };

/**
 * How goods come to a place that somebody named. Refusals, in this order: `replenishment.not_pickable` orders are not
 * served from there; rules of quantities; of the place as in `whyNotFit`.
 *
 * Who sees an empty face and names no quantity is content with what somebody else asked for before; who names one wants
 * that much more. Where there is less than was asked for, what there is is brought. It is promised to nobody until
 * somebody takes it.
 */
export function meetNeed(asked: Asked, item: StockItem, to: LocationState, supply: Supply): Meeting | Problem {
  const { code: location, type } = to;
  if (!useOf(type).isReservable) return problem('replenishment.not_pickable', { location, type });
  const quantityBase = wantedBase(asked, item);
  if (isProblem(quantityBase)) return quantityBase;
  const known =
    quantityBase === 0 ? supply.underWay.find(({ isWaiting, freeBase }) => isWaiting || freeBase > 0) : null;
  if (known) return { by: 'work', work: known.work, isWaiting: known.isWaiting };
  const parts = partsOf(quantityBase, item, location, supply.candidates);
  if (parts.length === 0) return whyNeverThere(to, item) ?? { by: 'waiting', quantityBase };
  const rows = parts.map((part) => ({ ...part.row, quantityBase: part.quantityBase }));
  return whyNotFit(to, goodsOf(null, rows, [item])) ?? { by: 'goods', parts };
}

/** What is brought of an item, from where; 0: as much as stands together. Nothing where none is free in reserve. */
export function partsOf(
  quantityBase: number,
  item: StockItem,
  location: string,
  candidates: readonly StockCandidate[],
): ChosenStock['parts'] {
  const reserve = inReserve(candidates, location);
  return chosenFrom(reserve, item, quantityBase === 0 ? standingTogether(item, reserve) : quantityBase).parts;
}

/** In steps of the item; 0 where no quantity was named. */
function wantedBase({ quantity, unit }: Asked, item: StockItem): number | Problem {
  return (quantity ?? null) === null ? 0 : readQuantity(item, quantity ?? 0, unit ?? item.baseUnit);
}

/** Why the place does not take the item, whatever stands there at the moment. */
function whyNeverThere(to: LocationState, item: StockItem): Problem | null {
  const none = { item: item.key, lot: '', owner: '', inventoryStatus: availableStatus, quantityBase: 0 };
  return whyNotFit({ ...to, contents: [], plates: 0, hasLoose: false }, goodsOf(null, [none], [item]));
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
