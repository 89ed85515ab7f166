import { type RawBuilder, sql } from 'kysely';

/**
 * What is on its way to a warehouse and on no shelf yet: of each line of an open load that was dispatched, as a notice or
 * a person said, as much as is not registered on it. Rows of `item_key, warehouse, inventory_status, lot, owner,
 * quantity_base`, to be read as a table; status, lot ('' for none) and owner are those that the order line expects.
 */
export function goodsOnTheirWay(nowMs: number | RawBuilder<number>): RawBuilder<unknown> {
  return sql`(
    select ol.item_key, d.warehouse, ol.inventory_status, coalesce(ol.lot, '') as lot, ol.owner,
      l.expected_base - l.registered_base as quantity_base
    from inbound_load d
    join inbound_load_line l on l.load_number = d.load_number
    join inbound_order_line ol on ol.order_key = l.order_key and ol.line_number = l.line_number
    where d.status = 'open' and d.shipped_at <= cast(${nowMs} as bigint) and l.expected_base > l.registered_base
      and ol.status = 'open'
  )`;
}
