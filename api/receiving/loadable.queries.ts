import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { beginsWith } from '../platform/db/lists.ts';
import { comingStatuses } from '../platform/facts/coming-orders.ts';

/** Registered on the line and still to be brought by open loads; the order's own load gives way to others. */
const spokenFor = sql<number>`l.registered_base + (select coalesce(sum(case when n.expected_base > n.registered_base
  then n.expected_base - n.registered_base else 0 end), 0)
  from inbound_load_line n join inbound_load d on d.load_number = n.load_number
  where n.order_key = l.order_key and n.line_number = l.line_number and d.status = 'open' and d.made_by <> 'message')`;

/**
 * Orders of a warehouse of which something is still to come that no load is to bring, those expected first at the top.
 * `search` is the beginning of an order number, in any case.
 */
export function ordersToLoad(
  read: Runner,
  { warehouse, search, limit }: { readonly warehouse: string; readonly search?: string | undefined; limit: number },
) {
  let query = read.k
    .selectFrom('inbound_order as o')
    .select(['o.order_key', 'o.source_system', 'o.order_number', 'o.document'])
    .where('o.warehouse', '=', warehouse)
    .where('o.status', 'in', comingStatuses)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('inbound_order_line as l')
          .select('l.line_number')
          .whereRef('l.order_key', '=', 'o.order_key')
          .where('l.status', '=', 'open')
          .where('l.quantity_base', '>', spokenFor),
      ),
    );
  if (search !== undefined) query = query.where(beginsWith('o.order_number', search));
  return query.orderBy('o.created_at').orderBy('o.order_key').limit(limit).execute();
}

/** The lines of these orders with what of each no load is to bring. */
export function linesToCome(read: Runner, orderKeys: readonly string[]) {
  return read.k
    .selectFrom('inbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.order_key', 'l.line_number', 'i.number as item_number', 'i.description', 'i.base_unit', 'i.decimals'])
    .select(sql<number>`cast(l.quantity_base - (${spokenFor}) as bigint)`.as('rest_base'))
    .where('l.order_key', 'in', orderKeys)
    .where('l.status', '=', 'open')
    .where('l.quantity_base', '>', spokenFor)
    .orderBy('l.order_key')
    .orderBy('l.line_number')
    .execute();
}
