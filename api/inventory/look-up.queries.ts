import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { none, rowByRow } from '../platform/facts/literals.ts';

/** Which stock is meant. */
export interface StockOf {
  readonly location?: string;
  readonly licensePlates?: readonly string[];
  readonly itemKey?: string;
  readonly lot?: string;
  readonly serial?: string;
}

/** More places than this are of no use to anyone in front of a shelf; totals count all of them up to here. */
const mostGroups = 2000;

/** Stock by place, plate, lot, status and owner. Serials are counted; where there is one it is named. */
export function stockGroups(read: Runner, warehouse: string, meant: StockOf) {
  let query = read.k
    .selectFrom('balance as b')
    .innerJoin('item as i', 'i.item_key', 'b.item_key')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'b.warehouse').onRef('l.code', '=', 'b.location'),
    )
    .leftJoin('lot as t', (join) => join.onRef('t.item_key', '=', 'b.item_key').onRef('t.lot', '=', 'b.lot'))
    .select([
      'b.location',
      'b.item_key',
      'b.owner',
      'b.lot',
      'b.inventory_status',
      'b.license_plate',
      'i.number',
      'i.source_system',
      'i.description',
      'i.base_unit',
      'i.decimals',
      'l.type as location_type',
      'l.walk_sequence',
      'l.active as location_active',
      't.expiry_date',
    ])
    .select([
      sql<number>`cast(sum(b.quantity_base) as bigint)`.as('quantity_base'),
      sql<number>`cast(sum(b.reserved_base) as bigint)`.as('reserved_base'),
      sql<string>`case when count(*) = 1 then min(b.serial) else '' end`.as('serial'),
    ])
    .where('b.quantity_base', '<>', 0);
  const { location, licensePlates, itemKey, lot, serial } = meant;
  query = query.where(location === undefined ? rowByRow('b.warehouse') : 'b.warehouse', '=', warehouse);
  if (location !== undefined) query = query.where('b.location', '=', location);
  if (licensePlates !== undefined)
    query = query.where('b.license_plate', 'in', licensePlates).where('b.license_plate', '<>', none);
  if (itemKey !== undefined) query = query.where('b.item_key', '=', itemKey);
  if (lot !== undefined) query = query.where('b.lot', '=', lot).where('b.lot', '<>', none);
  if (serial !== undefined) query = query.where('b.serial', '=', serial).where('b.serial', '<>', none);
  return query
    .groupBy(['b.location', 'b.item_key', 'b.owner', 'b.lot', 'b.inventory_status', 'b.license_plate'])
    .groupBy(['i.number', 'i.source_system', 'i.description', 'i.base_unit', 'i.decimals'])
    .groupBy(['l.type', 'l.walk_sequence', 'l.active', 't.expiry_date'])
    .orderBy('l.walk_sequence')
    .orderBy('b.location')
    .orderBy('b.license_plate')
    .orderBy('i.number')
    .orderBy('b.lot')
    .limit(mostGroups)
    .execute();
}

export type StockGroup = Awaited<ReturnType<typeof stockGroups>>[number];

/** Lines of open orders that still expect something: of an item, a lot of it, or an order. */
export function expectedOnOrders(
  read: Runner,
  warehouse: string,
  asked: { readonly itemKey?: string; readonly lot?: string; readonly orderKey?: string },
  limit: number,
) {
  let query = read.k
    .selectFrom('inbound_order_line as n')
    .innerJoin('inbound_order as o', 'o.order_key', 'n.order_key')
    .innerJoin('item as i', 'i.item_key', 'n.item_key')
    .select(['o.order_number', 'o.document', 'n.line_number', 'n.lot', 'n.quantity_base', 'n.registered_base'])
    .select(['i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('o.warehouse', '=', warehouse)
    .where('n.status', '=', sql.lit('open'))
    .whereRef('n.registered_base', '<', 'n.quantity_base');
  if (asked.itemKey !== undefined) query = query.where('n.item_key', '=', asked.itemKey);
  if (asked.lot !== undefined) query = query.where('n.lot', '=', asked.lot);
  if (asked.orderKey !== undefined) query = query.where('n.order_key', '=', asked.orderKey);
  return query.orderBy('o.created_at').orderBy('o.order_key').orderBy('n.line_number').limit(limit).execute();
}

/** What an open load is still to bring on a plate, and on those that stand on it, however deep. */
export function expectedOnPlate(read: Runner, warehouse: string, licensePlate: string) {
  return read.k
    .withRecursive('carried', (db) =>
      db
        .selectFrom('expected_plate as p')
        .innerJoin('inbound_load as l', 'l.load_number', 'p.load_number')
        .select(['p.load_number', 'p.license_plate'])
        .where('p.license_plate', '=', licensePlate)
        .where('l.warehouse', '=', warehouse)
        .where('l.status', '=', 'open')
        .union(
          db
            .selectFrom('expected_plate as c')
            .innerJoin('carried as t', (join) =>
              join.onRef('t.load_number', '=', 'c.load_number').onRef('t.license_plate', '=', 'c.parent'),
            )
            .select(['c.load_number', 'c.license_plate']),
        ),
    )
    .selectFrom('carried as t')
    .innerJoin('expected_line as e', (join) =>
      join.onRef('e.load_number', '=', 't.load_number').onRef('e.license_plate', '=', 't.license_plate'),
    )
    .innerJoin('item as i', 'i.item_key', 'e.item_key')
    .innerJoin('inbound_order as o', 'o.order_key', 'e.order_key')
    .select(['e.load_number', 'e.license_plate', 'e.line_number', 'e.lot', 'e.quantity_base', 'e.registered_base'])
    .select(['o.order_number', 'o.document', 'i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .whereRef('e.registered_base', '<', 'e.quantity_base')
    .orderBy('e.load_number')
    .orderBy(sql`case when e.license_plate = ${licensePlate} then 0 else 1 end`)
    .orderBy('e.license_plate')
    .orderBy('e.position')
    .limit(200)
    .execute();
}

/** Plates that stand on a plate, and the one it stands on. */
export async function nestingOf(read: Runner, licensePlate: string) {
  const nested = await read.k
    .selectFrom('license_plate')
    .select('number')
    .where('parent', '=', licensePlate)
    .orderBy('number')
    .limit(200)
    .execute();
  const own = await read.k
    .selectFrom('license_plate')
    .select('parent')
    .where('number', '=', licensePlate)
    .executeTakeFirst();
  return { parent: own?.parent ?? null, nested: nested.map(({ number }) => number) };
}

/** Open work of plates, or at a location. */
export function openWorkOf(
  read: Runner,
  warehouse: string,
  asked: { readonly licensePlates?: readonly string[]; readonly location?: string; readonly itemKey?: string },
) {
  let query = read.k
    .selectFrom('work')
    .select(['id', 'type', 'license_plate', 'item_key', 'from_location', 'claimed_by', 'claimed_at'])
    .where(asked.licensePlates === undefined ? 'warehouse' : rowByRow('warehouse'), '=', warehouse)
    .where('status', '=', sql.lit('open'));
  if (asked.licensePlates !== undefined) query = query.where('license_plate', 'in', asked.licensePlates);
  if (asked.location !== undefined) query = query.where('from_location', '=', asked.location);
  if (asked.itemKey !== undefined) query = query.where('item_key', '=', asked.itemKey);
  return query.orderBy('created_at').orderBy('id').limit(50).execute();
}

export function itemRow(read: Runner, itemKey: string) {
  return read.k.selectFrom('item').selectAll().where('item_key', '=', itemKey).executeTakeFirst();
}

export async function fixedLocationsOf(read: Runner, warehouse: string, itemKey: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('location')
    .select('code')
    .where('fixed_item', '=', itemKey)
    .where('warehouse', '=', warehouse)
    .orderBy('walk_sequence')
    .execute();
  return rows.map(({ code }) => code);
}

export function orderRow(read: Runner, orderKey: string) {
  return read.k.selectFrom('inbound_order').selectAll().where('order_key', '=', orderKey).executeTakeFirst();
}

export function orderLinesOf(read: Runner, orderKey: string, limit: number) {
  return read.k
    .selectFrom('inbound_order_line as n')
    .innerJoin('item as i', 'i.item_key', 'n.item_key')
    .select(['n.line_number', 'n.status', 'n.quantity_base', 'n.registered_base', 'n.received_base'])
    .select(['i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('n.order_key', '=', orderKey)
    .orderBy('n.line_number')
    .limit(limit)
    .execute();
}

/** The receipts that tell of an order. */
export async function documentsOf(read: Runner, orderKey: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('registration as r')
    .innerJoin('inbound_shipment as s', (join) =>
      join.onRef('s.load_number', '=', 'r.load_number').onRef('s.order_key', '=', 'r.order_key'),
    )
    .select('r.document_number')
    .distinct()
    .where('s.order_key', '=', orderKey)
    .where('r.document_number', 'is not', null)
    .orderBy('r.document_number')
    .execute();
  return rows.flatMap(({ document_number }) => document_number ?? []);
}
