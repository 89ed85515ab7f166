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
import { takePlate, workOfLoose, workOfPlate } from '../platform/facts/plates.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems, lockStockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import { endWork, moveWork } from '../platform/facts/work.queries.ts';
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

type GoodsFacts = Pick<MoveFacts, 'plate' | 'items' | 'rows' | 'openWork'>;

async function plateGoods(trx: AppTrx, { body: asked }: Command<MoveBody>): Promise<GoodsFacts> {
  const plate = await takePlate(trx, asked.licensePlate ?? '');
  const rows = await lockStockOnPlate(trx, plate?.number ?? '');
  const items = asked.item === undefined ? [] : await itemsByNumber(trx, asked.item);
  return { plate, rows, items, openWork: plate ? await workOfPlate(trx, plate.number) : null };
}

async function looseGoods(trx: AppTrx, { warehouse, body: asked }: Command<MoveBody>): Promise<GoodsFacts> {
  const location = asked.from;
  const items = await itemsByNumber(trx, asked.item ?? '');
  const there = await lockStockOfItems(trx, warehouse, location, items);
  const rows = there.filter((row) => row.licensePlate === '');
  const openWork = await workOfLoose(trx, { warehouse, location, itemKey: rows[0]?.item ?? '' });
  return { plate: null, rows, items, openWork };
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
  { warehouse }: Command<MoveBody>,
  { plan }: Applied<MovePlan, MoveResult>,
  known: MoveFacts,
): Promise<undefined> {
  for (const place of [known.from, plan.to]) {
    if (place && useOf(place.type).isPutTarget) {
      trx.publish({ kind: 'thing', thing: 'location', key: place.code, warehouse, deleted: false });
    }
  }
  if (known.plate) {
    trx.publish({ kind: 'thing', thing: 'licensePlate', key: known.plate.number, warehouse, deleted: false });
  }
  if (!plan.work) return undefined;
  const { id, isDone } = plan.work;
  if (isDone) await endWork(trx, { id, warehouse, status: 'closed', to: plan.to.code });
  else await moveWork(trx, { id, warehouse, location: plan.to.code });
  return undefined;
}
