import type { Applied } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { PickLine } from '#shared/ledger/pick-work.ts';
import type { Place } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { movableBase, type StockRow } from '#shared/ledger/stock-row.ts';
import {
  decideUndo,
  type TakenEntry,
  type UndoBody,
  type UndoFacts,
  type UndoPlan,
  type UndoResult,
  undo,
} from '#shared/picking/undo.ts';
import { TryAgain } from '../platform/db/locking.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { carryReservation } from '../platform/facts/carry-reservations.queries.ts';
import { countPickedOfShipment } from '../platform/facts/outbound-loads.queries.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { lockPickWork } from '../platform/facts/pick-work.queries.ts';
import { placeBefore } from '../platform/facts/place-before.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { lockReservationsOfWork, reserve, unreserve } from '../platform/facts/reservations.queries.ts';
import { lockStockOfItems } from '../platform/facts/stock-rows.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { countPickedOfOrder } from './pick-facts.queries.ts';
import { lineFacts } from './pick-facts.ts';
import { askFor, entriesOfPick, leavePlate, pickCommand, uncountPick } from './undo.queries.ts';
import { shortTaken, undoShort } from './undo-short.ts';

export const undoHandler = handler({ operation: undo, facts, decide: decideUndo, apply });

async function facts(trx: AppTrx, { warehouse, body }: Command<UndoBody>): Promise<UndoFacts> {
  const id = commandReference(body.pick) ?? body.pick;
  const made = await trx.one(pickCommand, { id });
  if (!made || made.warehouse !== warehouse) return { work: null, workStatus: null, by: null, taken: [], short: null };
  const { work: named, line } = JSON.parse(made.body) as { work: string; line: number };
  const work = await lockPickWork(trx, named);
  const goods = work ? await lockReservationsOfWork(trx, work.id) : [];
  const picked = goods.filter(({ state, workLine }) => state === 'picked' && workLine === line);
  const entries = await trx.all(entriesOfPick, { from: `${id}:`, to: `${id};` });
  const asked = work ? await lineFacts(trx, work.id, line) : null;
  const back = await goingBack(trx, takenOf(entries, picked));
  const taken = asked ? withAsked(back, asked, await askedRows(trx, warehouse, asked, back)) : back;
  const isShort = made.type === 'picking.short_pick';
  const short = isShort && work ? await shortTaken(trx, { id, warehouse, work: work.id, line }) : null;
  const isSubstitute = made.type === 'picking.substitute';
  return { work: work?.id ?? null, workStatus: work?.status ?? null, by: made.operator, taken, short, isSubstitute };
}

/** Each onto its plate, which comes back with them where they are all that is on it. */
async function goingBack(trx: AppTrx, taken: readonly TakenEntry[]): Promise<TakenEntry[]> {
  const onPlate = (plate: string | null) =>
    totalBase(taken.filter(({ from, inHand }) => from.licensePlate === plate && inHand?.licensePlate === plate));
  const back: TakenEntry[] = [];
  for (const one of taken) {
    back.push({ ...one, from: await placeBefore(trx, one.from, onPlate(one.from.licensePlate)) });
  }
  return back;
}

/** Goods at the place of a line that are just what it asks for; none are looked up where nothing else was taken. */
async function askedRows(
  trx: AppTrx,
  warehouse: string,
  line: PickLine,
  back: readonly TakenEntry[],
): Promise<StockRow[]> {
  if (back.every(isAsked(line))) return [];
  const rows = await lockStockOfItems(trx, warehouse, line.location, [{ key: line.item }]);
  const { lot, licensePlate, owner, inventoryStatus } = line;
  return rows.filter(
    (row) =>
      row.lot === lot &&
      row.licensePlate === licensePlate &&
      row.owner === owner &&
      row.inventoryStatus === inventoryStatus &&
      (line.serial === '' || row.serial === line.serial),
  );
}

/** Whether goods are those that a line asks for: which pieces of them is as good. */
function isAsked({ item, lot, licensePlate }: PickLine) {
  return ({ from, inHand }: TakenEntry): boolean =>
    inHand === null || (inHand.item === item && inHand.lot === lot && (from.licensePlate ?? '') === licensePlate);
}

/** What a line asks for is found for it again where it was given something else. */
function withAsked(back: readonly TakenEntry[], line: PickLine, rows: readonly StockRow[]): TakenEntry[] {
  const free = rows.map((row) => ({ row, leftBase: movableBase(row) }));
  return back.map((one) => {
    if (isAsked(line)(one)) return one;
    const instead: { row: StockRow; quantityBase: number }[] = [];
    let missingBase = one.quantityBase;
    for (const source of free) {
      const quantityBase = Math.min(missingBase, source.leftBase);
      if (quantityBase <= 0) continue;
      instead.push({ row: source.row, quantityBase });
      source.leftBase -= quantityBase;
      missingBase -= quantityBase;
    }
    return { ...one, instead: missingBase === 0 ? instead : null };
  });
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
  for (const [index, { from, quantityBase, inHand, instead }] of back.entries()) {
    const splitId = `${commandId}.${index}`;
    await carryReservation(trx, inHand, from, { quantityBase, splitId, state: 'work' });
    const isWhole = quantityBase === inHand.quantityBase;
    const carried = {
      ...inHand,
      ...flat(from),
      id: isWhole ? inHand.id : splitId,
      quantityBase,
      state: 'work' as const,
    };
    if (instead) await promiseAsked(trx, carried, instead, splitId);
    await uncount(trx, work, inHand, quantityBase);
    const { workLine: line, lot } = inHand;
    if (line !== null && instead === null) {
      await trx.one(askFor, { work, line, lot, licensePlate: from.licensePlate ?? '' });
    } else if (line !== null && !instead && from.licensePlate === null) await trx.one(leavePlate, { work, line });
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

/** The line is promised again what it asks for; what it was given instead is free. */
async function promiseAsked(
  trx: AppTrx,
  given: Reservation,
  instead: NonNullable<TakenEntry['instead']>,
  id: string,
): Promise<void> {
  await unreserve(trx, given);
  for (const [index, { row, quantityBase }] of instead.entries()) {
    const { location, item, owner, lot, serial, inventoryStatus, licensePlate } = row;
    const goods = { location, item, owner, lot, serial, inventoryStatus, licensePlate, quantityBase };
    if (!(await reserve(trx, { ...given, ...goods, id: `${id}.asked${index}` }))) throw new TryAgain();
  }
}

function flat({ location, licensePlate, inventoryStatus }: Place) {
  return { location, licensePlate: licensePlate ?? '', inventoryStatus };
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
