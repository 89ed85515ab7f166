import type { Rest, ShippedShipment } from '#shared/shipping/confirm.ts';
import { unreserve } from '../platform/facts/reservations.queries.ts';
import { goodsOfShipmentPlaced } from '../platform/facts/shipment-goods.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  cancelWork,
  cancelWorkLines,
  countShipped,
  insertSplitLine,
  insertSplitLoad,
  insertSplitShipment,
  movePromises,
  moveWork,
  moveWorkLines,
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
  const load = await numbered(trx, 'outbound-load', 'OL');
  const next = await numbered(trx, 'shipment', 'SH');
  const at = trx.now;
  await trx.one(insertSplitLoad, { load, warehouse, carrier: row?.carrier ?? '', madeBy: shipment, at });
  const isWaved = (await goodsOfShipmentPlaced(trx, shipment)).some(({ state }) => state === 'work');
  await trx.one(insertSplitShipment, { shipment: next, load, from: shipment, status: isWaved ? 'waved' : 'open', at });
  for (const { order: orderKey, line, restBase } of lines) {
    await trx.one(insertSplitLine, { shipment: next, orderKey, line, quantityBase: restBase });
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
  }
}

async function numbered(trx: AppTrx, series: string, prefix: string): Promise<string> {
  return `${prefix}-${String(await trx.drawNumber(series)).padStart(8, '0')}`;
}
