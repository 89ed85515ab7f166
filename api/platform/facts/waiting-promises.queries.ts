import { type RawBuilder, sql } from 'kysely';

/**
 * How much of the goods that are promised to the order line `l` of a query, and on a shipment, nobody has picked yet. What
 * was picked short is promised to nobody, though its shipment counts it until it is confirmed.
 */
export const waitingPromises: RawBuilder<number> = sql<number>`(
  select cast(coalesce(sum(r.quantity_base), 0) as bigint) from reservation r
  where r.order_key = l.order_key and r.line_number = l.line_number and r.state in ('shipment', 'work')
)`;
