import type { Applied } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import {
  decideUndo,
  type TakenEntry,
  type UndoBody,
  type UndoFacts,
  type UndoPlan,
  type UndoResult,
  undo,
} from '#shared/picking/undo.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { carryReservation } from '../platform/facts/carry-reservations.queries.ts';
import { countPickedOfShipment } from '../platform/facts/outbound-loads.queries.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { lockPickWork } from '../platform/facts/pick-work.queries.ts';
import { placeBefore } from '../platform/facts/place-before.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { lockReservationsOfWork } from '../platform/facts/reservations.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { countPickedOfOrder } from './pick-facts.queries.ts';
import { entriesOfPick, leavePlate, pickCommand, uncountPick } from './undo.queries.ts';
import { shortTaken, undoShort } from './undo-short.ts';

export const undoHandler = handler({ operation: undo, facts, decide: decideUndo, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<UndoBody>): Promise<UndoFacts> {
  const id = commandReference(asked.pick) ?? asked.pick;
  const made = await trx.one(pickCommand, { id });
  if (!made || made.warehouse !== warehouse) return { work: null, workStatus: null, by: null, taken: [], short: null };
  const { work: named, line } = JSON.parse(made.body) as { work: string; line: number };
  const work = await lockPickWork(trx, named);
  const goods = work ? await lockReservationsOfWork(trx, work.id) : [];
  const picked = goods.filter(({ state, workLine }) => state === 'picked' && workLine === line);
  const entries = await trx.all(entriesOfPick, { from: `${id}:`, to: `${id};` });
  const taken: TakenEntry[] = [];
  for (const one of takenOf(entries, picked)) taken.push({ ...one, from: await placeBefore(trx, one.from) });
  const isShort = made.type === 'picking.short_pick';
  const short = isShort && work ? await shortTaken(trx, { id, warehouse, work: work.id, line }) : null;
  return { work: work?.id ?? null, workStatus: work?.status ?? null, by: made.operator, taken, short };
}

/**
 * What each entry of the pick brought into the hands, as far as it is there. Goods of one kind may be promised in several
 * parts: no part is meant by two entries, and one of the very quantity goes first.
 */
function takenOf(entries: readonly RowOf<typeof entriesOfPick>[], picked: readonly Reservation[]): TakenEntry[] {
  const left = new Map(picked.map((one) => [one.id, one]));
  return entries.map((entry) => {
    const alike = [...left.values()].filter(
      (one) =>
        one.location === entry.to_location &&
        one.item === entry.item_key &&
        one.lot === (entry.lot ?? '') &&
        one.serial === (entry.serial ?? '') &&
        one.licensePlate === (entry.to_plate ?? '') &&
        one.quantityBase >= entry.quantity_base,
    );
    const inHand = alike.find((one) => one.quantityBase === entry.quantity_base) ?? alike[0] ?? null;
    if (inHand) left.set(inHand.id, { ...inHand, quantityBase: inHand.quantityBase - entry.quantity_base });
    return {
      entry: entry.id,
      from: { location: entry.from_location, licensePlate: entry.from_plate, inventoryStatus: entry.from_status },
      quantityBase: entry.quantity_base,
      inHand,
    };
  });
}

async function apply(
  trx: AppTrx,
  command: Command<UndoBody>,
  { plan: { work, back, short } }: Applied<UndoPlan, UndoResult>,
): Promise<undefined> {
  const { id: commandId, warehouse } = command;
  for (const [index, { from, quantityBase, inHand }] of back.entries()) {
    await carryReservation(trx, inHand, from, { quantityBase, splitId: `${commandId}.${index}`, state: 'work' });
    await uncount(trx, work, inHand, quantityBase);
    const { workLine: line } = inHand;
    if (from.licensePlate === null && line !== null) await trx.one(leavePlate, { work, line });
    trx.publish({ kind: 'thing', thing: 'location', key: from.location, warehouse, deleted: false });
    await publishPlates(trx, warehouse, [from.licensePlate ?? '', inHand.licensePlate]);
    if (inHand.shipment !== null)
      trx.publish({ kind: 'thing', thing: 'shipment', key: inHand.shipment, warehouse, deleted: false });
  }
  if (short) await undoShort(trx, command, work, short);
  const [order] = short?.missing.map((one) => one.order) ?? [];
  if (order) publishOrderStatus(trx, order);
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
  return undefined;
}

async function uncount(trx: AppTrx, work: string, goods: Reservation, quantityBase: number): Promise<void> {
  const { order: orderKey, line, shipment, workLine } = goods;
  if (workLine !== null) await trx.one(uncountPick, { work, line: workLine, quantityBase });
  if (orderKey === '') return;
  await trx.one(countPickedOfOrder, { orderKey, line, quantityBase: -quantityBase });
  if (shipment !== null)
    await trx.one(countPickedOfShipment, { shipment, orderKey, line, quantityBase: -quantityBase });
  publishOrderStatus(trx, orderKey);
}
