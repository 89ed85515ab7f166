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
  publishCarriers,
  publishPlates,
  workOfFamily,
} from '../platform/facts/plate-family.queries.ts';
import { takePlate } from '../platform/facts/plates.queries.ts';
import { settleWorkOfLoose, settleWorkOfPlate } from '../platform/facts/settle-work.ts';
import { firstOwner } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey, itemsByNumber, lockItem } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems } from '../platform/facts/stock-rows.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { nestingPlate, settleNesting, standOn } from './nesting.ts';
import { findPlace } from './place.queries.ts';
import { arePromisesNews, carryPromises, type KnownPromise, promisesOf } from './promises.ts';

export const moveHandler = handler({
  operation: move,
  facts: moveFacts,
  decide: decideMove,
  reconsider: moveNews,
  apply: applyMove,
});

/** The facts of the rule, and when what is promised of the goods was. */
export interface KnownMoveFacts extends MoveFacts {
  readonly promises: readonly KnownPromise[];
}

export async function moveFacts(trx: AppTrx, command: Command<MoveBody>): Promise<KnownMoveFacts> {
  const { warehouse, body: asked } = command;
  const goods = asked.licensePlate === undefined ? await looseGoods(trx, command) : await plateGoods(trx, command);
  const text = asked.toLicensePlate;
  const moving = asked.item === undefined ? (goods.plate?.number ?? '') : '';
  const from = await findPlace(trx, warehouse, asked.from);
  return {
    ...goods,
    ...(from?.allowsNegative && asked.licensePlate === undefined && { usualOwners: await ownersOf(trx, goods.items) }),
    promises: await promisesOf(trx, warehouse, goods.rows),
    ...(text !== undefined && { onto: await nestingPlate(trx, { text, warehouse, moving }) }),
    from,
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

async function ownersOf(trx: AppTrx, items: MoveFacts['items']): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const { key, sourceSystem } of items) owners.set(key, await firstOwner(trx, sourceSystem));
  return owners;
}

/** What others did behind the device's back, for a rule that said no. */
export async function moveNews(
  trx: AppTrx,
  command: Command<MoveBody>,
  known: KnownMoveFacts,
): Promise<KnownMoveFacts> {
  const { warehouse, body: asked } = command;
  const itemKeys = known.items.map((item) => item.key);
  const isMoveNews = known.plate
    ? await othersTookFromPlate(trx, known.plate.number, command)
    : await othersTookFromPlace(trx, { warehouse, location: asked.from, itemKeys }, command);
  const isTargetNews = await othersBroughtTo(trx, { warehouse, location: asked.to }, command);
  return { ...known, isMoveNews, isTargetNews, isPromiseNews: await arePromisesNews(trx, known.promises, command) };
}

export async function applyMove(
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
  await carryPromises(trx, commandId, plan.carried, plan.to);
  if (plan.onto) await settleNesting(trx, change, plan.onto);
  if (known.plate) await settlePlate(trx, change, known.plate, plan);
  if (plan.onto) {
    await publishPlates(trx, warehouse, [plan.onto.number]);
    await settleWorkOfPlate(trx, change, plan.onto.number);
  }
  const [loose] = plan.licensePlate === null ? plan.parts : [];
  if (!loose) return undefined;
  const { item: itemKey } = loose.row;
  if (!known.plate) await settleWorkOfLoose(trx, change, { itemKey, location: asked.from, to: plan.to.code });
  if (!plan.onto) await settleWorkOfLoose(trx, change, { itemKey, location: plan.to.code, to: null });
  return undefined;
}

/** A plate that moved takes those nested in it along, and stands where it was put: on another one, or on none. */
async function settlePlate(
  trx: AppTrx,
  change: { readonly commandId: string; readonly warehouse: string },
  { number: plate, parent = null }: NonNullable<MoveFacts['plate']>,
  plan: MovePlan,
): Promise<void> {
  const { warehouse } = change;
  for (const key of await familyOf(trx, plate)) {
    trx.publish({ kind: 'thing', thing: 'licensePlate', key, warehouse, deleted: false });
  }
  const next = plan.licensePlate === null ? parent : (plan.onto?.number ?? null);
  if (next !== parent) await standOn(trx, warehouse, plate, next);
  else if (parent !== null) await publishCarriers(trx, warehouse, plate);
  await settleWorkOfPlate(trx, change, plate);
  const nested = (await workOfFamily(trx, plate)).filter(({ licensePlate }) => licensePlate !== plate);
  for (const { licensePlate } of nested) await settleWorkOfPlate(trx, change, licensePlate);
  if (parent !== null && next !== parent) await settleWorkOfPlate(trx, change, parent);
}
