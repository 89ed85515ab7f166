import type { Found, StockTotal } from '#shared/inventory/look-up.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { isClaimed } from '#shared/ledger/claim-lease.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { whyNotPicked } from '#shared/ledger/why-not-picked.ts';
import type { Runner } from '../platform/db/connection.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import type { HistoryOf } from './history.queries.ts';
import { historyOf } from './history.ts';
import { type openWorkOf, type StockGroup, type StockOf, stockGroups } from './look-up.queries.ts';
import { promisedTo, shippedTo } from './look-up-promises.ts';
import { freeBase, stockLineOf } from './stock-line.ts';

const stockShown = 60;
const historyShown = 20;

/** What is asked, and when: the same for every kind. */
export interface LookUp {
  readonly read: Runner;
  readonly warehouse: string;
  readonly nowMs: number;
}

type Common = Pick<
  Found,
  | 'totals'
  | 'stock'
  | 'hasMoreStock'
  | 'promised'
  | 'hasMorePromised'
  | 'shipped'
  | 'hasMoreShipped'
  | 'history'
  | 'olderHistory'
  | 'whyNot'
>;

/** What something has that is no goods and was never moved. */
export const noGoods: Common & Pick<Found, 'expected' | 'work'> = {
  ...{ totals: [], stock: [], hasMoreStock: false, promised: [], hasMorePromised: false },
  ...{ shipped: [], hasMoreShipped: false, history: [], olderHistory: null, whyNot: null },
  ...{ expected: [], work: [] },
};

/** What every meaning that is goods has: stock with its totals, whom it is promised, who received it, what became of it. */
export async function goodsOf(asked: LookUp, meant: StockOf, of: HistoryOf): Promise<Common> {
  const { read, warehouse, nowMs } = asked;
  const [groups, history, promised, shipped, today] = await Promise.all([
    stockGroups(read, warehouse, meant),
    historyOf(read, warehouse, of, null, historyShown),
    promisedTo(read, warehouse, meant),
    shippedTo(read, warehouse, meant),
    dayIn(read, warehouse, nowMs),
  ]);
  return {
    totals: totalsOf(groups),
    stock: groups.slice(0, stockShown).map(stockLineOf),
    hasMoreStock: groups.length > stockShown,
    ...promised,
    ...shipped,
    history: history.items,
    olderHistory: history.older,
    whyNot: whyNothingFree(groups, today),
  };
}

/** Work as it is listed beside what it is for. */
export function workOf(row: Awaited<ReturnType<typeof openWorkOf>>[number], nowMs: number): Found['work'][number] {
  return {
    work: row.id,
    type: row.type,
    licensePlate: row.license_plate,
    item: row.item_key && itemNumberOf(row.item_key),
    from: row.from_location,
    claimedBy: isClaimed(row.claimed_by, row.claimed_at, nowMs) ? row.claimed_by : null,
  };
}

function totalsOf(groups: readonly StockGroup[]): StockTotal[] {
  const byItem = [...Map.groupBy(groups, ({ item_key }) => item_key).values()];
  return byItem.flatMap((ofItem) => {
    const [first] = ofItem;
    if (!first) return [];
    const sum = (read: (group: StockGroup) => number, rows = ofItem) =>
      fromBase(
        rows.reduce((total, group) => total + read(group), 0),
        first.decimals,
      );
    const byStatus = Map.groupBy(ofItem, ({ inventory_status }) => inventory_status);
    return {
      item: first.number,
      description: first.description,
      unit: first.base_unit,
      onHand: sum(({ quantity_base }) => quantity_base),
      reserved: sum(({ reserved_base }) => reserved_base),
      available: sum(freeBase),
      byStatus: [...byStatus].map(([inventoryStatus, of]) => ({
        inventoryStatus,
        onHand: sum(({ quantity_base }) => quantity_base, of),
      })),
    };
  });
}

/** Why nothing of what is there can be promised: what most of it says. Null where something can, or nothing is there. */
function whyNothingFree(groups: readonly StockGroup[], today: string): Told | null {
  const reasons = groups.map((group) => whyNotPicked(pickedRow(group), today));
  const said = reasons.filter((why) => why !== null);
  if (said.length === 0 || said.length < reasons.length) return null;
  const byCode = [...Map.groupBy(said, ({ code }) => code).values()].sort((a, b) => b.length - a.length);
  return told(byCode[0]?.[0] ?? null);
}

type Told = Problem & { params: Record<string, string | number> };

function told(why: Problem | null): Told | null {
  return why && { code: why.code, params: { ...why.params } };
}

/** A group of stock as the rule asks for it. */
export function pickedRow(group: StockGroup) {
  return {
    location: group.location,
    locationType: group.location_type ?? '',
    isActive: group.location_active !== 0,
    inventoryStatus: group.inventory_status,
    lot: group.lot,
    expiryDate: group.expiry_date,
    quantityBase: group.quantity_base,
    reservedBase: group.reserved_base,
  };
}
