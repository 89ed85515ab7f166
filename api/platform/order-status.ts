import { fromBase } from '#shared/kernel/quantity.ts';
import {
  promisedBase,
  releaseStatusOf,
  shipmentStatusOf,
  unreleasedBase,
  unreservedBase,
} from '#shared/ledger/outbound-status.ts';
import type { Runner } from './db/connection.ts';
import type { RowOf } from './db/statement.ts';
import { eventOf } from './events.ts';
import { thingsForOrder } from './facts/cross-dock.ts';
import { countsOf } from './facts/outbound-counts.ts';
import { shipmentsUnderWay } from './facts/shipments-under-way.queries.ts';
import { orderStatusHeader, orderStatusLines } from './order-status.queries.ts';
import type { NumberedRow, PublishedRow } from './published-row.ts';

/**
 * Rows with what is to be told of orders that changed: as they are now, each once however often it changed, behind all
 * other rows; and what devices are told of their shipments and of goods that may go straight to them. `position` is the
 * one before the first of these rows: no two rounds have the same.
 */
export async function withOrderStatus(
  runner: Runner,
  rows: readonly PublishedRow[],
  at: number,
  position: number,
): Promise<readonly NumberedRow[]> {
  const changed = new Set<string>();
  const others: NumberedRow[] = [];
  for (const row of rows) {
    if (row.kind === 'order-status') changed.add(row.orderKey);
    else others.push(row);
  }
  for (const orderKey of changed) others.push(...(await tellOf(runner, orderKey, at, position)));
  return others;
}

async function tellOf(runner: Runner, orderKey: string, at: number, position: number): Promise<NumberedRow[]> {
  const order = await runner.one(orderStatusHeader, { orderKey });
  if (!order) return [];
  const lines = await runner.all(orderStatusLines, { orderKey });
  const counts = lines.map(countsOf);
  const { order_number: orderNumber, source_system: sourceSystem, warehouse } = order;
  const status = {
    orderNumber,
    warehouse,
    status: order.status,
    releaseStatus: releaseStatusOf(counts),
    shipmentStatus: shipmentStatusOf(counts),
    holdCodes: JSON.parse(order.hold_codes) as string[],
  };
  const isTagged = lines.some((line) => line.cross_dock_source !== null);
  const things = isTagged ? await thingsForOrder(runner, orderKey) : [];
  const shipments = await shipmentsTold(runner, orderKey);
  const body = { ...status, at: new Date(at).toISOString(), lines: lines.map(lineOf) };
  const event = eventOf(
    {
      id: `${orderKey}.status.${position}`,
      type: 'order.status-changed',
      sourceSystem,
      warehouse,
      subject: orderNumber,
      data: status,
    },
    at,
  );
  return [
    { kind: 'feed', feed: 'order-status', sourceSystem, warehouse, subject: orderNumber, version: 1, body },
    event,
    ...things,
    ...shipments,
  ];
}

/** Who confirms a shipment is shown what of its orders does not go: that changes also where the shipment does not. */
async function shipmentsTold(runner: Runner, orderKey: string): Promise<NumberedRow[]> {
  const rows = await runner.all(shipmentsUnderWay.read, { orderKey });
  return rows.map(({ shipment: key, warehouse }) => ({
    kind: 'thing',
    thing: 'shipment',
    key,
    warehouse,
    deleted: false,
  }));
}

/** A line as its ERP is told of it, in the item's base unit. */
function lineOf(line: RowOf<typeof orderStatusLines>) {
  const counts = countsOf(line);
  const shown = (quantityBase: number) => fromBase(quantityBase, line.decimals);
  const isBackordered = line.backorder_reason !== null && unreleasedBase(counts) > 0;
  return {
    lineNumber: line.line_number,
    item: line.item_number,
    status: line.status,
    unit: line.base_unit,
    orderedQuantity: shown(line.quantity_base),
    reservedQuantity: shown(promisedBase(counts, Number(line.waiting_base))),
    releasedQuantity: shown(line.released_base),
    pickedQuantity: shown(line.picked_base),
    shippedQuantity: shown(line.shipped_base),
    backorderedQuantity: isBackordered ? shown(unreservedBase(counts)) : 0,
    cancelledQuantity: shown(line.cancelled_base),
    reason: isBackordered ? line.backorder_reason : null,
    expectedOn: isBackordered ? line.expected_on : null,
  };
}
