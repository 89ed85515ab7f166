import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideMove,
  type MoveBody,
  type MoveFacts,
  type MovePlan,
  type MoveResult,
  move,
} from '#shared/inventory/move.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { lockLocation } from '../platform/facts/locations.queries.ts';
import { othersBroughtTo, othersTookFromPlace, othersTookFromPlate } from '../platform/facts/news.queries.ts';
import {
  familyOf,
  lockStockOfFamily,
  nestPlate,
  publishCarriers,
  workOfFamily,
} from '../platform/facts/plate-family.queries.ts';
import { takePlate } from '../platform/facts/plates.queries.ts';
import { settleWorkOfLoose, settleWorkOfPlate } from '../platform/facts/settle-work.ts';
import { itemsByKey, itemsByNumber, lockItem } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems } from '../platform/facts/stock-rows.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { findPlace } from './place.queries.ts';

export const moveHandler = handler({ operation: move, facts, decide: decideMove, reconsider, apply });

async function facts(trx: AppTrx, command: Command<MoveBody>): Promise<MoveFacts> {
  const { warehouse, body: asked } = command;
  const goods = asked.licensePlate === undefined ? await looseGoods(trx, command) : await plateGoods(trx, command);
  return {
    ...goods,
    from: await findPlace(trx, warehouse, asked.from),
    to: await lockLocation(trx, warehouse, asked.to),
    isMoveNews: false,
    isTargetNews: false,
  };
}

type GoodsFacts = Pick<MoveFacts, 'plate' | 'items' | 'rows'>;

async function plateGoods(trx: AppTrx, { body: asked }: Command<MoveBody>): Promise<GoodsFacts> {
  const plate = await takePlate(trx, asked.licensePlate ?? '');
  const named = asked.item === undefined ? [] : await itemsByNumber(trx, asked.item);
  for (const { key } of named) await lockItem(trx, key);
  const rows = await lockStockOfFamily(trx, plate?.number ?? '');
  const items =
    asked.item === undefined
      ? await itemsByKey(
          trx,
          rows.map(({ item }) => item),
        )
      : named;
  return { plate, rows, items };
}

async function looseGoods(trx: AppTrx, { warehouse, body: asked }: Command<MoveBody>): Promise<GoodsFacts> {
  const location = asked.from;
  const items = await itemsByNumber(trx, asked.item ?? '');
  for (const { key } of items) await lockItem(trx, key);
  const there = await lockStockOfItems(trx, warehouse, location, items);
  return { plate: null, rows: there.filter((row) => row.licensePlate === ''), items };
}

/** What others did behind the device's back, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<MoveBody>, known: MoveFacts): Promise<MoveFacts> {
  const { warehouse, body: asked } = command;
  const itemKeys = known.items.map((item) => item.key);
  const isMoveNews = known.plate
    ? await othersTookFromPlate(trx, known.plate.number, command)
    : await othersTookFromPlace(trx, { warehouse, location: asked.from, itemKeys }, command);
  return { ...known, isMoveNews, isTargetNews: await othersBroughtTo(trx, { warehouse, location: asked.to }, command) };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse, body: asked }: Command<MoveBody>,
  { plan }: Applied<MovePlan, MoveResult>,
  known: MoveFacts,
): Promise<undefined> {
  const change = { commandId, warehouse };
  for (const place of [known.from, plan.to]) {
    if (place && useOf(place.type).isPutTarget) {
      trx.publish({ kind: 'thing', thing: 'location', key: place.code, warehouse, deleted: false });
    }
  }
  if (known.plate) await settlePlate(trx, change, known.plate, plan);
  const [loose] = plan.licensePlate === null ? plan.parts : [];
  if (!loose) return undefined;
  const { item: itemKey } = loose.row;
  if (!known.plate) await settleWorkOfLoose(trx, change, { itemKey, location: asked.from, to: plan.to.code });
  await settleWorkOfLoose(trx, change, { itemKey, location: plan.to.code, to: null });
  return undefined;
}

/** A plate that moved takes those nested in it along, and does not stand on its old one any more. */
async function settlePlate(
  trx: AppTrx,
  change: { readonly commandId: string; readonly warehouse: string },
  { number: plate, parent = null }: NonNullable<MoveFacts['plate']>,
  plan: MovePlan,
): Promise<void> {
  for (const key of await familyOf(trx, plate)) {
    trx.publish({ kind: 'thing', thing: 'licensePlate', key, warehouse: change.warehouse, deleted: false });
  }
  await settleWorkOfPlate(trx, change, plate);
  const nested = (await workOfFamily(trx, plate)).filter(({ licensePlate }) => licensePlate !== plate);
  for (const { licensePlate } of nested) await settleWorkOfPlate(trx, change, licensePlate);
  if (parent !== null) await publishCarriers(trx, change.warehouse, plate);
  if (plan.licensePlate === null || parent === null) return;
  await nestPlate(trx, plate, null);
  await settleWorkOfPlate(trx, change, parent);
}
