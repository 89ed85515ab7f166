import { itemKey, itemNumberOf } from '#shared/ledger/item-key.ts';
import { type CancelInboundOrderPlan, decideCancelInboundOrder } from '#shared/orders/cancel-inbound-order.ts';
import type { InboundLineStatus, InboundOrderStatus } from '#shared/orders/inbound-order.machine.ts';
import {
  type InboundOrderDocument,
  inboundOrderCancellation,
  inboundOrderDocument,
} from '#shared/orders/inbound-order-document.ts';
import { faultsOfLines } from '#shared/orders/lines-of-order.ts';
import {
  decidePutInboundOrder,
  type InboundOrderFacts,
  type KnownOrder,
  type PutInboundOrderPlan,
} from '#shared/orders/put-inbound-order.ts';
import { inboundLinesOf } from '../platform/facts/inbound-lines.queries.ts';
import { ownersOf, reachOf } from '../platform/facts/source-systems.queries.ts';
import { inboundLane, type MessageKind, messageOperation } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import { inUtc } from './in-utc.ts';
import {
  insertOrder,
  knownOrderRow,
  orderLines,
  setLineStatus,
  setOrderStatus,
  updateOrder,
} from './inbound-order.queries.ts';
import { keepLoads, leaveLoads } from './order-loads.ts';
import { snapshotAsked, snapshotCancelled, snapshotOfInbound } from './order-snapshot.ts';
import { itemsOf } from './ordered-items.ts';
import { orderedRow } from './ordered-row.ts';

/** Orders to receive as ERPs send them. */
export const inboundOrderMessages: MessageKind = {
  type: 'inbound-shipment-order',
  member: 'order',
  faults: faultsOfLines,
  laneOf: (document) => inboundLane((document as InboundOrderDocument).orderNumber),
  orderNumberOf: (document) => (document as InboundOrderDocument).orderNumber,
  warehouseOf: (document) => (document as InboundOrderDocument).warehouse,
  snapshot: (read, sourceSystem, document) =>
    snapshotOfInbound(read, sourceSystem, (document as InboundOrderDocument).orderNumber),
  asked: async (trx, { sourceSystem, operation, document }, before) => {
    if (operation === 'cancel') return snapshotCancelled(before);
    const asked = document as InboundOrderDocument;
    const header = { ...headerOf(asked), orderType: asked.orderType ?? '' };
    return snapshotAsked(before, header, asked.lines, await ownersOf(trx, sourceSystem));
  },
  upsert: messageOperation<InboundOrderDocument, InboundOrderFacts, PutInboundOrderPlan>({
    document: inboundOrderDocument,
    facts: async (trx, { sourceSystem, document }) => {
      const reach = await reachOf(trx, sourceSystem);
      return {
        warehouses: reach?.warehouses ?? [],
        owners: reach?.owners ?? [sourceSystem],
        known: await knownOrder(trx, itemKey(sourceSystem, document.orderNumber)),
        items: await itemsOf(trx, sourceSystem, document.lines),
      };
    },
    decide: decidePutInboundOrder,
    apply: (trx, { sourceSystem, messageId, document }, plan, _context, { known }) =>
      writeOrder(trx, { sourceSystem, messageId, document }, plan, known),
  }),
  cancel: messageOperation({
    document: inboundOrderCancellation,
    facts: async (trx, { sourceSystem, document }, { supersedesEarlier }) => ({
      known: await knownOrder(trx, itemKey(sourceSystem, document.orderNumber)),
      supersedesEarlier,
    }),
    decide: decideCancelInboundOrder,
    apply: (trx, { sourceSystem, messageId, document }, plan, _context, { known }) =>
      writeCancellation(trx, itemKey(sourceSystem, document.orderNumber), messageId, plan, known),
  }),
};

async function knownOrder(trx: AppTrx, orderKey: string): Promise<KnownOrder | null> {
  const order = await trx.one(knownOrderRow.lock[trx.dialect], { orderKey });
  if (!order) return null;
  const lines = await trx.all(inboundLinesOf, { orderKey });
  return {
    warehouse: order.warehouse,
    status: order.status as InboundOrderStatus,
    lines: lines.map((line) => ({
      lineNumber: line.line_number,
      item: itemNumberOf(line.item_key),
      unit: line.unit,
      quantityBase: line.quantity_base,
      underPercent: Number(line.under_percent),
      inventoryStatus: line.inventory_status,
      owner: line.owner,
      lot: line.lot,
      status: line.status as InboundLineStatus,
      registeredBase: line.registered_base,
      receivedBase: line.received_base,
    })),
  };
}

interface OrderMessage {
  readonly sourceSystem: string;
  readonly messageId: string;
  readonly document: InboundOrderDocument;
}

async function writeOrder(
  trx: AppTrx,
  { sourceSystem, messageId, document }: OrderMessage,
  plan: PutInboundOrderPlan,
  known: KnownOrder | null,
): Promise<void> {
  const { orderNumber, warehouse } = document;
  const orderKey = itemKey(sourceSystem, orderNumber);
  const row = {
    orderKey,
    warehouse,
    orderType: document.orderType ?? '',
    status: plan.status,
    messageId,
    document: JSON.stringify(headerOf(document)),
    at: trx.now,
  };
  if (known) await trx.one(updateOrder, row);
  else await trx.one(insertOrder, { ...row, sourceSystem, orderNumber });
  const rows = plan.lines.map((line) => ({
    ...orderedRow(orderKey, line),
    cross_dock_source: line.document.crossDockSource ?? null,
  }));
  if (known) await orderLines.put(trx, rows);
  else await orderLines.insert(trx, rows);
  await orderLines.remove(
    trx,
    plan.removed.map((lineNumber) => ({ order_key: orderKey, line_number: lineNumber })),
  );
  await keepLoads(trx, { orderKey, sourceSystem, warehouse, isNew: known === null });
  publishOrder(trx, orderKey, warehouse);
  if (known && known.warehouse !== warehouse) publishOrder(trx, orderKey, known.warehouse, true);
}

/** The order's own words without its lines; instants in UTC, as everybody gets them. */
function headerOf({ lines: _, ...header }: InboundOrderDocument): object {
  return inUtc(header, ['plannedReceiptStart', 'plannedReceiptEnd']);
}

async function writeCancellation(
  trx: AppTrx,
  orderKey: string,
  messageId: string,
  plan: CancelInboundOrderPlan,
  known: KnownOrder | null,
): Promise<void> {
  if (plan.status === null || !known) return;
  await trx.one(setOrderStatus, { orderKey, status: plan.status, messageId, at: trx.now });
  for (const line of plan.lines) await trx.one(setLineStatus, { orderKey, ...line });
  if (plan.status === 'cancelled') await leaveLoads(trx, orderKey);
  publishOrder(trx, orderKey, known.warehouse);
}

function publishOrder(trx: AppTrx, key: string, warehouse: string, deleted = false): void {
  trx.publish({ kind: 'thing', thing: 'inboundOrder', key, warehouse, deleted });
}
