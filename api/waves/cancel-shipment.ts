import type { Command } from '#shared/command/envelope.ts';
import {
  type CancelShipmentBody,
  type CancelShipmentFacts,
  cancelShipment,
  decideCancelShipment,
} from '#shared/waves/cancel-shipment.ts';
import { cancelReleased } from '../platform/facts/cancel-released.ts';
import { lockPickedOf } from '../platform/facts/direct-back.queries.ts';
import { directBack } from '../platform/facts/direct-back.ts';
import { ordersOfShipment } from '../platform/facts/end-when-over.queries.ts';
import { lockOrder, publishOrderStatus, waitWithOrder } from '../platform/facts/outbound-orders.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { shipmentToCancel } from './cancel-shipment.queries.ts';

export const cancelShipmentHandler = handler({
  operation: cancelShipment,
  facts,
  decide: decideCancelShipment,
  apply: async (trx, { id: commandId, warehouse }, { plan: { shipment, orders } }, { goods }) => {
    for (const orderKey of orders) {
      await cancelReleased(trx, { orderKey, shipment, promises: 'give-up', commandId: `${commandId}.${orderKey}` });
      await trx.one(waitWithOrder, { orderKey });
      publishOrderStatus(trx, orderKey);
    }
    await directBack(trx, { commandId, warehouse }, goods);
    return undefined;
  },
});

/** The shipment with its orders, which are locked before it as everywhere. */
async function facts(
  trx: AppTrx,
  { warehouse, body: { shipment } }: Command<CancelShipmentBody>,
): Promise<CancelShipmentFacts> {
  const orders = (await trx.all(ordersOfShipment, { shipment })).map(({ order_key: key }) => key);
  for (const orderKey of orders) await lockOrder(trx, orderKey);
  const known = await trx.one(shipmentToCancel.lock[trx.dialect], { shipment, warehouse });
  const goods = await lockPickedOf(trx, orders, { shipments: [shipment] });
  return { shipment: known ? { ...known, orders } : null, goods };
}
