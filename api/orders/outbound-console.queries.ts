import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';

export interface OutboundAsked {
  readonly warehouse: string;
  readonly status?: string | undefined;
  /** Only orders that somebody or something holds. */
  readonly isHeld?: boolean | undefined;
  /** The beginning of an order number, in any case. */
  readonly search?: string | undefined;
  /** The last row of the page before. */
  readonly before?: { readonly createdAt: number; readonly orderKey: string } | undefined;
  readonly limit: number;
}

/** Outbound orders of a warehouse, newest first. */
export function newestOutbound(read: Runner, { warehouse, status, isHeld, search, before, limit }: OutboundAsked) {
  let query = read.k.selectFrom('outbound_order').selectAll().where('warehouse', '=', warehouse);
  if (status !== undefined) query = query.where('status', '=', status);
  if (isHeld) query = query.where('hold_codes', '<>', '[]');
  if (search !== undefined) {
    const pattern = `${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`(lower(order_number) like ${pattern} escape '\\' or lower(own_number) like ${pattern} escape '\\')`,
    );
  }
  if (before !== undefined) {
    const { createdAt, orderKey } = before;
    query = query.where((eb) =>
      eb.or([
        eb('created_at', '<', createdAt),
        eb.and([eb('created_at', '=', createdAt), eb('order_key', '<', orderKey)]),
      ]),
    );
  }
  return query.orderBy('created_at', 'desc').orderBy('order_key', 'desc').limit(limit).execute();
}

/** How far orders are: how many of their lines are wanted, begun and done on each axis, and the mean share. */
export function progressOfOutbound(read: Runner, orderKeys: readonly string[]) {
  const wanted = sql`(quantity_base - cancelled_base)`;
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`cast(sum(case when ${wanted} > 0 and ${condition} then 1 else 0 end) as bigint)`;
  const share = (column: string) =>
    sql<number | null>`cast(avg(case when ${wanted} <= 0 then null when ${sql.ref(column)} >= ${wanted} then 1.0
      else cast(${sql.ref(column)} as double precision) / ${wanted} end) as double precision)`;
  return read.k
    .selectFrom('outbound_order_line')
    .select((eb) => [
      'order_key',
      eb.fn.countAll<number>().as('lines'),
      count(sql`1 = 1`).as('wanted'),
      count(sql`released_base > 0`).as('some_released'),
      count(sql`released_base >= ${wanted}`).as('all_released'),
      count(sql`shipped_base > 0`).as('some_shipped'),
      count(sql`shipped_base >= ${wanted}`).as('all_shipped'),
      share('released_base').as('released'),
      share('shipped_base').as('shipped'),
    ])
    .where('order_key', 'in', orderKeys)
    .groupBy('order_key')
    .execute();
}
