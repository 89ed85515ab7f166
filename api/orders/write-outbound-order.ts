import { instantMs } from '#shared/kernel/instant.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import type { KnownOutboundOrder } from '#shared/orders/known-outbound-order.ts';
import { type OutboundOrderDocument, standardPriority } from '#shared/orders/outbound-order-document.ts';
import type { PlannedOutboundLine, PutOutboundOrderPlan } from '#shared/orders/outbound-order-facts.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { cancelReleased } from '../platform/facts/cancel-released.ts';
import { thingsForOrder } from '../platform/facts/cross-dock.ts';
import { giveUpPromises } from '../platform/facts/give-up-promises.ts';
import { changeOrderToReceive } from '../platform/facts/order-to-receive.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { reserveOrder } from '../platform/facts/reserve-order.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { inUtc } from './in-utc.ts';
import { orderedRow } from './ordered-row.ts';
import {
  cancelLine,
  insertOutboundOrder,
  outboundLines,
  rankWork,
  redirectShipments,
  updateOutboundOrder,
} from './outbound-order.queries.ts';
import { tellPickers } from './tell-pickers.ts';

interface OrderMessage {
  readonly sourceSystem: string;
  readonly messageId: string;
  readonly commandId: string;
  /** In ms. An order is as old as its ERP's message: of those alike the oldest is served first. */
  readonly receivedAt: number;
  readonly document: OutboundOrderDocument;
}

/**
 * Writes what `decidePutOutboundOrder` decided. What is no longer wanted is given back first, so that it may be promised
 * anew to the same order.
 */
export async function writeOutboundOrder(
  trx: AppTrx,
  { sourceSystem, messageId, commandId, receivedAt, document }: OrderMessage,
  plan: PutOutboundOrderPlan,
  known: KnownOutboundOrder | null,
): Promise<void> {
  const orderKey = itemKey(sourceSystem, document.orderNumber);
  if (known) await giveBack(trx, { orderKey, commandId }, plan);
  const row = { ...columnsOf(document), orderKey, status: plan.status, messageId, at: trx.now };
  const order = { ...row, holdCodes: JSON.stringify(plan.holdCodes) };
  if (known) await trx.one(updateOutboundOrder, order);
  else {
    const names = await namesOf(trx, sourceSystem, document.orderNumber);
    await trx.one(insertOutboundOrder, { ...order, ...names, createdAt: receivedAt });
  }
  const rows = plan.lines.map((line) => lineRow(orderKey, line));
  if (known) {
    // What pointed to goods that come in may point to others from now on, or to none: their devices hear of it too.
    for (const thing of await thingsForOrder(trx, orderKey)) trx.publish(thing);
    await outboundLines.put(trx, rows);
    await removeLines(trx, orderKey, plan);
    await tellTheFloor(trx, order);
    await changeOrderToReceive(trx, orderKey);
  } else await outboundLines.insert(trx, rows);
  const isWanting = plan.lines.some((line) => line.unreservedBase > 0);
  if (plan.reservesAtOnce && isWanting) await reserveOrder(trx, { orderKey, commandId });
  publishOrderStatus(trx, orderKey);
}

/** When the goods have to leave, in ms; null where the order says nothing of it. */
export function shipByOf({ requestedShippingEnd, requestedShippingStart }: OutboundOrderDocument): number | null {
  const text = requestedShippingEnd ?? requestedShippingStart;
  return text ? instantMs(text) : null;
}

/** Who gets the goods, as text that is equal for the same place. */
export function consigneeOf({ consignee, receiver, receivingWarehouse }: OutboundOrderDocument): string {
  const isGoing = (party: typeof receiver) => party?.name && party.address?.country;
  const to = isGoing(receiver) ? receiver : (consignee ?? receiver);
  const account = consignee?.account ?? undefined;
  const warehouse = receivingWarehouse ?? undefined;
  return canonicalJson({ account, warehouse, name: to?.name ?? undefined, address: to?.address ?? undefined });
}

async function giveBack(
  trx: AppTrx,
  { orderKey, commandId }: { readonly orderKey: string; readonly commandId: string },
  { lines, removed }: PutOutboundOrderPlan,
): Promise<void> {
  for (const { lineNumber: line, takeBackBase: quantityBase, giveUpBase } of lines) {
    if (quantityBase > 0) await cancelReleased(trx, { orderKey, line, quantityBase, promises: 'give-up', commandId });
    await giveUpPromises(trx, { orderKey, line, quantityBase: giveUpBase });
  }
  for (const { lineNumber: line, reservedBase } of removed) {
    await giveUpPromises(trx, { orderKey, line, quantityBase: reservedBase });
  }
}

/** A line that work was made for once stays, cancelled: that work tells of it. */
async function removeLines(trx: AppTrx, orderKey: string, { removed }: PutOutboundOrderPlan): Promise<void> {
  const isGone = removed.filter((line) => !line.wasReleased);
  await outboundLines.remove(
    trx,
    isGone.map(({ lineNumber }) => ({ order_key: orderKey, line_number: lineNumber })),
  );
  for (const { lineNumber: line, quantityBase, wasReleased } of removed) {
    if (!wasReleased) continue;
    await trx.one(cancelLine, { orderKey, line, status: 'cancelled', cancelledBase: quantityBase, reason: null });
  }
}

/** Shipments that have not gone go where the order goes now, and work ranks as the order does. */
async function tellTheFloor(
  trx: AppTrx,
  order: { readonly orderKey: string; readonly consignee: string; readonly priority: number },
): Promise<void> {
  const { orderKey, consignee, priority } = order;
  // With the order's status devices are told of its shipments too.
  await trx.one(redirectShipments, { orderKey, consignee });
  await trx.one(rankWork, { orderKey, priority });
  await tellPickers(trx, orderKey);
}

function columnsOf(document: OutboundOrderDocument) {
  return {
    warehouse: document.warehouse,
    orderType: document.orderType ?? '',
    priority: document.priority ?? standardPriority,
    shipComplete: document.shipComplete ? 1 : 0,
    cutoffAt: document.cutoffAt ? instantMs(document.cutoffAt) : null,
    shipBy: shipByOf(document),
    consignee: consigneeOf(document),
    carrier: document.carrier ?? '',
    document: JSON.stringify(headerOf(document)),
  };
}

/** How the order is called by its source system, and inside the warehouse where that is another number. */
async function namesOf(trx: AppTrx, sourceSystem: string, orderNumber: string) {
  const settings = await settingsOf(trx, sourceSystem);
  const { outboundOrderNumberPrefix: prefix, outboundOrderNumberSuffix: suffix } = settings;
  const isOurs = settings.outboundOrderNumberPolicy === 'sequence';
  const number = isOurs ? String(await trx.drawNumber('outbound-order')).padStart(8, '0') : orderNumber;
  const ownNumber = `${prefix}${number}${suffix}`;
  return { sourceSystem, orderNumber, ownNumber: ownNumber === orderNumber ? null : ownNumber };
}

const instants = [
  'requestedShippingStart',
  'requestedShippingEnd',
  'requestedDeliveryStart',
  'requestedDeliveryEnd',
  'cutoffAt',
] as const;

/** The order's own words without its lines; instants in UTC, as everybody gets them. */
export function headerOf({ lines: _, ...header }: OutboundOrderDocument): object {
  return inUtc(header, instants);
}

function lineRow(orderKey: string, line: PlannedOutboundLine) {
  return {
    ...orderedRow(orderKey, line),
    serial: line.serial,
    sellable_days: line.sellableDays,
    substitutes: JSON.stringify(line.substitutes),
    cancelled_base: line.cancelledBase,
    cross_dock_source: line.crossDock.source,
    cross_dock_base: line.crossDock.quantityBase,
  };
}
