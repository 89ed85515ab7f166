import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { Place } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import {
  decidePut,
  type PutBody,
  type PutFacts,
  type PutPlan,
  type PutResult,
  put,
} from '#shared/replenishment/put.ts';
import { carryReservation } from '../platform/facts/carry-reservations.queries.ts';
import { lockInHandFor } from '../platform/facts/hands.queries.ts';
import { lockLocation } from '../platform/facts/locations.queries.ts';
import { changedSince } from '../platform/facts/news.queries.ts';
import { closePickWork, workFacts } from '../platform/facts/pick-work.queries.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import { setBroughtBy, unreserve } from '../platform/facts/reservations.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { stockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import { unblockLines } from '../platform/facts/unblock-lines.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { wayOfWork } from './replenishment.queries.ts';

export const putHandler = handler({ operation: put, facts, decide: decidePut, reconsider, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<PutBody>): Promise<PutFacts> {
  const work = await lockFillWork(trx, asked.work);
  const inHand = work?.type === 'replenish' ? await lockInHandFor(trx, work) : [];
  const [item = null] = await itemsByKey(trx, new Set(inHand.map((one) => one.item)));
  const way = work && (await trx.one(wayOfWork, { work: work.id }));
  const isTurnedBack = way !== null && way?.planned_location === way?.location;
  return {
    work: work ? workFacts(work, trx.now) : null,
    face: way?.planned_location ?? '',
    isTurnedBack,
    joins: isTurnedBack && way?.location === asked.location ? await plateStillAt(trx, way) : null,
    to: await lockLocation(trx, warehouse, asked.location),
    inHand,
    item,
    isWorkNews: false,
  };
}

/** The plate that goods were taken off, where it stands there as before; null where it is gone, or they were loose. */
async function plateStillAt(trx: AppTrx, way: { location: string; license_plate: string }): Promise<string | null> {
  const rows = await stockOnPlate(trx, way.license_plate);
  return rows.some(({ location }) => location === way.location) ? way.license_plate : null;
}

/** Whether somebody else was given the work, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<PutBody>, known: PutFacts): Promise<PutFacts> {
  const { work } = known;
  const isOthers = work !== null && work.claimedBy !== null && work.claimedBy !== command.operator;
  return { ...known, isWorkNews: isOthers && (await changedSince(trx, 'pickWork', work.id, command)) };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<PutBody>,
  { plan: { work, to, goods, joins } }: Applied<PutPlan, PutResult>,
): Promise<undefined> {
  for (const one of goods) await putDown(trx, one, { location: to, licensePlate: one.licensePlate || joins });
  await trx.one(closePickWork, { id: work, to, at: trx.now });
  await unblockLines(trx, { commandId, warehouse, work, reason: null, isOver: true });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: true });
  trx.publish({ kind: 'thing', thing: 'location', key: to, warehouse, deleted: false });
  await publishPlates(
    trx,
    warehouse,
    goods.map(({ licensePlate }) => licensePlate || (joins ?? '')),
  );
  return undefined;
}

/** Promised goods wait for whoever picks them; the others are free. */
async function putDown(trx: AppTrx, reservation: Reservation, to: Omit<Place, 'inventoryStatus'>): Promise<void> {
  const { quantityBase, id, state, inventoryStatus } = reservation;
  const place: Place = { ...to, inventoryStatus };
  await carryReservation(trx, reservation, place, { quantityBase, splitId: id, state });
  const there = { ...reservation, location: to.location, licensePlate: to.licensePlate ?? '', broughtBy: null };
  await setBroughtBy(trx, there, null);
  if (reservation.order === '') await unreserve(trx, there);
}
