import { bulkTable } from '../platform/db/bulk.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { rowByRow, undoneWork } from '../platform/facts/literals.ts';
import { orderedColumns } from './ordered-row.ts';

/** The order's row: who locks it keeps everybody else from reserving, releasing or shipping it. */
export const knownOutboundOrderRow = lockingStatement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['warehouse', 'status', 'priority', 'hold_codes', 'consignee', 'carrier', 'document'])
    .where('order_key', '=', p('orderKey')),
);

export const linesOfOutboundOrder = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('outbound_order_line').selectAll().where('order_key', '=', p('orderKey')).orderBy('line_number'),
);

/** Lines that were on a shipment once. */
export const everReleased = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line')
    .select('line_number')
    .distinct()
    .where('order_key', '=', p('orderKey'))
    .orderBy('line_number'),
);

/** Shipments of an order that have not gone and hold something of another order too. */
export const sharedShipmentsOf = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment as s')
    .innerJoin('outbound_shipment_line as l', 'l.shipment', 's.shipment')
    .innerJoin('outbound_shipment_line as x', (join) =>
      join.onRef('x.shipment', '=', 's.shipment').onRef('x.order_key', '<>', 'l.order_key'),
    )
    .select('s.shipment')
    .distinct()
    .where('l.order_key', '=', p('orderKey'))
    .where('l.quantity_base', '>', 0)
    .where('x.quantity_base', '>', 0)
    .where('s.status', 'not in', ['shipped', 'cancelled'])
    .orderBy('s.shipment'),
);

interface OrderColumns {
  orderKey: string;
  warehouse: string;
  orderType: string;
  status: string;
  priority: number;
  shipComplete: number;
  holdCodes: string;
  cutoffAt: number | null;
  shipBy: number | null;
  consignee: string;
  carrier: string;
  messageId: string;
  document: string;
  at: number;
}

export const insertOutboundOrder = statement<
  OrderColumns & { sourceSystem: string; orderNumber: string; ownNumber: string | null; createdAt: number }
>()((k, p) =>
  k.insertInto('outbound_order').values({
    order_key: p('orderKey'),
    source_system: p('sourceSystem'),
    order_number: p('orderNumber'),
    own_number: p('ownNumber'),
    warehouse: p('warehouse'),
    order_type: p('orderType'),
    status: p('status'),
    priority: p('priority'),
    ship_complete: p('shipComplete'),
    hold_codes: p('holdCodes'),
    cutoff_at: p('cutoffAt'),
    ship_by: p('shipBy'),
    consignee: p('consignee'),
    carrier: p('carrier'),
    message_id: p('messageId'),
    document: p('document'),
    created_at: p('createdAt'),
    changed_at: p('at'),
    version: 1,
  }),
);

export const updateOutboundOrder = statement<OrderColumns>()((k, p) =>
  k
    .updateTable('outbound_order')
    .set((eb) => ({
      warehouse: p('warehouse'),
      order_type: p('orderType'),
      status: p('status'),
      priority: p('priority'),
      ship_complete: p('shipComplete'),
      hold_codes: p('holdCodes'),
      cutoff_at: p('cutoffAt'),
      ship_by: p('shipBy'),
      consignee: p('consignee'),
      carrier: p('carrier'),
      message_id: p('messageId'),
      document: p('document'),
      changed_at: p('at'),
      version: eb('version', '+', 1),
    }))
    .where('order_key', '=', p('orderKey')),
);

export const setOutboundOrderStatus = statement<{
  orderKey: string;
  status: string;
  messageId: string | null;
  at: number;
}>()((k, p) =>
  k
    .updateTable('outbound_order')
    .set((eb) => ({
      status: p('status'),
      message_id: eb.fn.coalesce(p('messageId'), 'message_id'),
      changed_at: p('at'),
      version: eb('version', '+', 1),
    }))
    .where('order_key', '=', p('orderKey')),
);

/** Everything of a line that an ERP says; what the floor did with it is not touched. */
export const outboundLines = bulkTable(
  'outbound_order_line',
  [
    ...orderedColumns,
    ['serial', 'text'],
    ['sellable_days', 'bigint'],
    ['substitutes', 'text'],
    ['cancelled_base', 'bigint'],
    ['cross_dock_source', 'text'],
    ['cross_dock_base', 'bigint'],
  ],
  ['order_key', 'line_number'],
);

/** What is not shipped of a line is no longer wanted, and not waited for either. */
export const cancelLine = statement<{
  orderKey: string;
  line: number;
  status: string;
  cancelledBase: number;
  reason: string | null;
}>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set({
      status: p('status'),
      cancelled_base: p('cancelledBase'),
      cancel_reason: p('reason'),
      backorder_reason: null,
      expected_on: null,
    })
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** Shipments of an order that have not gone yet go where the order goes now. */
export const redirectShipments = statement<{ orderKey: string; consignee: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ consignee: p('consignee'), version: eb('version', '+', 1) }))
    .where('status', 'not in', ['shipped', 'cancelled'])
    .where('consignee', '<>', p('consignee'))
    .where('shipment', 'in', (eb) =>
      eb.selectFrom('outbound_shipment_line').select('shipment').where('order_key', '=', p('orderKey')),
    ),
);

/** Work for an order ranks as the order does now. */
export const rankWork = statement<{ orderKey: string; priority: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ priority: p('priority'), version: eb('version', '+', 1) }))
    .where('order_key', '=', p('orderKey'))
    .where('status', 'in', undoneWork)
    .where('priority', 'is distinct from', p('priority')),
);

/** Orders of a warehouse by their number there or at their source system. */
export const outboundNamed = statement<{ order: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['order_key', 'source_system'])
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .where((eb) => eb.or([eb('order_number', '=', p('order')), eb('own_number', '=', p('order'))]))
    .orderBy('order_key'),
);

export const setHoldCodes = statement<{ orderKey: string; holdCodes: string; at: number }>()((k, p) =>
  k
    .updateTable('outbound_order')
    .set((eb) => ({ hold_codes: p('holdCodes'), changed_at: p('at'), version: eb('version', '+', 1) }))
    .where('order_key', '=', p('orderKey')),
);
