import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';

const loadColumns = [
  'd.load_number',
  'd.warehouse',
  'd.source_system',
  'd.status',
  'd.made_by',
  'd.shipped_at',
  'd.document',
  'd.created_at',
  'x.settings',
] as const;

/** Open loads of a warehouse, oldest first; only those of these numbers, where some are given. */
export function openLoads(read: Runner, warehouse: string, numbers?: readonly string[]) {
  const query = read.k
    .selectFrom('inbound_load as d')
    .innerJoin('source_system as x', 'x.code', 'd.source_system')
    .select(loadColumns)
    // Loads that are made at completion are nobody's business before.
    .where('d.made_by', '<>', 'completion')
    .where('d.warehouse', '=', warehouse)
    .where('d.status', '=', sql.lit('open'));
  const asked = numbers === undefined ? query : query.where('d.load_number', 'in', numbers);
  return asked.orderBy('d.created_at').orderBy('d.load_number').execute();
}

export type OpenLoadRow = Awaited<ReturnType<typeof openLoads>>[number];

/** The orders on loads, each with its shipment. */
export function ordersOfLoads(read: Runner, loads: readonly string[]) {
  return read.k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_order as o', 'o.order_key', 's.order_key')
    .select(['s.load_number', 's.order_key', 's.shipment', 'o.order_number'])
    .where('s.load_number', 'in', loads)
    .orderBy('s.load_number')
    .orderBy('s.order_key')
    .execute();
}

/** What loads are to bring of each order line, and what is registered there; lines that are gone are left out. */
export function linesOfLoads(read: Runner, loads: readonly string[]) {
  return read.k
    .selectFrom('inbound_load_line as n')
    .innerJoin('inbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 'n.order_key').onRef('l.line_number', '=', 'n.line_number'),
    )
    .innerJoin('inbound_order as o', 'o.order_key', 'n.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .selectAll('n')
    .select(['o.order_number', 'i.number as item_number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('n.load_number', 'in', loads)
    .orderBy('n.load_number')
    .orderBy('n.order_key')
    .orderBy('n.line_number')
    .execute();
}

export interface PlatesAsked {
  readonly warehouse: string;
  readonly load?: string | undefined;
  readonly plates?: readonly string[] | undefined;
  /** Also of loads that are completed. */
  readonly isOfAnyLoad?: boolean;
}

/**
 * Announced plates of open loads with what is to be on each, a row for each line; one without a line for a plate that
 * only carries others.
 */
export function announcedPlates(read: Runner, { warehouse, load, plates, isOfAnyLoad = false }: PlatesAsked) {
  let query = read.k
    .selectFrom('expected_plate as e')
    .innerJoin('inbound_load as d', 'd.load_number', 'e.load_number')
    .leftJoin('expected_line as x', (join) =>
      join.onRef('x.license_plate', '=', 'e.license_plate').onRef('x.load_number', '=', 'e.load_number'),
    )
    .leftJoin('inbound_order as o', 'o.order_key', 'x.order_key')
    .leftJoin('item as i', 'i.item_key', 'x.item_key')
    .select(['e.license_plate', 'e.load_number', 'e.shipment', 'e.parent'])
    .select(['x.position', 'x.order_key', 'x.line_number', 'x.item_key', 'x.quantity_base', 'x.registered_base'])
    .select(['x.lot', 'x.expiry_date', 'x.serials', 'x.inventory_status'])
    .select(['o.order_number', 'i.number as item_number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('d.warehouse', '=', warehouse);
  if (!isOfAnyLoad) query = query.where('d.status', '=', sql.lit('open'));
  if (load !== undefined) query = query.where('e.load_number', '=', load);
  if (plates !== undefined) query = query.where('e.license_plate', 'in', plates);
  return query.orderBy('e.load_number').orderBy('e.license_plate').orderBy('x.position').execute();
}

export type AnnouncedRow = Awaited<ReturnType<typeof announcedPlates>>[number];

/** How many plates loads announce, and of how many all is registered. Plates that only carry others do not count. */
export function platesOfLoads(read: Runner, loads: readonly string[]) {
  return read.k
    .with('plate', (db) =>
      db
        .selectFrom('expected_plate as e')
        .innerJoin('expected_line as x', (join) =>
          join.onRef('x.license_plate', '=', 'e.license_plate').onRef('x.load_number', '=', 'e.load_number'),
        )
        .select(['e.load_number', 'e.license_plate'])
        .select(sql<number>`min(case when x.registered_base >= x.quantity_base then 1 else 0 end)`.as('is_received'))
        .where('e.load_number', 'in', loads)
        .groupBy(['e.load_number', 'e.license_plate']),
    )
    .selectFrom('plate')
    .select((eb) => ['load_number', eb.fn.countAll<number>().as('announced')])
    .select(sql<number>`cast(sum(is_received) as bigint)`.as('received'))
    .groupBy('load_number')
    .execute();
}

/** Registrations on plates of a load that stand and are on no receipt, in the order they were made. */
export function registrationsOnPlates(read: Runner, load: string, plates: readonly string[]) {
  return read.k
    .selectFrom('registration as r')
    .innerJoin('inbound_order as o', 'o.order_key', 'r.order_key')
    .innerJoin('item as i', 'i.item_key', 'r.item_key')
    .select(['r.id', 'r.license_plate', 'r.line_number', 'r.quantity_base', 'r.lot', 'r.serial'])
    .select(['o.order_number', 'i.number as item_number', 'i.base_unit', 'i.decimals'])
    .where('r.load_number', '=', load)
    .where('r.license_plate', 'in', plates)
    .where('r.status', '=', 'active')
    .where('r.document_number', 'is', null)
    .orderBy('r.id')
    .execute();
}

/** The warehouse of the open load that is asked about, or that announces the plate. */
export function warehouseExpecting(
  read: Runner,
  { load, licensePlate }: { readonly load?: string | undefined; readonly licensePlate?: string | undefined },
) {
  const open = read.k.selectFrom('inbound_load as d').select('d.warehouse').where('d.status', '=', 'open');
  const query =
    load === undefined
      ? open.where('d.load_number', 'in', (sub) =>
          sub
            .selectFrom('expected_plate')
            .select('load_number')
            .where('license_plate', '=', licensePlate ?? ''),
        )
      : open.where('d.load_number', '=', load);
  return query.limit(1).executeTakeFirst();
}
