import { invariant } from '#shared/kernel/invariant.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import { oneShipment, type Rest, type ShippedShipment, type Unreleased } from '#shared/shipping/confirm.ts';
import type { ClosedLine } from '#shared/shipping/reverse-confirmation.ts';
import { giveUpPromises } from '../platform/facts/give-up-promises.ts';
import { makeOutboundLoad, makeShipment, putOnShipment } from '../platform/facts/outbound-loads.queries.ts';
import { backorderLine, waitForArrival } from '../platform/facts/outbound-orders.queries.ts';
import { unreserve } from '../platform/facts/reservations.queries.ts';
import { type Reserving, reserveOrder } from '../platform/facts/reserve-order.ts';
import { goodsOfShipmentPlaced } from '../platform/facts/shipment-goods.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  cancelWork,
  cancelWorkLines,
  closedLine,
  countShipped,
  forgetReopened,
  keepClosed,
  movePromises,
  moveWork,
  moveWorkLines,
  reopenLine,
} from './confirm.queries.ts';
import { shipmentNumbered } from './confirm-facts.queries.ts';

export interface SplitOff {
  readonly shipment: string;
  readonly load: string;
}

/** What does not go gets a shipment of its own on the next truck, with the work that was made for it. */
export async function splitRemainder(
  trx: AppTrx,
  warehouse: string,
  { shipment: { shipment } }: ShippedShipment,
  lines: readonly Rest[],
): Promise<SplitOff> {
  const row = await trx.one(shipmentNumbered.read, { warehouse, shipment });
  invariant(row, 'what is split off is of a shipment');
  const { source_system: sourceSystem, wave, consignee, carrier } = row;
  const load = await makeOutboundLoad(trx, { warehouse, status: 'open', carrier, madeBy: shipment });
  const isWaved = (await goodsOfShipmentPlaced(trx, shipment)).some(({ state }) => state === 'work');
  const status = isWaved ? 'waved' : 'open';
  const next = await makeShipment(trx, { load, warehouse, sourceSystem, wave, status, consignee, carrier });
  for (const { order: orderKey, line, restBase } of lines) {
    await trx.one(putOnShipment, { shipment: next, orderKey, line, quantityBase: restBase, pickedBase: 0 });
  }
  const moved = await trx.all(moveWork, { from: shipment, to: next });
  await trx.one(moveWorkLines, { from: shipment, to: next });
  await trx.one(movePromises, { from: shipment, to: next });
  for (const { id: key } of moved) trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: false });
  trx.publish({ kind: 'thing', thing: 'shipment', key: next, warehouse, deleted: false });
  trx.publish({ kind: 'thing', thing: 'outboundLoad', key: load, warehouse, deleted: false });
  return { shipment: next, load };
}

/** What does not go is the order's again, to be released another day, or will not be delivered at all. */
export async function dropRemainder(
  trx: AppTrx,
  warehouse: string,
  { shipment: { shipment } }: ShippedShipment,
  {
    lines,
    reason,
    isCancelled,
  }: { readonly lines: readonly Rest[]; readonly reason: string; readonly isCancelled: boolean },
): Promise<void> {
  for (const goods of await goodsOfShipmentPlaced(trx, shipment))
    if (goods.state === 'work') await unreserve(trx, goods);
  await trx.one(cancelWorkLines, { shipment, reason });
  for (const { id: key } of await trx.all(cancelWork, { shipment, at: trx.now })) {
    trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: true });
  }
  for (const { order: orderKey, line, restBase } of lines) {
    const why = isCancelled
      ? { cancelledBase: restBase, cancelReason: reason, backorderReason: null }
      : { cancelledBase: 0, cancelReason: null, backorderReason: reason };
    await trx.one(countShipped, { orderKey, line, shippedBase: 0, unreleasedBase: restBase, ...why });
    if (!isCancelled) await trx.one(waitForArrival, { orderKey, line });
  }
}

/** What was never released of an order will not be delivered either: what is promised to it is free for others. */
export async function cancelUnreleased(
  trx: AppTrx,
  lines: readonly (Unreleased & { readonly reason: string })[],
): Promise<void> {
  for (const { order: orderKey, line, restBase, reservedBase, reason } of lines) {
    await giveUpPromises(trx, { orderKey, line, quantityBase: reservedBase });
    const why = { cancelReason: reason, backorderReason: null };
    await trx.one(countShipped, { orderKey, line, shippedBase: 0, unreleasedBase: 0, cancelledBase: restBase, ...why });
  }
}

/**
 * Keeps what is closed with a shipment, before anything of it is given up: for its slip in every version, and for a
 * reversal.
 */
export async function keepWhatCloses(
  trx: AppTrx,
  { shipment: { shipment }, closes }: ShippedShipment,
  unreleased: readonly Unreleased[],
): Promise<void> {
  if (closes.length === 0) return;
  const promised = (await goodsOfShipmentPlaced(trx, shipment)).filter(({ state }) => state === 'work');
  for (const { order, line, restBase, reason, isReopened } of closes) {
    const isOf = (other: Pick<Rest, 'order' | 'line'>) => other.order === order && other.line === line;
    const promisedBase = totalBase(promised.filter(isOf)) + (unreleased.find(isOf)?.reservedBase ?? 0);
    const was = await trx.one(closedLine, { orderKey: order, line });
    invariant(was, 'what is closed is a line of an order');
    await trx.one(keepClosed, {
      ...{ shipment, orderKey: order, line, restBase, promisedBase, reason },
      ...{ orderedBase: was.quantity_base, reasonBefore: was.cancel_reason, reopens: isReopened ? 1 : 0 },
    });
  }
}

/**
 * What was closed with the one shipment of an order is wanted again, since that has not left after all. It waits, and is not
 * released by itself: the shipment that left is still to leave. Lines that the ERP or people changed since stay as they are.
 * Answers what of the others was promised, by order.
 */
export async function reopenClosed(
  trx: AppTrx,
  shipment: string,
  closed: readonly ClosedLine[],
): Promise<Map<string, Map<number, number>>> {
  const promised = new Map<string, Map<number, number>>();
  for (const { order: orderKey, line, promisedBase, ...again } of closed) {
    const named = { orderKey, line, ...again, waits: oneShipment, never: Number.MAX_SAFE_INTEGER };
    if (!(await trx.one(reopenLine, named)) || promisedBase === 0) continue;
    const ofOrder = promised.get(orderKey) ?? new Map<number, number>();
    promised.set(orderKey, ofOrder.set(line, promisedBase));
  }
  await trx.one(forgetReopened, { shipment });
  return promised;
}

/** What was given up when an order was closed is promised to it again, as far as there are goods that are nobody else's. */
export async function promiseAgain(trx: AppTrx, { orderKey, commandId, mostBase }: Required<Reserving>): Promise<void> {
  for (const { line, shortBase } of await reserveOrder(trx, { orderKey, commandId, mostBase })) {
    if (shortBase > 0) await trx.one(backorderLine, { orderKey, line, reason: 'no_stock' });
  }
}
