import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { rowByRow, undoneWork } from '../platform/facts/literals.ts';
import { isNumbered } from '../platform/facts/outbound-orders.queries.ts';

const columns = [
  'shipment',
  'load_number',
  'warehouse',
  'source_system',
  'status',
  'consignee',
  'carrier',
  'wave',
] as const;

export const shipmentNumbered = lockingStatement<{ warehouse: string; shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select(columns)
    .where('shipment', '=', p('shipment'))
    .where('warehouse', '=', p('warehouse')),
);

export const shipmentsOnLoad = lockingStatement<{ warehouse: string; load: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select(columns)
    .where('load_number', '=', p('load'))
    .where('warehouse', '=', p('warehouse'))
    .orderBy('shipment'),
);

export const shipmentsWithOrder = statement<{ warehouse: string; order: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['l.shipment', 'l.order_key'])
    .distinct()
    .where(isNumbered('o', p('order')))
    .where(rowByRow('o.warehouse'), '=', p('warehouse'))
    .orderBy('l.shipment'),
);

export const ordersNumbered = statement<{ warehouse: string; order: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['order_key', 'order_number', 'source_system'])
    .where(isNumbered('outbound_order', p('order')))
    .where(rowByRow('warehouse'), '=', p('warehouse')),
);

/** What of an order's lines is on no shipment. The order is locked with its shipments. */
export const unreleasedOfOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line')
    .select(['order_key as order', 'line_number as line', 'reserved_base as reservedBase'])
    .select((eb) =>
      eb(eb('quantity_base', '-', eb.ref('cancelled_base')), '-', eb.ref('released_base'))
        .$castTo<number>()
        .as('restBase'),
    )
    .where('order_key', '=', p('orderKey'))
    .where('status', '=', 'open')
    .where((eb) => eb('quantity_base', '>', eb('released_base', '+', eb.ref('cancelled_base'))))
    .orderBy('line_number'),
);

export const loadNumbered = lockingStatement<{ load: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_load')
    .select(['load_number', 'status', 'carrier', 'departs_at'])
    .where('load_number', '=', p('load'))
    .where('warehouse', '=', p('warehouse')),
);

export const linesOfShipment = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line')
    .selectAll()
    .where('shipment', '=', p('shipment'))
    .orderBy('order_key')
    .orderBy('line_number'),
);

export const openWorkOfShipment = lockingStatement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'status', 'claimed_by', 'claimed_at'])
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', undoneWork)
    .orderBy('id'),
);

export const pickedOfWork = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line')
    .select((eb) => eb.fn.sum<number>('picked_base').as('picked_base'))
    .where('work', '=', p('work')),
);

/** Orders of a shipment, locked: nobody changes or cancels them while they are shipped. */
export const ordersOfShipment = lockingStatement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .selectAll()
    .where((eb) =>
      eb(
        'order_key',
        'in',
        eb.selectFrom('outbound_shipment_line').select('order_key').where('shipment', '=', p('shipment')),
      ),
    )
    .orderBy('order_key'),
);
