import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideHoldLot,
  type HoldLotBody,
  type HoldLotFacts,
  type HoldLotResult,
  holdLot,
  type LotGoods,
  type LotPlan,
} from '#shared/inventory/hold-lot.ts';
import { onHoldStatus } from '#shared/ledger/stock-status.ts';
import { nextName } from '../platform/counter.ts';
import { cancelReplenishmentsOf } from '../platform/facts/end-replenishment.ts';
import { holdOnLot } from '../platform/facts/lot-holds.queries.ts';
import { promiseOthers } from '../platform/facts/promise-others.ts';
import {
  lockHoldersOf,
  lockPromisedAt,
  lockStockOfLot,
  placesOfLot,
} from '../platform/facts/promised-goods.queries.ts';
import { carryToStatus } from '../platform/facts/set-apart.ts';
import { itemsByNumber, lockItem } from '../platform/facts/stock-items.queries.ts';
import { tellOfStock } from '../platform/facts/tell-of-stock.ts';
import { handler } from '../platform/handler.ts';
import { post } from '../platform/ledger.ts';
import type { AppTrx } from '../platform/store.ts';
import { insertHold } from './lot-holds.queries.ts';

export const holdLotHandler = handler({ operation: holdLot, facts, decide: decideHoldLot, apply });

async function facts(trx: AppTrx, { body: asked }: Command<HoldLotBody>): Promise<HoldLotFacts> {
  const named = await itemsByNumber(trx, asked.item);
  const items = named.filter(({ sourceSystem }) => (asked.sourceSystem ?? sourceSystem) === sourceSystem);
  const goods = { rows: [] as HoldLotFacts['rows'], promised: [] as HoldLotFacts['promised'] };
  const holds = new Map<string, string>();
  for (const { key } of items) {
    const there = await lotGoods(trx, key, asked.lot);
    goods.rows = [...goods.rows, ...there.rows];
    goods.promised = [...goods.promised, ...there.promised];
    const known = await holdOnLot(trx, key, asked.lot);
    if (known) holds.set(key, known.hold);
  }
  return { items, holds, ...goods };
}

/** All there is of a lot, wherever it is, with what is promised of it; whatever it is promised to is locked first. */
export async function lotGoods(trx: AppTrx, itemKey: string, lot: string): Promise<LotGoods> {
  await lockHoldersOf(trx, await placesOfLot(trx, itemKey, lot));
  await lockItem(trx, itemKey);
  const rows = await lockStockOfLot(trx, itemKey, lot);
  const promised = await lockPromisedAt(trx, rows);
  return { rows, promised: promised.filter((one) => one.lot === lot) };
}

async function apply(
  trx: AppTrx,
  command: Command<HoldLotBody>,
  { plan, entries }: Applied<LotPlan, HoldLotResult>,
): Promise<HoldLotResult> {
  const { id: commandId, body: asked, operator: by } = command;
  const { lot, reason, note = null } = asked;
  const hold = await nextName(trx, 'lot-hold', 'LH');
  await trx.one(insertHold, { hold, itemKey: plan.item.key, lot, reason, note, by, at: trx.now, commandId });
  await restateLot(trx, command, plan, { inventoryStatus: onHoldStatus, posted: entries.length });
  const held = plan.promised.filter(({ state }) => state !== 'picked');
  const lost = held.map((one) => ({ ...one, inventoryStatus: onHoldStatus }));
  await promiseOthers(trx, { commandId, reason }, lost);
  await cancelReplenishmentsOf(trx, { commandId, reason }, { itemKey: plan.item.key, lot });
  tellShippers(trx, plan);
  trx.publish({
    ...{ kind: 'audit', id: commandId, at: trx.now, actor: by, action: holdLot.type, subject: hold },
    ...{ before: null, after: { item: plan.item.key, lot, reason, note }, commandId },
  });
  return { hold };
}

/**
 * What has to be written besides the entries in the command's own warehouse: those of other warehouses, the promises of
 * the goods, and what devices know of them.
 */
export async function restateLot(
  trx: AppTrx,
  command: Command<unknown>,
  { rows, promised, elsewhere }: LotPlan,
  to: { readonly inventoryStatus: string; readonly posted: number },
): Promise<void> {
  const { id: commandId, operator, device } = command;
  const cause = { commandId, operator, device, occurredAt: Date.parse(command.occurredAt) };
  let firstIndex = to.posted;
  for (const { warehouse, entries } of elsewhere) {
    await post(trx, { ...cause, warehouse }, entries, { firstIndex });
    firstIndex += entries.length;
  }
  const whole = promised.map((reservation) => ({ reservation, quantityBase: reservation.quantityBase }));
  await carryToStatus(trx, whole, { inventoryStatus: to.inventoryStatus, id: commandId });
  for (const [warehouse, there] of Map.groupBy(rows, (row) => row.warehouse)) {
    await tellOfStock(trx, warehouse, there);
  }
}

/** Whoever packs, loads or ships picked goods hears that they may not go, or may again. */
export function tellShippers(trx: AppTrx, { promised }: LotPlan): void {
  for (const { shipment, warehouse, state } of promised) {
    if (shipment === null || state !== 'picked') continue;
    trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
  }
}
