import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';
import { rowByRow, undoneWork } from '../platform/facts/literals.ts';

export const shipmentsShown = statement<{ shipments: readonly string[]; warehouse: string }>()((k, p, dialect) =>
  k
    .selectFrom('outbound_shipment')
    .selectAll()
    .where(isOneOf(dialect, 'shipment', p('shipments')))
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .where('status', 'not in', ['shipped', 'cancelled']),
);

interface OfShipments {
  readonly shipments: readonly string[];
}

export const ordersShown = statement<OfShipments>()((k, p, dialect) =>
  k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['l.shipment', 'l.order_key', 'o.order_number', 'o.document', 'o.hold_codes'])
    .distinct()
    .where(isOneOf(dialect, 'l.shipment', p('shipments')))
    .orderBy('o.order_number'),
);

export const linesShown = statement<OfShipments>()((k, p, dialect) =>
  k
    .selectFrom('outbound_shipment_line as s')
    .innerJoin('outbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 's.order_key').onRef('l.line_number', '=', 's.line_number'),
    )
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select([
      's.shipment',
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
    .where(isOneOf(dialect, 's.shipment', p('shipments')))
    .orderBy('s.order_key')
    .orderBy('s.line_number'),
);

/** What of shipments is not picked, line by line. */
export const restShown = statement<OfShipments>()((k, p, dialect) =>
  k
    .selectFrom('outbound_shipment_line as s')
    .innerJoin('outbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 's.order_key').onRef('l.line_number', '=', 's.line_number'),
    )
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['s.shipment', 's.order_key', 's.line_number', 'i.number', 'i.base_unit', 'i.decimals'])
    .select((eb) => eb('s.quantity_base', '-', eb.ref('s.picked_base')).$castTo<number>().as('rest_base'))
    .where(isOneOf(dialect, 's.shipment', p('shipments')))
    .whereRef('s.quantity_base', '>', 's.picked_base')
    .orderBy('s.order_key')
    .orderBy('s.line_number'),
);

/** Lines of orders of shipments of which something is on no shipment. */
export const unreleasedShown = statement<OfShipments>()((k, p, dialect) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.order_key', 'l.line_number', 'l.item_key', 'i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .select((eb) =>
      eb(eb('l.quantity_base', '-', eb.ref('l.released_base')), '-', eb.ref('l.cancelled_base'))
        .$castTo<number>()
        .as('rest_base'),
    )
    .where('l.order_key', 'in', (eb) =>
      eb
        .selectFrom('outbound_shipment_line as s')
        .select('s.order_key')
        .where(isOneOf(dialect, 's.shipment', p('shipments'))),
    )
    .where('l.status', '=', 'open')
    .where((eb) => eb('l.quantity_base', '>', eb('l.released_base', '+', eb.ref('l.cancelled_base'))))
    .orderBy('l.order_key')
    .orderBy('l.line_number'),
);

export const goodsShown = statement<OfShipments>()((k, p, dialect) =>
  k
    .selectFrom('reservation as r')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'r.warehouse').onRef('l.code', '=', 'r.location'),
    )
    .selectAll('r')
    .select('l.type as location_type')
    .where(isOneOf(dialect, 'r.shipment', p('shipments')))
    .where('r.state', '=', 'picked')
    .orderBy('r.id'),
);

export const openWorkShown = statement<OfShipments>()((k, p, dialect) =>
  k
    .selectFrom('work')
    .select(['id', 'shipment'])
    .where(isOneOf(dialect, 'shipment', p('shipments')))
    .where('status', 'in', undoneWork)
    .orderBy('id'),
);

export const loadsShown = statement<{ loads: readonly string[]; warehouse: string }>()((k, p, dialect) =>
  k
    .selectFrom('outbound_load')
    .selectAll()
    .where(isOneOf(dialect, 'load_number', p('loads')))
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .where('status', 'not in', ['shipped', 'cancelled']),
);

export const shipmentsOnLoads = statement<{ loads: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('outbound_shipment')
    .select(['shipment', 'load_number'])
    .where(isOneOf(dialect, 'load_number', p('loads')))
    .where('status', 'not in', ['shipped', 'cancelled'])
    .orderBy('shipment'),
);
