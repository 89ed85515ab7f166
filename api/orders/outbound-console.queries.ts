import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { beginsWith, isBehind } from '../platform/db/lists.ts';
import type { Position } from '../platform/http/pages.ts';

export interface OutboundAsked {
  readonly warehouse: string;
  readonly status?: string | undefined;
  /** Only orders that somebody or something holds, or only those that nothing does. */
  readonly held?: 'now' | 'no' | undefined;
  /** Only orders that lacked goods when it was tried to release them, or only those that did not. */
  readonly lacking?: 'yes' | 'no' | undefined;
  readonly carrier?: string | undefined;
  readonly sourceSystem?: string | undefined;
  readonly priorityAtMost?: number | undefined;
  /** The beginning of an order number, in any case. */
  readonly search?: string | undefined;
}

/** Outbound orders of a warehouse, newest first. */
export function newestOutbound(read: Runner, asked: OutboundAsked, before: Position | undefined, limit: number) {
  const orders = matching(read, asked).selectAll('o');
  return (before === undefined ? orders : orders.where(isBehind('o.created_at', 'o.order_key', before)))
    .orderBy('o.created_at', 'desc')
    .orderBy('o.order_key', 'desc')
    .limit(limit)
    .execute();
}

/** What says how urgent each of them is. */
export function outboundDates(read: Runner, asked: OutboundAsked) {
  return matching(read, asked)
    .select(['o.order_key', 'o.order_number', 'o.priority', 'o.ship_by', 'o.cutoff_at', 'o.created_at'])
    .execute();
}

export function outboundWithKeys(read: Runner, orderKeys: readonly string[]) {
  return read.k.selectFrom('outbound_order').selectAll().where('order_key', 'in', orderKeys).execute();
}

function matching(read: Runner, asked: OutboundAsked) {
  const { warehouse, status, held, lacking, carrier, sourceSystem, priorityAtMost, search } = asked;
  let orders = read.k.selectFrom('outbound_order as o').where('o.warehouse', '=', warehouse);
  if (status !== undefined) orders = orders.where('o.status', '=', status);
  if (held !== undefined) orders = orders.where('o.hold_codes', held === 'now' ? '<>' : '=', '[]');
  if (carrier !== undefined) orders = orders.where('o.carrier', '=', carrier);
  if (sourceSystem !== undefined) orders = orders.where('o.source_system', '=', sourceSystem);
  if (priorityAtMost !== undefined) orders = orders.where('o.priority', '<=', priorityAtMost);
  if (search !== undefined) {
    orders = orders.where((eb) => eb.or([beginsWith('o.order_number', search), beginsWith('o.own_number', search)]));
  }
  if (lacking !== undefined) {
    orders = orders.where((eb) => {
      const lacks = eb.exists(
        eb
          .selectFrom('outbound_order_line as l')
          .select('l.line_number')
          .whereRef('l.order_key', '=', 'o.order_key')
          .where('l.status', '=', 'open')
          .where('l.backorder_reason', 'is not', null)
          .where((of) => of('l.quantity_base', '>', of('l.released_base', '+', of.ref('l.cancelled_base')))),
      );
      return lacking === 'yes' ? lacks : eb.not(lacks);
    });
  }
  return orders;
}

/** Carriers and source systems that a warehouse has open orders of. */
export function choicesOfOutbound(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('outbound_order')
    .select(['carrier', 'source_system'])
    .distinct()
    .where('warehouse', '=', warehouse)
    .where('status', '=', 'open')
    .execute();
}

/** How far orders are: how many of their lines are wanted, begun and done on each axis, lack goods, and the mean share. */
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
      count(sql`status = 'open' and backorder_reason is not null and released_base < ${wanted}`).as('lacking'),
      share('released_base').as('released'),
      share('shipped_base').as('shipped'),
    ])
    .where('order_key', 'in', orderKeys)
    .groupBy('order_key')
    .execute();
}
