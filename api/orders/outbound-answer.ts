import { type Fraction, fromBase, fromBaseIn, meanPercent } from '#shared/kernel/quantity.ts';
import {
  type OutboundLineCounts,
  promisedBase,
  releaseStatusOf,
  shipmentStatusOf,
  unreleasedBase,
  unreservedBase,
} from '#shared/ledger/outbound-status.ts';
import type { OutboundAnswer } from '#shared/orders/outbound-answer.ts';
import { unitFractionOf } from '#shared/orders/unit-of-line.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { countsOf } from '../platform/facts/outbound-counts.ts';
import {
  type OutboundLineRow,
  type OutboundRow,
  outboundLinesWithItems,
  shipmentsOfOrder,
  slipsOfOrder,
} from './outbound-reads.queries.ts';

export async function readOutboundOrder(read: Runner, order: OutboundRow): Promise<OutboundAnswer> {
  const { order_key: orderKey } = order;
  const lines = await outboundLinesWithItems(read, [orderKey]);
  const shipments = new Map((await shipmentsOfOrder(read, orderKey)).map((row) => [row.shipment, row]));
  const holdCodes = JSON.parse(order.hold_codes) as string[];
  const counts = lines.map(countsOf);
  return {
    orderNumber: order.order_number,
    ownNumber: order.own_number ?? order.order_number,
    sourceSystem: order.source_system,
    direction: 'outbound',
    warehouse: order.warehouse,
    orderType: order.order_type,
    status: order.status as OutboundAnswer['status'],
    releaseStatus: releaseStatusOf(counts),
    shipmentStatus: shipmentStatusOf(counts),
    reservedPercent: reservedPercent(counts),
    priority: order.priority,
    shipComplete: order.ship_complete === 1,
    holdCodes,
    shipBy: order.ship_by === null ? null : instant(order.ship_by),
    cutoffAt: order.cutoff_at === null ? null : instant(order.cutoff_at),
    messageId: order.message_id,
    createdAt: instant(order.created_at),
    changedAt: instant(order.changed_at),
    header: JSON.parse(order.document) as Record<string, unknown>,
    shipments: [...shipments.values()].map((row) => ({
      shipment: row.shipment,
      load: row.load_number,
      wave: row.wave || null,
      status: row.status,
      createdAt: instant(row.created_at),
      confirmedAt: row.confirmed_at === null ? null : instant(row.confirmed_at),
    })),
    documents: await slipsOfOrder(read, orderKey),
    lines: lines.map((line) => lineAnswer(line, holdCodes)),
  };
}

/** How much of what is wanted is promised or gone already: the mean over the lines, for quantities of items have no sum. */
function reservedPercent(lines: readonly OutboundLineCounts[]): number {
  const wanted = lines.filter((line) => line.quantityBase > line.cancelledBase);
  const parts = wanted.map(({ reservedBase, releasedBase, quantityBase, cancelledBase }) => {
    return { doneBase: reservedBase + releasedBase, ofBase: quantityBase - cancelledBase };
  });
  return Math.floor(meanPercent(parts));
}

function lineAnswer(line: OutboundLineRow, holdCodes: readonly string[]): OutboundAnswer['lines'][number] {
  const { quantity, quantity_base: quantityBase, decimals } = line;
  const unit: Fraction = unitFractionOf({ quantity, quantityBase, decimals });
  const counts = countsOf(line);
  const isBackordered = line.backorder_reason !== null && unreleasedBase(counts) > 0;
  const steps = {
    reserved: promisedBase(counts, Number(line.waiting_base)),
    released: counts.releasedBase,
    picked: counts.pickedBase,
    shipped: counts.shippedBase,
    backordered: isBackordered ? unreservedBase(counts) : 0,
    cancelled: counts.cancelledBase,
    remaining: Math.max(0, quantityBase - counts.cancelledBase - counts.shippedBase),
  };
  const ofUnit = (base: number) => fromBaseIn(base, unit, decimals);
  const held = line.status === 'open' ? holdCodes : [];
  return {
    lineNumber: line.line_number,
    item: line.item_number,
    description: line.description,
    status: line.status as OutboundAnswer['status'],
    unit: line.unit,
    orderedQuantity: Number(quantity),
    reservedQuantity: ofUnit(steps.reserved),
    releasedQuantity: ofUnit(steps.released),
    pickedQuantity: ofUnit(steps.picked),
    shippedQuantity: ofUnit(steps.shipped),
    backorderedQuantity: ofUnit(steps.backordered),
    cancelledQuantity: ofUnit(steps.cancelled),
    remainingQuantity: ofUnit(steps.remaining),
    baseUnit: line.base_unit,
    base: {
      ordered: fromBase(quantityBase, decimals),
      reserved: fromBase(steps.reserved, decimals),
      released: fromBase(steps.released, decimals),
      picked: fromBase(steps.picked, decimals),
      shipped: fromBase(steps.shipped, decimals),
      backordered: fromBase(steps.backordered, decimals),
      cancelled: fromBase(steps.cancelled, decimals),
      remaining: fromBase(steps.remaining, decimals),
    },
    holdCodes: [...held],
    reasons: [
      ...held.map((code) => ({ kind: 'hold' as const, code, expectedOn: null })),
      ...(isBackordered && line.backorder_reason !== null
        ? [{ kind: 'backorder' as const, code: line.backorder_reason, expectedOn: line.expected_on }]
        : []),
      ...(counts.cancelledBase > 0
        ? [{ kind: 'cancelled' as const, code: line.cancel_reason ?? 'erp', expectedOn: null }]
        : []),
    ],
    overDeliveryPercent: Number(line.over_percent),
    underDeliveryPercent: Number(line.under_percent),
    lot: line.lot,
    serial: line.serial,
    inventoryStatus: line.inventory_status,
    owner: line.owner,
    sellableDays: line.sellable_days,
    substitutes: JSON.parse(line.substitutes) as string[],
  };
}
