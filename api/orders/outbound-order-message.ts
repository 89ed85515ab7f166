import { itemKey } from '#shared/ledger/item-key.ts';
import { type CancelOutboundOrderPlan, decideCancelOutboundOrder } from '#shared/orders/cancel-outbound-order.ts';
import type { KnownOutboundOrder } from '#shared/orders/known-outbound-order.ts';
import {
  faultsOfOutboundOrder,
  type OutboundOrderDocument,
  outboundOrderCancellation,
  outboundOrderDocument,
} from '#shared/orders/outbound-order-document.ts';
import type { OutboundOrderFacts, PutOutboundOrderPlan } from '#shared/orders/outbound-order-facts.ts';
import { decidePutOutboundOrder, holdCodesAfter } from '#shared/orders/put-outbound-order.ts';
import { policyOf } from '#shared/orders/reserve-at-import.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { lockReservationsOfOrder } from '../platform/facts/reservations.queries.ts';
import { freeStockOf } from '../platform/facts/reserve-order.ts';
import { shipDayOf } from '../platform/facts/ship-day.ts';
import { ownersOf, reachOf, settingsOf } from '../platform/facts/source-systems.queries.ts';
import { timeZoneOf } from '../platform/facts/warehouses.queries.ts';
import { type MessageKind, messageOperation } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import { cancelRemainders } from './cancel-remainders.ts';
import { knownOutboundOrder } from './known-outbound-order.ts';
import { snapshotAsked, snapshotCancelled, snapshotOfOutbound } from './order-snapshot.ts';
import { itemsOf } from './ordered-items.ts';
import { setOutboundOrderStatus } from './outbound-order.queries.ts';
import { consigneeOf, headerOf, shipByOf, writeOutboundOrder } from './write-outbound-order.ts';

/** Orders to ship as ERPs send them. */
export const outboundOrderMessages: MessageKind = {
  type: 'outbound-shipment-order',
  member: 'order',
  faults: faultsOfOutboundOrder,
  laneOf: (document) => `outbound:${(document as OutboundOrderDocument).orderNumber}`,
  orderNumberOf: (document) => (document as OutboundOrderDocument).orderNumber,
  warehouseOf: (document) => (document as OutboundOrderDocument).warehouse,
  snapshot: (read, sourceSystem, document) =>
    snapshotOfOutbound(read, sourceSystem, (document as OutboundOrderDocument).orderNumber),
  asked: async (trx, { sourceSystem, operation, document }, before) => {
    if (operation === 'cancel') return snapshotCancelled(before);
    const asked = document as OutboundOrderDocument;
    const known = await knownOutboundOrder(trx, itemKey(sourceSystem, asked.orderNumber));
    const holdCodes = holdCodesAfter(asked.holdCodes ?? [], known);
    const header = { ...headerOf(asked), orderType: asked.orderType ?? '', holdCodes };
    return snapshotAsked(before, header, asked.lines, await ownersOf(trx, sourceSystem));
  },
  upsert: messageOperation<OutboundOrderDocument, OutboundOrderFacts, PutOutboundOrderPlan>({
    document: outboundOrderDocument,
    facts: (trx, { sourceSystem, document }) => factsOf(trx, sourceSystem, document),
    decide: decidePutOutboundOrder,
    apply: (trx, message, plan, { commandId, receivedAt }, { known }) =>
      writeOutboundOrder(trx, { ...message, commandId, receivedAt }, plan, known),
  }),
  cancel: messageOperation({
    document: outboundOrderCancellation,
    facts: async (trx, { sourceSystem, document }, { supersedesEarlier }) => ({
      known: await knownOutboundOrder(trx, itemKey(sourceSystem, document.orderNumber)),
      supersedesEarlier,
    }),
    decide: decideCancelOutboundOrder,
    apply: (trx, { sourceSystem, messageId, document }, plan, { commandId }, { known }) => {
      const orderKey = itemKey(sourceSystem, document.orderNumber);
      return writeCancellation(trx, { orderKey, messageId, commandId }, plan, known);
    },
  }),
};

async function factsOf(
  trx: AppTrx,
  sourceSystem: string,
  document: OutboundOrderDocument,
): Promise<OutboundOrderFacts> {
  const reach = await reachOf(trx, sourceSystem);
  const orderKey = itemKey(sourceSystem, document.orderNumber);
  const known = await knownOutboundOrder(trx, orderKey);
  const items = await itemsOf(trx, sourceSystem, document.lines);
  const settings = await settingsOf(trx, sourceSystem);
  const { warehouse } = document;
  const timeZone = await timeZoneOf(trx, warehouse);
  const policy = policyOf(document, { settings });
  const itemKeys = [...items.values()].map(({ key }) => key);
  const mayRefuse = policy === 'partial' || policy === 'full';
  return {
    warehouses: reach?.warehouses ?? [],
    owners: reach?.owners ?? [sourceSystem],
    items,
    known,
    consignee: consigneeOf(document),
    settings,
    shipDay: shipDayOf(shipByOf(document), trx.now, timeZone),
    candidates: mayRefuse ? await freeStockOf(trx, warehouse, itemKeys) : new Map(),
    promises: mayRefuse && known ? await lockReservationsOfOrder(trx, orderKey) : [],
  };
}

async function writeCancellation(
  trx: AppTrx,
  order: { readonly orderKey: string; readonly messageId: string; readonly commandId: string },
  { isCancelled }: CancelOutboundOrderPlan,
  known: KnownOutboundOrder | null,
): Promise<void> {
  if (!isCancelled || !known) return;
  const { orderKey, messageId } = order;
  await cancelRemainders(trx, order, known.lines, null);
  await trx.one(setOutboundOrderStatus, { orderKey, status: 'cancelled', messageId, at: trx.now });
  publishOrderStatus(trx, orderKey);
}
