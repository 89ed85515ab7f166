import { statement } from '../platform/db/statement.ts';

export const shipmentShown = statement<{ shipment: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .selectAll()
    .where('shipment', '=', p('shipment'))
    .where('warehouse', '=', p('warehouse'))
    .where('status', 'not in', ['shipped', 'cancelled']),
);

export const ordersShown = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['o.order_number', 'o.document', 'o.hold_codes'])
    .distinct()
    .where('l.shipment', '=', p('shipment'))
    .orderBy('o.order_number'),
);

export const linesShown = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as s')
    .innerJoin('outbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 's.order_key').onRef('l.line_number', '=', 's.line_number'),
    )
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select([
      's.order_key',
      's.line_number',
      's.quantity_base',
      's.picked_base',
      'l.item_key',
      'i.number',
      'i.description',
      'i.base_unit',
      'i.decimals',
    ])
    .where('s.shipment', '=', p('shipment'))
    .orderBy('s.order_key')
    .orderBy('s.line_number'),
);

export const goodsShown = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'r.warehouse').onRef('l.code', '=', 'r.location'),
    )
    .selectAll('r')
    .select('l.type as location_type')
    .where('r.shipment', '=', p('shipment'))
    .where('r.state', '=', 'picked')
    .orderBy('r.id'),
);

export const openWorkShown = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', ['held', 'open'])
    .orderBy('id'),
);

export const loadShown = statement<{ load: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_load')
    .selectAll()
    .where('load_number', '=', p('load'))
    .where('warehouse', '=', p('warehouse'))
    .where('status', 'not in', ['shipped', 'cancelled']),
);

export const shipmentsShown = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select('shipment')
    .where('load_number', '=', p('load'))
    .where('status', 'not in', ['shipped', 'cancelled'])
    .orderBy('shipment'),
);
