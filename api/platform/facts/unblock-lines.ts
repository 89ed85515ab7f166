import { totalBase } from '#shared/kernel/quantity.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { RowOf } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { assignReservation } from './carry-reservations.queries.ts';
import { endWhenOver } from './end-when-over.ts';
import { endLineShort } from './missing-goods.queries.ts';
import { backorderLine, publishOrderStatus } from './outbound-orders.queries.ts';
import { placeNamed } from './places.queries.ts';
import { lockReservationsOfLine } from './reservations.queries.ts';
import { linesBlockedBy, sendLineTo, unblockAll } from './unblock-lines.queries.ts';
import { highestLine, insertWorkLine } from './work-lines.queries.ts';

type Line = RowOf<typeof linesBlockedBy.read>;

/** The replenishment that lines wait for, and why they are sent elsewhere or get less; null: the goods have come. */
interface Unblocking {
  readonly commandId: string;
  readonly warehouse: string;
  readonly work: string;
  readonly reason: string | null;
  /** Nothing more comes: all of its lines go on. Else only those whose goods it does not bring any more. */
  readonly isOver: boolean;
}

/**
 * Lets lines go on that waited for goods: each is sent to where what is promised to it stands now, the pick face mostly.
 * What stands at several places is several lines; what nothing is promised for any more ends short, and its order hears.
 */
export async function unblockLines(trx: AppTrx, unblocking: Unblocking): Promise<void> {
  const { commandId, warehouse, work, isOver } = unblocking;
  const works = new Set<string>();
  const shortened = new Map<string, string | null>();
  for (const line of await trx.all(linesBlockedBy.lock[trx.dialect], { work })) {
    const promised = await lockReservationsOfLine(trx, line.work, line.line);
    const isWaiting = promised.some(({ broughtBy }) => broughtBy === work);
    if (isWaiting && !isOver) continue;
    const isShort = await sendLine(trx, unblocking, line, promised);
    if (isShort) shortened.set(line.work, line.shipment);
    works.add(line.work);
  }
  if (isOver) await trx.one(unblockAll, { work });
  for (const key of works) trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: false });
  for (const [short, shipment] of shortened) await endWhenOver(trx, { commandId, warehouse, work: short, shipment });
}

/** Answers whether some of the line ended short. */
async function sendLine(
  trx: AppTrx,
  { warehouse, reason }: Unblocking,
  line: Line,
  promised: readonly Reservation[],
): Promise<boolean> {
  const [first, ...others] = Map.groupBy(promised, placeKey).values();
  const missingBase = line.quantity_base - line.picked_base - totalBase(promised);
  if (!first) await endShort(trx, line, line.line, reason ?? 'other');
  else await sendTo(trx, warehouse, line, first, reason);
  for (const goods of others) await addLine(trx, warehouse, line, { goods, quantityBase: totalBase(goods) });
  if (first && missingBase > 0) {
    const number = await addLine(trx, warehouse, line, { goods: [], quantityBase: missingBase });
    await endShort(trx, line, number, reason ?? 'other');
  }
  return missingBase > 0;
}

function placeKey({ location, licensePlate, lot }: Reservation): string {
  return JSON.stringify([location, licensePlate, lot]);
}

async function sendTo(
  trx: AppTrx,
  warehouse: string,
  { work, line, ...of }: Line,
  goods: readonly Reservation[],
  reason: string | null,
): Promise<void> {
  const { location = of.location, licensePlate = '', lot = of.lot } = goods[0] ?? {};
  const walkSequence = (await placeNamed(trx, warehouse, location))?.walkSequence ?? 0;
  await trx.one(sendLineTo, {
    work,
    line,
    location,
    licensePlate,
    lot,
    walkSequence,
    leftBase: totalBase(goods),
    reason,
  });
}

interface AddedLine {
  readonly goods: readonly Reservation[];
  readonly quantityBase: number;
}

/** A line beside one that waited; answers its number. */
async function addLine(
  trx: AppTrx,
  warehouse: string,
  line: Line,
  { goods, quantityBase }: AddedLine,
): Promise<number> {
  const { work, shipment, unit, owner, serial } = line;
  const number = Number((await trx.one(highestLine, { work }))?.line ?? 0) + 1;
  const { location = line.location, licensePlate = '', lot = line.lot } = goods[0] ?? {};
  const walkSequence = (await placeNamed(trx, warehouse, location))?.walkSequence ?? line.walk_sequence;
  await trx.one(insertWorkLine, {
    ...{ work, line: number, location, licensePlate, itemKey: line.item_key, owner, lot, serial },
    ...{ inventoryStatus: line.inventory_status, quantityBase, unit, walkSequence, shipment },
    ...{ orderKey: line.order_key, orderLine: line.order_line, blockedBy: null },
  });
  for (const one of goods) await assignReservation(trx, one, { ...one, workLine: number });
  return number;
}

/** Nothing is promised to the line any more, or to a part of it. */
async function endShort(trx: AppTrx, line: Line, number: number, reason: string): Promise<void> {
  await trx.one(endLineShort, { work: line.work, line: number, reason });
  const { order_key: orderKey, order_line: orderLine } = line;
  if (orderKey === null || orderLine === null) return;
  await trx.one(backorderLine, { orderKey, line: orderLine, reason });
  publishOrderStatus(trx, orderKey);
}
