import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { isOfRow, restatedRow, whyNotStatusReason } from '#shared/ledger/restated.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import { isProblem, type StockItem } from '#shared/ledger/stock-item.ts';
import { availableStatus, type StockRow } from '#shared/ledger/stock-row.ts';
import { onHoldStatus } from '#shared/ledger/stock-status.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  item: code,
  sourceSystem: code.optional(),
  lot: z.string().min(1).max(64),
  reason: z.string().min(1).max(32),
  note: z.string().trim().min(1).max(500).optional(),
});

export type HoldLotBody = z.infer<typeof body>;

/** Nobody may use a lot any more, wherever it is: a recall, or a doubt about its quality. */
export const holdLot = operation({ type: 'inventory.hold_lot', version: 1, body });

/** Stock with the warehouse it is in: a hold asks of all of them. */
export interface LotRow extends StockRow {
  readonly warehouse: string;
}

/** All there is of a lot. */
export interface LotGoods {
  readonly rows: readonly LotRow[];
  /** What is promised of it and has not left. */
  readonly promised: readonly Reservation[];
}

export interface HoldLotFacts extends LotGoods {
  /** Items with the number asked for. */
  readonly items: readonly StockItem[];
  /** Holds that are on the lot already, by the keys of these items. */
  readonly holds: ReadonlyMap<string, string>;
}

export interface LotPlan {
  readonly item: StockItem;
  readonly rows: readonly LotRow[];
  readonly promised: readonly Reservation[];
  /** Entries for goods in warehouses other than the command's. */
  readonly elsewhere: readonly { readonly warehouse: string; readonly entries: readonly EntryDraft[] }[];
}

export interface HoldLotResult {
  readonly hold: string;
}

/**
 * Refusals, in this order: `inventory.reason_unknown`; `item.unknown`, `item.ambiguous`; `inventory.lot_not_tracked`;
 * `inventory.lot_held` already. A lot that is not here may be held too: what comes of it is on hold at once. Everything
 * that is available of the lot is stopped, in every warehouse, promised or not; what was set apart before stays so.
 */
export function decideHoldLot(command: Command<HoldLotBody>, facts: HoldLotFacts): Decision<LotPlan, HoldLotResult> {
  const { item: number, lot, reason, sourceSystem } = command.body;
  const noReason = whyNotStatusReason(reason);
  if (noReason) return refused(noReason);
  const item = itemMeant(number, facts.items, facts.rows, sourceSystem);
  if (isProblem(item)) return refused(item);
  if (!item.isLotTracked && facts.rows.length === 0) {
    return refused(problem('inventory.lot_not_tracked', { item: item.number }));
  }
  const hold = facts.holds.get(item.key);
  if (hold !== undefined) return refused(problem('inventory.lot_held', { item: item.number, lot, hold }));
  const goods = withStatus(facts, item, availableStatus);
  const to = { inventoryStatus: onHoldStatus, reasonCode: reason };
  const { here, elsewhere } = entriesOf(command.warehouse, goods, to);
  return applied({ item, ...goods, elsewhere }, { hold: '' }, here);
}

/** What of a lot has a status, with the promises that are on it. */
export function withStatus({ rows, promised }: LotGoods, { key }: StockItem, inventoryStatus: string): LotGoods {
  const isMeant = (one: { readonly item: string; readonly inventoryStatus: string }) =>
    one.item === key && one.inventoryStatus === inventoryStatus;
  return { rows: rows.filter(isMeant), promised: promised.filter(isMeant) };
}

/** All of these goods get another status, warehouse by warehouse. */
export function entriesOf(
  own: string,
  { rows, promised }: LotGoods,
  to: { readonly inventoryStatus: string; readonly reasonCode: string },
) {
  const byWarehouse = Map.groupBy(rows, ({ warehouse }) => warehouse);
  const all = [...byWarehouse].map(([warehouse, there]) => ({
    warehouse,
    entries: there.flatMap((row) => {
      const ofRow = promised.filter((one) => one.warehouse === warehouse && isOfRow(row, one));
      return restatedRow(row, ofRow, to);
    }),
  }));
  return {
    here: all.find(({ warehouse }) => warehouse === own)?.entries ?? [],
    elsewhere: all.filter(({ warehouse }) => warehouse !== own),
  };
}
