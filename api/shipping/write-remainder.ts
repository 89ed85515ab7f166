import { invariant } from '#shared/kernel/invariant.ts';
import { toBase } from '#shared/kernel/quantity.ts';
import { oneShipment, type Rest, type ShippedShipment, type Unreleased } from '#shared/shipping/confirm.ts';
import type { ClosedOnSlip } from '#shared/shipping/reverse-confirmation.ts';
import { giveUpPromises } from '../platform/facts/give-up-promises.ts';
import { insertShipmentLine, makeOutboundLoad, makeShipment } from '../platform/facts/outbound-loads.queries.ts';
import { waitForArrival } from '../platform/facts/outbound-orders.queries.ts';
import { unreserve } from '../platform/facts/reservations.queries.ts';
import { goodsOfShipmentPlaced } from '../platform/facts/shipment-goods.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  cancelWork,
  cancelWorkLines,
  closedLine,
  countShipped,
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
    await trx.one(insertShipmentLine, { shipment: next, orderKey, line, quantityBase: restBase });
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

const baseUnit = { numerator: 1, denominator: 1 };

/** A line of an order that is closed with its one shipment, as the slip keeps it until a reversal. */
export interface Closed {
  readonly order: string;
  readonly line: number;
  readonly restBase: number;
  /** Why something of it was cancelled before; null where nothing was, or an ERP said so. */
  readonly reasonBefore: string | null;
}

/** What is closed with a shipment, each line with the reason that it has before. */
export async function closedWith(trx: AppTrx, closes: readonly Rest[]): Promise<Closed[]> {
  const closed: Closed[] = [];
  for (const { order, line, restBase } of closes) {
    const row = await trx.one(closedLine, { orderKey: order, line });
    closed.push({ order, line, restBase, reasonBefore: row?.cancel_reason ?? null });
  }
  return closed;
}

/**
 * What was closed with the one shipment of an order is wanted again, since that has not left after all. It waits, and is not
 * released by itself: the shipment that left is still to leave. Lines that the ERP or people changed since stay as they are.
 */
export async function reopenClosed(trx: AppTrx, lines: readonly ClosedOnSlip[]): Promise<void> {
  for (const { order: orderKey, line, quantity, orderedQuantity, reason, reasonBefore } of lines) {
    const row = await trx.one(closedLine, { orderKey, line });
    if (!row) continue;
    const [restBase, orderedBase] = [quantity, orderedQuantity].map((one) => toBase(one, baseUnit, row.decimals));
    invariant(typeof restBase === 'number' && typeof orderedBase === 'number', 'a slip tells of whole steps');
    const again = { restBase, orderedBase, reason, reasonBefore, waits: oneShipment };
    await trx.one(reopenLine, { orderKey, line, ...again, never: Number.MAX_SAFE_INTEGER });
  }
}
