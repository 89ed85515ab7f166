import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { planRelease, type ReleaseOrder } from './plan-release.ts';

/** An order that may be released by itself. */
export interface WaitingOrder {
  readonly order: ReleaseOrder;
  /** Somebody released it before and goods were missing: what comes of them goes at once. Else it waits to be whole. */
  readonly isTried: boolean;
}

/**
 * Which orders are released by themselves with the goods there are, the most urgent first. One that is not released yet
 * takes no goods from others as long as it is not whole.
 */
export function dueOrders(
  waiting: readonly WaitingOrder[],
  candidates: ReadonlyMap<string, readonly StockCandidate[]>,
): ReleaseOrder[] {
  const isTried = new Map(waiting.map(({ order, isTried: tried }) => [order.key, tried]));
  let orders = waiting.map(({ order }) => order);
  for (;;) {
    const { released, shortages } = planRelease(orders, candidates);
    const short = new Set(shortages.map(({ order }) => order));
    const left = orders.filter(({ key }) => isTried.get(key) === true || !short.has(key));
    if (left.length === orders.length) return released.map(({ order }) => order);
    orders = left;
  }
}
