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
import { lockInHandFor } from '../platform/facts/hands.queries.ts';
import { lockLocation } from '../platform/facts/locations.queries.ts';
import { changedSince } from '../platform/facts/news.queries.ts';
import { closePickWork, workFacts } from '../platform/facts/pick-work.queries.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { faceOfWork, lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import { carryReservation, setBroughtBy, unreserve } from '../platform/facts/reservations.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { unblockLines } from '../platform/facts/unblock-lines.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';

export const putHandler = handler({ operation: put, facts, decide: decidePut, reconsider, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<PutBody>): Promise<PutFacts> {
  const work = await lockFillWork(trx, asked.work);
  const inHand = work?.type === 'replenish' ? await lockInHandFor(trx, work) : [];
  const [item = null] = await itemsByKey(trx, new Set(inHand.map((one) => one.item)));
  return {
    work: work ? workFacts(work, trx.now) : null,
    face: (work && (await trx.one(faceOfWork, { work: work.id }))?.planned_location) ?? '',
    to: await lockLocation(trx, warehouse, asked.location),
    inHand,
    item,
    isWorkNews: false,
  };
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
  { plan: { work, to, goods } }: Applied<PutPlan, PutResult>,
): Promise<undefined> {
  for (const one of goods) await putDown(trx, one, to);
  await trx.one(closePickWork, { id: work, to, at: trx.now });
  await unblockLines(trx, { commandId, warehouse, work, reason: null, isOver: true });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: true });
  trx.publish({ kind: 'thing', thing: 'location', key: to, warehouse, deleted: false });
  await publishPlates(
    trx,
    warehouse,
    goods.map(({ licensePlate }) => licensePlate),
  );
  return undefined;
}

/** Promised goods wait for whoever picks them; the others are free. */
async function putDown(trx: AppTrx, reservation: Reservation, location: string): Promise<void> {
  const { quantityBase, id, state, inventoryStatus, licensePlate } = reservation;
  const place: Place = { location, licensePlate: licensePlate || null, inventoryStatus };
  await carryReservation(trx, reservation, place, { quantityBase, splitId: id, state });
  const there = { ...reservation, location, broughtBy: null };
  await setBroughtBy(trx, there, null);
  if (reservation.order === '') await unreserve(trx, there);
}
