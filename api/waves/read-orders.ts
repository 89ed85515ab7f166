import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import type { ReleaseOrder } from '#shared/waves/plan-release.ts';
import type { Runner } from '../platform/db/connection.ts';
import { candidatesFor } from '../platform/facts/candidates.queries.ts';
import { reservationsOfOrder } from '../platform/facts/reservations.queries.ts';
import { shipmentsUnderWay } from '../platform/facts/shipments-under-way.queries.ts';
import { timeZoneOf } from '../platform/facts/warehouses.queries.ts';
import { orderWithKey } from './release-facts.queries.ts';
import { releaseOrderOf, wantedItems } from './release-facts.ts';

/** Between so many questions others get their turn. */
const askedAtOnce = 20;

/**
 * Orders as the rule of release asks for them, for somebody who only looks: nothing is locked, others are not kept
 * waiting.
 */
export async function readOrders(
  read: Runner,
  warehouse: string,
  keys: readonly string[],
  now: number,
  isByItself = false,
): Promise<ReleaseOrder[]> {
  const timeZone = await timeZoneOf(read, warehouse);
  const reservationsOf = (orderKey: string) => reservationsOfOrder(read, orderKey);
  const shipmentsOf = (orderKey: string) => read.all(shipmentsUnderWay.read, { orderKey });
  const orders: ReleaseOrder[] = [];
  for (const [index, orderKey] of keys.entries()) {
    if (index % askedAtOnce === 0) await nextTurn();
    const row = await read.one(orderWithKey.read, { orderKey });
    if (row && row.warehouse === warehouse)
      orders.push(await releaseOrderOf(read, row, { timeZone, now, reservationsOf, shipmentsOf, isByItself }));
  }
  return orders;
}

/** What there is of the items that orders still want, for somebody who only looks. */
export async function readCandidates(
  read: Runner,
  warehouse: string,
  orders: readonly ReleaseOrder[],
): Promise<Map<string, StockCandidate[]>> {
  const candidates = new Map<string, StockCandidate[]>();
  for (const item of wantedItems(orders)) {
    if (candidates.size % askedAtOnce === 0) await nextTurn();
    candidates.set(item, await candidatesFor(read, warehouse, item));
  }
  return candidates;
}
