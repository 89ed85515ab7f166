import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  type AdjustBody,
  type AdjustedItem,
  type AdjustFacts,
  type AdjustPlan,
  type AdjustResult,
  adjust,
  decideAdjust,
} from '#shared/inventory/adjust.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { activeVersion } from '../platform/documents.queries.ts';
import { ownLimit } from '../platform/facts/adjusted.queries.ts';
import { openApproval, sameApproval } from '../platform/facts/approval.queries.ts';
import { issueJournal } from '../platform/facts/counting-journal.ts';
import { freezeFound } from '../platform/facts/freeze-found.ts';
import { keepLot, lotFacts } from '../platform/facts/lots.queries.ts';
import { othersTookFromPlace } from '../platform/facts/news.queries.ts';
import { isLocationHere } from '../platform/facts/places.queries.ts';
import { publishCarriers } from '../platform/facts/plate-family.queries.ts';
import { findPlate, isCartonHere, lockPlate, makePlate, plateNumberOf } from '../platform/facts/plates.queries.ts';
import { settleWorkOfLoose, settleWorkOfPlate } from '../platform/facts/settle-work.ts';
import { serialsShipped } from '../platform/facts/shipment-goods.queries.ts';
import { firstOwner } from '../platform/facts/source-systems.queries.ts';
import { itemsByNumber, lockItem, serialsInStock } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems, stockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';

import { findPlace } from './place.queries.ts';
import { lockPromises } from './promises.queries.ts';

export const adjustHandler = handler({ operation: adjust, facts, decide: decideAdjust, reconsider, apply });

async function facts(trx: AppTrx, command: Command<AdjustBody>): Promise<AdjustFacts> {
  const { warehouse, body: asked } = command;
  const number =
    asked.licensePlate === undefined ? '' : ((await plateNumberOf(trx, asked.licensePlate)) ?? asked.licensePlate);
  if (number !== '') await lockPlate(trx, number);
  for (const { key } of await itemsByNumber(trx, asked.item)) await lockItem(trx, key);
  // Read behind the lock: how an item is counted may change while there is none of it.
  const items = await adjustedItems(trx, asked);
  const there = await lockStockOfItems(trx, warehouse, asked.location, items);
  const rows = there.filter((row) => row.licensePlate === number);
  const meant = itemMeant(asked.item, items, rows, asked.sourceSystem);
  const itemKey = isProblem(meant) ? '' : meant.key;
  const plate = asked.licensePlate === undefined ? null : await plateWhere(trx, asked.licensePlate);
  const serialsFound = asked.quantity > 0 ? (asked.serials ?? []) : [];
  return {
    location: await findPlace(trx, warehouse, asked.location),
    items,
    rows,
    plate,
    isPlateLocation: number !== '' && plate === null && (await isLocationHere(trx, warehouse, number)),
    lot: asked.lot === undefined ? null : await lotFacts(trx, itemKey, asked.lot),
    serialsInStock: await serialsInStock(trx, itemKey, serialsFound),
    serialsShipped: await serialsShipped(trx, itemKey, serialsFound),
    isMoveNews: false,
    document: asked.document === undefined ? null : await documentMeant(trx, asked.document),
    ...(await ownLimit(trx, { warehouse, operator: command.operator, itemKey, location: asked.location })),
    sameApproval: await sameApproval(trx, command, ['reason', 'document']),
  };
}

async function reconsider(trx: AppTrx, command: Command<AdjustBody>, known: AdjustFacts): Promise<AdjustFacts> {
  const { warehouse, body: asked } = command;
  const place = { warehouse, location: asked.location, itemKeys: known.items.map((item) => item.key) };
  return { ...known, isMoveNews: await othersTookFromPlace(trx, place, command) };
}

async function adjustedItems(trx: AppTrx, asked: AdjustBody): Promise<AdjustedItem[]> {
  const items: AdjustedItem[] = [];
  for (const item of await itemsByNumber(trx, asked.item)) {
    if (asked.sourceSystem !== undefined && asked.sourceSystem !== item.sourceSystem) continue;
    items.push({ ...item, defaultOwner: await firstOwner(trx, item.sourceSystem) });
  }
  return items;
}

async function documentMeant(trx: AppTrx, number: string): Promise<AdjustFacts['document']> {
  const found = await trx.one(activeVersion, { number });
  return found ? { warehouse: found.warehouse, sourceSystem: found.source_system } : null;
}

async function plateWhere(trx: AppTrx, text: string): Promise<AdjustFacts['plate']> {
  const plate = await findPlate(trx, text);
  if (!plate) return null;
  const rows = await stockOnPlate(trx, plate.number);
  const picked = (await lockPromises(trx, plate.warehouse, rows)).find(({ state }) => state === 'picked');
  return {
    ...plate,
    location: rows[0]?.location ?? null,
    isCarton: await isCartonHere(trx, plate.number),
    pickedFor: picked?.shipment ?? null,
  };
}

async function apply(
  trx: AppTrx,
  command: Command<AdjustBody>,
  { plan, result, entries }: Applied<AdjustPlan, AdjustResult>,
  known: AdjustFacts,
): Promise<AdjustResult> {
  const { warehouse, body: asked } = command;
  if (plan.approval) {
    await openApproval(trx, { commandId: command.id, warehouse, problem: plan.approval });
    return result;
  }
  const { licensePlate } = plan;
  const change = { commandId: command.id, warehouse };
  if (plan.newLot) await keepLot(trx, { itemKey: plan.item.key, ...plan.newLot });
  if (licensePlate !== null) {
    if (plan.isNewPlate) await makePlate(trx, { number: licensePlate, warehouse, commandId: command.id });
    trx.publish({ kind: 'thing', thing: 'licensePlate', key: licensePlate, warehouse, deleted: false });
    await publishCarriers(trx, warehouse, licensePlate);
    await settleWorkOfPlate(trx, change, licensePlate);
  } else {
    await settleWorkOfLoose(trx, change, { itemKey: plan.item.key, location: asked.location, to: null });
  }
  if (useOf(known.location?.type ?? '').isPutTarget) {
    trx.publish({ kind: 'thing', thing: 'location', key: asked.location, warehouse, deleted: false });
  }
  await freezeFound(trx, command, entries);
  const lines = plan.lines.map((line) => ({ ...line, item: plan.item, location: asked.location, licensePlate }));
  return {
    journal: await issueJournal(trx, command, { lines, entries, reason: asked.reason, corrects: asked.document }),
  };
}
