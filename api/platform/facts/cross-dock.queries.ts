import { isOneOf } from '../db/lists.ts';
import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import { comingStatuses } from './coming-orders.ts';
import { none, openStatus, putawayType, rowByRow } from './literals.ts';

/** Lines that point to goods by their tag and are still to be filled, with what their orders say of their turn. */
export const wishesForItems = statement<{ warehouse: string; itemKeys: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.order_key', 'l.line_number', 'l.item_key', 'l.owner', 'l.inventory_status', 'l.lot', 'l.serial'])
    .select(['l.quantity_base', 'l.reserved_base', 'l.released_base', 'l.cancelled_base', 'l.sellable_days'])
    .select(['l.cross_dock_source', 'l.cross_dock_base', 'l.cross_docked_base', 'i.expiry_tracked'])
    .select(['o.order_number', 'o.source_system', 'o.priority', 'o.ship_by', 'o.cutoff_at', 'o.created_at'])
    .select('o.ship_complete')
    .where(isOneOf(dialect, 'l.item_key', p('itemKeys')))
    .where('l.cross_dock_source', 'is not', null)
    .where('l.status', '=', 'open')
    .where(rowByRow('o.warehouse'), '=', p('warehouse'))
    .where('o.status', '=', openStatus)
    .where('o.hold_codes', '=', '[]'),
);

export const openLinesOf = statement<{ orderKeys: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('outbound_order_line')
    .select((eb) => ['order_key', eb.fn.countAll<number>().as('lines')])
    .where(isOneOf(dialect, 'order_key', p('orderKeys')))
    .where('status', '=', 'open')
    .where((eb) => eb('quantity_base', '>', eb('released_base', '+', eb.ref('cancelled_base'))))
    .groupBy('order_key'),
);

const madeUpStatuses: readonly string[] = ['waved', 'in_process', 'picked'];

/** Where orders are made up: a row for each of their shipments that leave later, the newest first. */
export const madeUpAt = statement<{ orderKeys: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_shipment as s', 's.shipment', 'l.shipment')
    .select(['l.order_key', 's.shipment', 's.staging'])
    .distinct()
    .where(isOneOf(dialect, 'l.order_key', p('orderKeys')))
    .where('s.status', 'in', madeUpStatuses)
    .orderBy('s.shipment', 'desc'),
);

/** Orders on a shipment that wait, or have waited, for goods which come in for them. */
export const taggedOrdersOn = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as s')
    .innerJoin('outbound_order_line as l', 'l.order_key', 's.order_key')
    .select('s.order_key')
    .distinct()
    .where('s.shipment', '=', p('shipment'))
    .where('l.cross_dock_source', 'is not', null),
);

/** How much of an item came in under tags on a plate; without one, loose at a place. */
export const cameUnderTags = statement<{ itemKey: string; licensePlate: string; location: string }>()((k, p) =>
  k
    .selectFrom('inbound_order_line as l')
    .innerJoin('inbound_load_line as ll', (join) =>
      join.onRef('ll.order_key', '=', 'l.order_key').onRef('ll.line_number', '=', 'l.line_number'),
    )
    .innerJoin('registration as r', (join) =>
      join
        .onRef('r.load_number', '=', 'll.load_number')
        .onRef('r.order_key', '=', 'l.order_key')
        .onRef('r.line_number', '=', 'l.line_number'),
    )
    .select('l.cross_dock_source')
    .select((eb) => eb.fn.sum<number>('r.quantity_base').as('quantity_base'))
    .where('l.item_key', '=', p('itemKey'))
    .where('l.cross_dock_source', 'is not', null)
    .where('r.status', '=', 'active')
    .where('r.license_plate', '=', p('licensePlate'))
    .where((eb) => eb.or([eb('r.license_plate', '<>', ''), eb('r.location', '=', p('location'))]))
    .groupBy('l.cross_dock_source'),
);

/** The shipment of an order that is being made up, the newest first: more of the order goes with it. */
export const shipmentMadeUp = lockingStatement<{ orderKey: string }>('s')((k, p) =>
  k
    .selectFrom('outbound_shipment as s')
    .select(['s.shipment', 's.load_number', 's.status', 's.staging'])
    .where('s.status', 'in', madeUpStatuses)
    .where('s.shipment', 'in', (eb) =>
      eb.selectFrom('outbound_shipment_line').select('shipment').where('order_key', '=', p('orderKey')),
    )
    .orderBy('s.shipment', 'desc'),
);

/** Orders to receive that bring goods which tagged lines of an order wait for. */
export const comingForOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('inbound_order_line as i', (join) =>
      join.onRef('i.item_key', '=', 'l.item_key').onRef('i.cross_dock_source', '=', 'l.cross_dock_source'),
    )
    .innerJoin('inbound_order as o', 'o.order_key', 'i.order_key')
    .select(['o.order_key', 'o.warehouse'])
    .distinct()
    .where('l.order_key', '=', p('orderKey'))
    .where('l.cross_dock_source', 'is not', null)
    .where('i.cross_dock_source', 'is not', null)
    .where('o.status', 'in', comingStatuses),
);

/**
 * Open put-away of goods that may be meant for tagged lines of an order: that of their plate, or of one that carries it.
 */
export const putAwayForOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .withRecursive('carrying', (db) =>
      db
        .selectFrom('outbound_order_line as l')
        .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
        .innerJoin('balance as b', (join) =>
          join.onRef('b.item_key', '=', 'l.item_key').onRef('b.warehouse', '=', 'o.warehouse'),
        )
        .select('b.license_plate as number')
        .where('l.order_key', '=', p('orderKey'))
        .where('l.cross_dock_source', 'is not', null)
        .where('b.license_plate', '<>', none)
        .union(
          db
            .selectFrom('license_plate as g')
            .innerJoin('carrying as c', 'c.number', 'g.number')
            .select((eb) => eb.ref('g.parent').$notNull().as('number'))
            .where('g.parent', 'is not', null),
        ),
    )
    .selectFrom('work as w')
    .select(['w.id', 'w.warehouse'])
    .where('w.license_plate', 'in', (eb) => eb.selectFrom('carrying').select('carrying.number'))
    .where('w.status', '=', openStatus)
    .where('w.type', '=', putawayType),
);

/** The same of goods that stand on no plate. */
export const loosePutAwayForOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .innerJoin('balance as b', (join) =>
      join.onRef('b.item_key', '=', 'l.item_key').onRef('b.warehouse', '=', 'o.warehouse'),
    )
    .innerJoin('work as w', (join) =>
      join.onRef('w.item_key', '=', 'b.item_key').onRef('w.from_location', '=', 'b.location'),
    )
    .select(['w.id', 'w.warehouse'])
    .distinct()
    .where('l.order_key', '=', p('orderKey'))
    .where('l.cross_dock_source', 'is not', null)
    .where('b.license_plate', '=', none)
    .where('w.license_plate', 'is', null)
    .where('w.status', '=', openStatus)
    .where('w.type', '=', putawayType),
);

/** A line got goods from the dock: they are released and picked in one breath. */
export const crossDockLine = statement<{ orderKey: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({
      released_base: eb('released_base', '+', p('quantityBase')),
      picked_base: eb('picked_base', '+', p('quantityBase')),
      cross_docked_base: eb('cross_docked_base', '+', p('quantityBase')),
    }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** Goods of a shipment are where it is made up. */
export const stageShipment = statement<{ shipment: string; location: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({
      staging: eb.fn.coalesce('staging', p('location')),
      status: eb.case().when('status', '=', 'waved').then('in_process').else(eb.ref('status')).end(),
      version: eb('version', '+', 1),
    }))
    .where('shipment', '=', p('shipment')),
);
