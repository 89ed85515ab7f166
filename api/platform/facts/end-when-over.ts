import type { AppTrx } from '../store.ts';
import { cancelReleased } from './cancel-released.ts';
import { ordersOfShipment, shipmentLeft } from './end-when-over.queries.ts';
import { lockInHandFor } from './hands.queries.ts';
import { lockOrder, publishOrderStatus, waitForArrival } from './outbound-orders.queries.ts';
import { closePickWork, openLines, shipmentPicked } from './pick-work.queries.ts';

/** Work that something was just taken off, and whose goods it fetches. */
interface Shortened {
  readonly commandId: string;
  readonly warehouse: string;
  readonly work: string;
  readonly shipment: string | null;
}

/**
 * Work of which nothing is left to fetch, and of which nothing is in hand, is over without anybody putting anything down.
 * Where that leaves a shipment with nothing at all, what it was for is its orders' again and waits for goods. Answers
 * whether the work is over.
 */
export async function endWhenOver(trx: AppTrx, { commandId, warehouse, work, shipment }: Shortened): Promise<boolean> {
  const open = Number((await trx.one(openLines, { work }))?.lines ?? 0);
  if (open > 0 || (await lockInHandFor(trx, { id: work, type: 'pick' })).length > 0) return false;
  await trx.one(closePickWork, { id: work, to: null, at: trx.now });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: true });
  if (shipment === null) return true;
  trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
  await settleLeft(trx, shipment, commandId);
  return true;
}

/** A shipment whose work is over is picked; where nothing of it is, what it was for is its orders’ again. */
export async function settleLeft(trx: AppTrx, shipment: string, commandId: string): Promise<void> {
  const left = await trx.one(shipmentLeft, { shipment });
  if (Number(left?.works ?? 0) > 0) return;
  if (Number(left?.picked_base ?? 0) > 0) await trx.one(shipmentPicked, { shipment });
  else await takeBack(trx, shipment, commandId);
}

async function takeBack(trx: AppTrx, shipment: string, commandId: string): Promise<void> {
  for (const { order_key: orderKey } of await trx.all(ordersOfShipment, { shipment })) {
    await lockOrder(trx, orderKey);
    const back = { orderKey, shipment, promises: 'give-up', commandId: `${commandId}.${orderKey}` } as const;
    for (const { line } of await cancelReleased(trx, back)) await trx.one(waitForArrival, { orderKey, line });
    publishOrderStatus(trx, orderKey);
  }
}
