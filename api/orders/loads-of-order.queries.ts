import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';

/** Loads that an order is or was on, oldest first. Those that are made at completion are nobody's business before. */
export function loadsOfOrder(read: Runner, orderKey: string) {
  return read.k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
    .select(['d.load_number', 's.shipment', 'd.status', 'd.made_by', 'd.shipped_at', 'd.created_at', 'd.completed_at'])
    .select('d.document')
    .where('s.order_key', '=', orderKey)
    .where((eb) => eb.or([eb('d.made_by', '<>', 'completion'), eb('d.status', '<>', 'open')]))
    .orderBy('d.created_at')
    .orderBy('d.load_number')
    .execute();
}

/** What these loads are to bring of the order, line by line, and what is registered there. */
export function loadLinesOfOrder(read: Runner, orderKey: string, loads: readonly string[]) {
  return read.k
    .selectFrom('inbound_load_line as n')
    .innerJoin('inbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 'n.order_key').onRef('l.line_number', '=', 'n.line_number'),
    )
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['n.load_number', 'n.line_number', 'n.expected_base', 'n.registered_base', 'n.over_percent'])
    .select(['i.base_unit', 'i.decimals'])
    .where('n.order_key', '=', orderKey)
    .where('n.load_number', 'in', loads)
    .orderBy('n.load_number')
    .orderBy('n.line_number')
    .execute();
}

/** Notices of these loads, with how many plates each announces that hold something of the order, and how many came. */
export function noticesOfOrder(read: Runner, orderKey: string, loads: readonly string[]) {
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
        .where('x.order_key', '=', orderKey)
        .groupBy(['e.load_number', 'e.license_plate']),
    )
    .selectFrom('advance_notice as a')
    .leftJoin('plate as p', 'p.load_number', 'a.load_number')
    .select(['a.load_number', 'a.message_id', 'a.changed_at'])
    .select(sql<number>`cast(count(p.license_plate) as bigint)`.as('announced'))
    .select(sql<number>`cast(coalesce(sum(p.is_received), 0) as bigint)`.as('received'))
    .where('a.load_number', 'in', loads)
    .groupBy(['a.load_number', 'a.message_id', 'a.changed_at'])
    .orderBy('a.load_number')
    .execute();
}
