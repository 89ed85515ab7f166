import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';
import { openStatus } from '../platform/facts/literals.ts';
import { placeOfPlate } from '../platform/facts/plates.queries.ts';

/** The load that announces a plate: an open one where there is one, else the newest. */
export const loadOfPlate = statement<{ licensePlate: string }>()((k, p) =>
  k
    .selectFrom('expected_plate as e')
    .innerJoin('inbound_load as d', 'd.load_number', 'e.load_number')
    .select(['d.load_number as number', 'd.warehouse', 'd.status', 'd.source_system'])
    .where('e.license_plate', '=', p('licensePlate'))
    .orderBy(sql`case when d.status = 'open' then 0 else 1 end`)
    .orderBy('d.created_at', 'desc')
    .limit(1),
);

/** The shipment that brings a plate. */
export const shipmentOfPlate = statement<{ load: string; licensePlate: string }>()((k, p) =>
  k
    .selectFrom('expected_plate')
    .select('shipment')
    .where('load_number', '=', p('load'))
    .where('license_plate', '=', p('licensePlate')),
);

export const orderWithKey = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('inbound_order')
    .select(['order_key', 'order_number', 'source_system', 'warehouse', 'status'])
    .where('order_key', '=', p('orderKey')),
);

interface Asked {
  readonly load: string;
  readonly licensePlate: string;
}

const standsAt = placeOfPlate('t.license_plate').as('plate_location');

const waitingWork = sql<
  string | null
>`(select w.id from work w where w.license_plate = t.license_plate and w.status = ${openStatus} limit 1)`.as(
  'plate_work',
);

const lotHold = sql<
  string | null
>`(select h.hold from lot_hold h where h.item_key = x.item_key and h.lot = x.lot and h.status = 'active' limit 1)`.as(
  'lot_hold',
);

/**
 * A plate of a load and all that stand on it, however deep, each with its announced lines, what these are for, and where
 * the plate stands now; one row without a line for a plate that only carries others. `union` ends at whatever was seen.
 */
export const plateTree = statement<Asked>()((k, p) =>
  k
    .withRecursive('tree', (db) =>
      db
        .selectFrom('expected_plate as e')
        .select(['e.license_plate', 'e.parent'])
        .where('e.load_number', '=', p('load'))
        .where('e.license_plate', '=', p('licensePlate'))
        .union(
          db
            .selectFrom('expected_plate as c')
            .innerJoin('tree as t', 't.license_plate', 'c.parent')
            .select(['c.license_plate', 'c.parent'])
            .where('c.load_number', '=', p('load')),
        ),
    )
    .selectFrom('tree as t')
    .leftJoin('expected_line as x', (join) =>
      join.onRef('x.license_plate', '=', 't.license_plate').on('x.load_number', '=', p('load')),
    )
    .leftJoin('inbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 'x.order_key').onRef('l.line_number', '=', 'x.line_number'),
    )
    .leftJoin('inbound_load_line as n', (join) =>
      join
        .onRef('n.order_key', '=', 'x.order_key')
        .onRef('n.line_number', '=', 'x.line_number')
        .on('n.load_number', '=', p('load')),
    )
    .leftJoin('item as i', 'i.item_key', 'x.item_key')
    .leftJoin('lot as b', (join) => join.onRef('b.item_key', '=', 'x.item_key').onRef('b.lot', '=', 'x.lot'))
    .leftJoin('license_plate as g', 'g.number', 't.license_plate')
    .select(['t.license_plate', 't.parent', 'g.warehouse as plate_warehouse', 'g.parent as stands_on'])
    .select([standsAt, waitingWork])
    .select(['x.position', 'x.order_key', 'x.line_number', 'x.quantity_base', 'x.registered_base', 'x.lot'])
    .select(['x.expiry_date', 'x.serials', 'x.inventory_status'])
    .select(['i.item_key', 'i.number', 'i.source_system', 'i.base_unit', 'i.decimals'])
    .select(['i.lot_tracked', 'i.serial_tracked', 'i.expiry_tracked', 'i.shelf_life_days'])
    .select(['b.lot as known_lot', 'b.expiry_date as known_expiry', lotHold])
    .select([
      'l.item_key as ordered_item',
      'l.quantity_base as ordered_base',
      'l.over_percent',
      'l.under_percent',
      'l.inventory_status as ordered_status',
      'l.owner',
      'l.lot as ordered_lot',
      'l.status as line_status',
      'l.registered_base as line_registered_base',
      'l.received_base',
    ])
    .select(['n.expected_base', 'n.over_percent as load_over_percent', 'n.registered_base as on_load_base'])
    .orderBy('t.license_plate')
    .orderBy('x.position'),
);

export type PlateTreeRow = RowOf<typeof plateTree>;

const platesAtOnce = 500;

/** Whether what is announced of one of these plates was written anew after a position. */
export async function announcedAfter(read: Runner, plates: readonly string[], position: number): Promise<boolean> {
  for (let start = 0; start < plates.length; start += platesAtOnce) {
    const changed = await read.k
      .selectFrom('thing_change')
      .select('position')
      .where('kind', '=', 'announcement')
      .where('thing_key', 'in', plates.slice(start, start + platesAtOnce))
      .where('position', '>', position)
      .limit(1)
      .executeTakeFirst();
    if (changed) return true;
  }
  return false;
}
