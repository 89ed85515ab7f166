import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  type ChangeStatusBody,
  type ChangeStatusFacts,
  type ChangeStatusPlan,
  type ChangeStatusResult,
  changeStatus,
  decideChangeStatus,
} from '#shared/inventory/change-status.ts';
import { releaseLot } from '#shared/inventory/release-lot.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { openApproval, problemOfApproval, sameApproval } from '../platform/facts/approval.queries.ts';
import { holdOnLot } from '../platform/facts/lot-holds.queries.ts';
import { othersTookFromPlace, othersTookFromPlate } from '../platform/facts/news.queries.ts';
import { limitsOf, mayDo } from '../platform/facts/people.queries.ts';
import { lockStockOfFamily, stockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { takePlate } from '../platform/facts/plates.queries.ts';
import { promiseOthers } from '../platform/facts/promise-others.ts';
import { itemKeysAt, lockHoldersOf, lockPromisedAt } from '../platform/facts/promised-goods.queries.ts';
import { carryToStatus } from '../platform/facts/set-apart.ts';
import { itemsByKey, itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems } from '../platform/facts/stock-rows.queries.ts';
import { tellOfStock } from '../platform/facts/tell-of-stock.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { findPlace } from './place.queries.ts';

export const changeStatusHandler = handler({
  operation: changeStatus,
  facts,
  decide: decideChangeStatus,
  reconsider,
  apply,
});

/** What decides on a change of status; the goods, and whatever they are promised to, locked. */
async function facts(trx: AppTrx, command: Command<ChangeStatusBody>): Promise<ChangeStatusFacts> {
  const { warehouse, operator, body: asked } = command;
  const { plate, rows } = asked.licensePlate === undefined ? await atPlace(trx, command) : await onPlate(trx, command);
  const promised = await lockPromisedAt(trx, placesOf(warehouse, rows));
  const items =
    asked.item === undefined
      ? await itemsByKey(
          trx,
          rows.map(({ item }) => item),
        )
      : await itemsByNumber(trx, asked.item);
  return {
    location: asked.location === undefined ? null : await findPlace(trx, warehouse, asked.location),
    plate,
    items,
    rows,
    promised,
    heldLots: await heldAmong(trx, rows),
    mayRelease: await mayDo(trx, { operator, warehouse }, releaseLot.type),
    valueLimit: (await limitsOf(trx, operator)).adjustment.value,
    sameApproval: await sameApproval(trx, command, ['reason']),
    askedAbout: command.approvedBy === undefined ? null : await askedAbout(trx, command.id),
    isMoveNews: false,
  };
}

/** What the approval names that a command has waited for. */
async function askedAbout(trx: AppTrx, id: string): Promise<string | null> {
  const what = (await problemOfApproval(trx, id))?.params?.what;
  return typeof what === 'string' ? what : null;
}

type GoodsFacts = Pick<ChangeStatusFacts, 'plate' | 'rows'>;

async function onPlate(trx: AppTrx, { warehouse, body: asked }: Command<ChangeStatusBody>): Promise<GoodsFacts> {
  const plate = await takePlate(trx, asked.licensePlate ?? '');
  if (!plate) return { plate, rows: [] };
  await lockHoldersOf(trx, placesOf(warehouse, await stockOfFamily(trx, plate.number)));
  return { plate, rows: await lockStockOfFamily(trx, plate.number) };
}

async function atPlace(trx: AppTrx, { warehouse, body: asked }: Command<ChangeStatusBody>): Promise<GoodsFacts> {
  const { location = '', item } = asked;
  const keys =
    item === undefined
      ? await itemKeysAt(trx, warehouse, location)
      : (await itemsByNumber(trx, item)).map(({ key }) => key);
  await lockHoldersOf(
    trx,
    keys.map((key) => ({ warehouse, location, item: key })),
  );
  const items = keys.map((key) => ({ key }));
  return { plate: null, rows: await lockStockOfItems(trx, warehouse, location, items) };
}

function placesOf(warehouse: string, rows: readonly StockRow[]) {
  return rows.map(({ location, item }) => ({ warehouse, location, item }));
}

async function heldAmong(trx: AppTrx, rows: readonly StockRow[]): Promise<ChangeStatusFacts['heldLots']> {
  const lots = new Map(rows.map(({ item, lot }) => [`${item} ${lot}`, { item, lot }]));
  const held: { readonly item: string; readonly lot: string }[] = [];
  for (const one of lots.values()) {
    if ((await holdOnLot(trx, one.item, one.lot)) !== undefined) held.push(one);
  }
  return held;
}

/** What others did behind the device's back, for a rule that said no. */
async function reconsider(
  trx: AppTrx,
  command: Command<ChangeStatusBody>,
  known: ChangeStatusFacts,
): Promise<ChangeStatusFacts> {
  const { warehouse, body: asked } = command;
  const itemKeys = known.items.map(({ key }) => key);
  const isMoveNews = known.plate
    ? await othersTookFromPlate(trx, known.plate.number, command)
    : await othersTookFromPlace(trx, { warehouse, location: asked.location ?? '', itemKeys }, command);
  return { ...known, isMoveNews };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse, body: asked }: Command<ChangeStatusBody>,
  { plan, result }: Applied<ChangeStatusPlan, ChangeStatusResult>,
): Promise<ChangeStatusResult> {
  const { approval } = plan;
  if (approval) await openApproval(trx, { commandId, warehouse, problem: approval });
  else await settleStatus(trx, { commandId, warehouse }, { ...plan, to: asked.to, reason: asked.reason });
  return result;
}

/** Writes what goes with the entries: promises of goods set apart, and what devices know of them. */
export async function settleStatus(
  trx: AppTrx,
  { commandId, warehouse }: { readonly commandId: string; readonly warehouse: string },
  {
    lost,
    rows,
    to,
    reason,
  }: Pick<ChangeStatusPlan, 'lost' | 'rows'> & { readonly to: string; readonly reason: string },
): Promise<void> {
  const apart = await carryToStatus(trx, lost, { inventoryStatus: to, id: commandId });
  await promiseOthers(trx, { commandId, reason }, apart);
  await tellOfStock(trx, warehouse, rows);
}
