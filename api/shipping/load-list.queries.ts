import type { Runner } from '../platform/db/connection.ts';
import { beginsWith, isBehind } from '../platform/db/lists.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';
import { undoneWork } from '../platform/facts/literals.ts';
import type { Position } from '../platform/http/pages.ts';

const loadWhole = statement<{ load: string }>()((k, p) =>
  k.selectFrom('outbound_load').selectAll().where('load_number', '=', p('load')),
);

export type OutboundLoadColumns = RowOf<typeof loadWhole>;

export function outboundLoadNumbered(read: Runner, load: string): Promise<OutboundLoadColumns | undefined> {
  return read.one(loadWhole, { load });
}

interface LoadsAsked {
  readonly warehouse: string;
  readonly status?: 'open' | 'shipped' | 'cancelled' | undefined;
  readonly search?: string | undefined;
  readonly before: Position | undefined;
  readonly limit: number;
}

/** Outbound loads of a warehouse, newest first; found by their number, a shipment or an order on them. */
export function newestOutboundLoads(
  read: Runner,
  { warehouse, status, search, before, limit }: LoadsAsked,
): Promise<OutboundLoadColumns[]> {
  let loads = read.k.selectFrom('outbound_load').selectAll().where('warehouse', '=', warehouse);
  if (status === 'open') loads = loads.where('status', 'not in', ['shipped', 'cancelled']);
  else if (status !== undefined) loads = loads.where('status', '=', status);
  if (search !== undefined) {
    loads = loads.where((eb) =>
      eb.or([
        beginsWith('outbound_load.load_number', search),
        eb.exists(
          eb
            .selectFrom('outbound_shipment as s')
            .leftJoin('outbound_shipment_line as l', 'l.shipment', 's.shipment')
            .leftJoin('outbound_order as o', 'o.order_key', 'l.order_key')
            .select('s.shipment')
            .whereRef('s.load_number', '=', 'outbound_load.load_number')
            .where((of) => of.or([beginsWith('s.shipment', search), beginsWith('o.order_number', search)])),
        ),
      ]),
    );
  }
  if (before) loads = loads.where(isBehind('created_at', 'load_number', before));
  return loads.orderBy('created_at', 'desc').orderBy('load_number', 'desc').limit(limit).execute();
}

/** How many shipments are on each load, and how many of them are picked whole, loaded or gone. */
export function shipmentsCounted(read: Runner, loads: readonly string[]) {
  return read.k
    .selectFrom('outbound_shipment')
    .select(['load_number', (eb) => eb.fn.countAll<number>().as('shipments')])
    .select((eb) =>
      eb.fn
        .sum<number>(eb.case().when('status', 'in', ['picked', 'loaded', 'shipped']).then(1).else(0).end())
        .as('picked'),
    )
    .where('load_number', 'in', loads)
    .where('status', '<>', 'cancelled')
    .groupBy('load_number')
    .execute();
}

export function worksOfLoads(read: Runner, loads: readonly string[]) {
  return read.k
    .selectFrom('work as w')
    .innerJoin('outbound_shipment as s', 's.shipment', 'w.shipment')
    .select(['s.load_number', (eb) => eb.fn.countAll<number>().as('works')])
    .select((eb) => eb.fn.sum<number>(eb.case().when('w.status', '=', 'closed').then(1).else(0).end()).as('done'))
    .where('s.load_number', 'in', loads)
    .where('w.status', '<>', 'cancelled')
    .groupBy('s.load_number')
    .execute();
}

interface ShipmentsAsked {
  readonly warehouse: string;
  readonly load?: string | undefined;
  readonly status?: 'open' | 'shipped' | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
}

/** Shipments of a warehouse that were not cancelled, newest first. */
export function newestShipments(read: Runner, { warehouse, load, status, search, limit }: ShipmentsAsked) {
  let shipments = read.k
    .selectFrom('outbound_shipment')
    .selectAll()
    .where('warehouse', '=', warehouse)
    .where('status', '<>', 'cancelled');
  if (load !== undefined) shipments = shipments.where('load_number', '=', load);
  if (status === 'open') shipments = shipments.where('status', '<>', 'shipped');
  if (status === 'shipped') shipments = shipments.where('status', '=', 'shipped');
  if (search !== undefined) {
    shipments = shipments.where((eb) =>
      eb.or([
        beginsWith('outbound_shipment.shipment', search),
        eb.exists(
          eb
            .selectFrom('outbound_shipment_line as l')
            .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
            .select('l.shipment')
            .whereRef('l.shipment', '=', 'outbound_shipment.shipment')
            .where(beginsWith('o.order_number', search)),
        ),
      ]),
    );
  }
  return shipments.orderBy('shipment', 'desc').limit(limit).execute();
}

export type ShipmentColumns = Awaited<ReturnType<typeof newestShipments>>[number];

export function ordersOfShipments(read: Runner, shipments: readonly string[]) {
  return read.k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['l.shipment', 'o.order_number'])
    .distinct()
    .where('l.shipment', 'in', shipments)
    .orderBy('o.order_number')
    .execute();
}

export function linesOfShipments(read: Runner, shipments: readonly string[]) {
  return read.k
    .selectFrom('outbound_shipment_line')
    .select(['shipment', (eb) => eb.fn.countAll<number>().as('lines')])
    .select((eb) =>
      eb.fn.sum<number>(eb.case().when('picked_base', '>=', eb.ref('quantity_base')).then(1).else(0).end()).as('done'),
    )
    .where('shipment', 'in', shipments)
    .where('quantity_base', '>', 0)
    .groupBy('shipment')
    .execute();
}

export function openWorkOfShipments(read: Runner, shipments: readonly string[]) {
  return read.k
    .selectFrom('work')
    .select(['shipment', (eb) => eb.fn.countAll<number>().as('works')])
    .where('shipment', 'in', shipments)
    .where('status', 'in', undoneWork)
    .groupBy('shipment')
    .execute();
}

export function cartonsOfShipments(read: Runner, shipments: readonly string[]) {
  return read.k
    .selectFrom('carton')
    .select(['shipment', (eb) => eb.fn.countAll<number>().as('cartons')])
    .select((eb) => eb.fn.sum<number>(eb.case().when('status', '=', 'open').then(1).else(0).end()).as('open'))
    .where('shipment', 'in', shipments)
    .groupBy('shipment')
    .execute();
}

/** What of shipments is picked, plate by plate, and whether it stands at a door. */
export function unitsOfShipments(read: Runner, shipments: readonly string[]) {
  return read.k
    .selectFrom('reservation as r')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'r.warehouse').onRef('l.code', '=', 'r.location'),
    )
    .select(['r.shipment', 'r.license_plate'])
    .select((eb) => eb.fn.min<number>(eb.case().when('l.type', '=', 'door').then(1).else(0).end()).as('is_loaded'))
    .where('r.shipment', 'in', shipments)
    .where('r.state', '=', 'picked')
    .groupBy(['r.shipment', 'r.license_plate'])
    .execute();
}

/** The newest version of the packing slip of each shipment. */
export function slipsOfShipments(read: Runner, shipments: readonly string[]) {
  return read.k
    .selectFrom('shipment_document as s')
    .innerJoin('document as d', 'd.number', 's.document_number')
    .select(['s.load_number as shipment', 'd.number', 'd.version', 'd.active', 'd.posting_status'])
    .where('s.kind', '=', 'packing-slip')
    .where('s.load_number', 'in', shipments)
    .orderBy('d.version')
    .execute();
}

/** Doors of a warehouse that are in use, in walking order. */
export async function doorsOf(read: Runner, warehouse: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('location')
    .select('code')
    .where('warehouse', '=', warehouse)
    .where('type', '=', 'door')
    .where('active', '=', 1)
    .orderBy('walk_sequence')
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => code);
}
