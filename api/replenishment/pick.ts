import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import type { Place } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import {
  decidePick,
  type PickBody,
  type PickFacts,
  type PickPlan,
  type PickResult,
  pick,
} from '#shared/replenishment/pick.ts';
import { carryReservation } from '../platform/facts/carry-reservations.queries.ts';
import { ensureHandsOnce } from '../platform/facts/hands.queries.ts';
import { settleMissing } from '../platform/facts/missing-goods.ts';
import { changedSince, othersTookFromPlace } from '../platform/facts/news.queries.ts';
import { closePickWork, keepClaim } from '../platform/facts/pick-work.queries.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { reserve, setBroughtBy, unreserve } from '../platform/facts/reservations.queries.ts';
import { unblockLines } from '../platform/facts/unblock-lines.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { pickFacts } from './pick-facts.ts';
import { promiseElsewhere } from './promise-elsewhere.ts';
import { endLine } from './replenishment.queries.ts';

export const pickHandler = handler({ operation: pick, facts: pickFacts, decide: decidePick, reconsider, apply });

/** Whether somebody else had been there, or was given the work, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<PickBody>, known: PickFacts): Promise<PickFacts> {
  const { item, work } = known;
  const place = { warehouse: command.warehouse, location: command.body.location, itemKeys: item ? [item.key] : [] };
  const isOthers = work !== null && work.claimedBy !== null && work.claimedBy !== command.operator;
  return {
    ...known,
    isMoveNews: await othersTookFromPlace(trx, place, command),
    isWorkNews: isOthers && (await changedSince(trx, 'pickWork', work.id, command)),
  };
}

async function apply(
  trx: AppTrx,
  command: Command<PickBody>,
  { plan, result }: Applied<PickPlan, PickResult>,
): Promise<PickResult> {
  const { warehouse, operator } = command;
  const { work, line, item, quantityBase, reason, hands, licensePlate } = plan;
  const to: Place = { location: hands, licensePlate, inventoryStatus: line.inventoryStatus };
  await ensureHandsOnce(trx, warehouse, hands);
  await takeAlong(trx, command, plan, to);
  const left = await leaveBehind(trx, plan);
  const missing = plan.missing && { ...plan.missing, parts: left };
  const told = missing ? await settleMissing(trx, command, missing, { item, location: line.location }) : {};
  if (plan.isReallocated) await promiseElsewhere(trx, command, left, line);
  await trx.one(endLine, { work, quantityBase, status: quantityBase < leftBase(line) ? 'short' : 'picked', reason });
  const isOver = quantityBase === 0;
  if (isOver) await trx.one(closePickWork, { id: work, to: null, at: trx.now });
  else await trx.one(keepClaim, { id: work, by: operator, at: trx.now, targetPlate: null });
  await unblockLines(trx, { commandId: command.id, warehouse, work, reason, isOver });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: isOver });
  trx.publish({ kind: 'thing', thing: 'location', key: line.location, warehouse, deleted: false });
  await publishPlates(trx, warehouse, [line.licensePlate]);
  return { ...result, ...told };
}

/** Promises go with their goods; what nobody waits for is the work's own until it is put down. */
async function takeAlong(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<PickBody>,
  { work, taken, more }: PickPlan,
  to: Place,
): Promise<void> {
  const inHand = { warehouse, location: to.location, licensePlate: to.licensePlate ?? '' };
  for (const [index, { reservation, quantityBase, insteadFrom }] of taken.entries()) {
    const splitId = `${commandId}.${index}`;
    const { state } = reservation;
    if (insteadFrom === null) await carryReservation(trx, reservation, to, { quantityBase, splitId, state });
    else await promiseOther(trx, { ...reservation, ...insteadFrom, ...inHand, quantityBase, id: splitId }, reservation);
  }
  for (const [index, { row, quantityBase }] of more.entries()) {
    const id = index === 0 ? `${commandId}.more` : `${commandId}.more${index}`;
    const ofWork = { order: '', line: 0, shipment: null, work, workLine: 1, state: 'work', broughtBy: work } as const;
    await promiseInHand(trx, { ...row, ...inHand, ...ofWork, id, quantityBase });
  }
}

/** Another piece came along for a promise: the one that stays is free. */
async function promiseOther(trx: AppTrx, taken: Reservation, instead: Reservation): Promise<void> {
  await setBroughtBy(trx, instead, null);
  await unreserve(trx, { ...instead, broughtBy: null }, taken.quantityBase);
  await promiseInHand(trx, taken);
}

async function promiseInHand(trx: AppTrx, goods: Reservation): Promise<void> {
  const isPromised = await reserve(trx, goods);
  invariant(isPromised, `${goods.quantityBase} of ${goods.item} are in hand`);
}

/** What does not come is not waited for any more. Answers the promises as they are after what came was taken out. */
async function leaveBehind(trx: AppTrx, { taken, left }: PickPlan): Promise<PickPlan['left']> {
  const rest: { reservation: Reservation; quantityBase: number }[] = [];
  for (const { reservation, quantityBase } of left) {
    const goneBase = taken.find((one) => one.reservation.id === reservation.id)?.quantityBase ?? 0;
    const own = { ...reservation, quantityBase: reservation.quantityBase - goneBase, broughtBy: null };
    await setBroughtBy(trx, own, null);
    rest.push({ reservation: own, quantityBase });
  }
  return rest;
}
