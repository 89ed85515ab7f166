import { fromBase } from '#shared/kernel/quantity.ts';
import { consigneeFrom } from '#shared/ledger/consignee.ts';
import { inboundLane } from '../message-kind.ts';
import type { AppTrx } from '../store.ts';
import {
  type LineToReceive,
  linesToReceive,
  receivingOrder,
  transferOrder,
  waitingOrder,
} from './order-to-receive.queries.ts';
import { sendMessage } from './send-message.ts';

/** Messages that tell another warehouse of a transfer have ids that begin so. */
export const transferMessage = 'transfer:';

/**
 * The warehouse that receives a transfer gets the order to receive, as much as is wanted of it by now, unless the ERP has
 * sent it one of that number itself. `name` tells this message from others of the same order.
 */
export async function sendOrderToReceive(
  trx: AppTrx,
  { orderKey, toWarehouse, name }: { readonly orderKey: string; readonly toWarehouse: string; readonly name: string },
): Promise<void> {
  const known = await trx.one(receivingOrder, { orderKey });
  if (known && !isMadeByTransfer(known.message_id)) return;
  const order = await trx.one(transferOrder, { orderKey });
  if (!order) return;
  const { source_system: sourceSystem, order_number: orderNumber, warehouse: from } = order;
  const wanted = (await trx.all(linesToReceive, { orderKey })).filter((line) => line.wanted_base > 0);
  const about = { orderNumber, warehouse: toWarehouse };
  const whole = {
    ...about,
    orderType: order.order_type || 'Transfer order',
    consigner: { account: from, name: from },
    lines: wanted.map(lineToReceive),
  };
  await sendMessage(trx, sourceSystem, {
    messageId: `${transferMessage}${name}`,
    type: 'inbound-shipment-order',
    operation: wanted.length === 0 ? 'cancel' : 'upsert',
    lane: inboundLane(orderNumber),
    orderNumber,
    member: 'order',
    document: wanted.length === 0 ? about : whole,
  });
}

/**
 * Less, or more, is wanted of an order: where it is a transfer of which something left already, the other warehouse
 * hears.
 */
export async function changeOrderToReceive(trx: AppTrx, orderKey: string): Promise<void> {
  const order = await trx.one(transferOrder, { orderKey });
  const to = order && consigneeFrom(order.consignee).warehouse;
  if (!order || to === undefined) return;
  const { source_system: sourceSystem, order_number: orderNumber } = order;
  const known = await trx.one(receivingOrder, { orderKey });
  const waiting = { sourceSystem, lane: inboundLane(orderNumber), like: `${transferMessage}%` };
  if (!known && !(await trx.one(waitingOrder, waiting))) return;
  const name = `change-${await trx.drawNumber('transfer-change')}`;
  await sendOrderToReceive(trx, { orderKey, toWarehouse: known?.warehouse ?? to, name });
}

/** An order to receive that no ERP sent, by the message that it was last changed by: a transfer made it. */
export function isMadeByTransfer(messageId: string | null): boolean {
  return messageId?.startsWith(transferMessage) === true;
}

function lineToReceive(line: LineToReceive): object {
  return {
    lineNumber: line.line_number,
    item: line.item,
    quantity: fromBase(line.wanted_base, line.decimals),
    unit: line.base_unit,
    inventoryStatus: line.inventory_status,
    owner: line.owner,
    ...(line.lot !== null && { lot: line.lot }),
  };
}
