import { type ExpressionBuilder, sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import type { Database } from '../platform/db/schema.ts';
import { openStatus, pickType, undoneLines } from '../platform/facts/literals.ts';
import type { Queue } from './console.queries.ts';

const dueAt = sql<number>`coalesce(o.cutoff_at, o.ship_by)`;
const counted = sql<number>`count(*)`.as('count');

/** Open orders whose cut-off (or shipping date) is over, and the first of these. */
export function lateOrders(read: Runner, warehouse: string, now: number): Promise<Queue | undefined> {
  return openOrders(read, warehouse)
    .select([counted, sql<number | null>`min(coalesce(o.cutoff_at, o.ship_by))`.as('oldestAt')])
    .where(dueAt, '<', now)
    .executeTakeFirst();
}

/** Orders that may be released: nothing holds them, and no wave that waits has them. */
export function ordersToRelease(read: Runner, warehouse: string): Promise<Queue | undefined> {
  return openOrders(read, warehouse)
    .select([counted, sql<number | null>`min(o.created_at)`.as('oldestAt')])
    .where('o.hold_codes', '=', '[]')
    .where((eb) => eb.exists(unreleasedLines(eb)))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('wave_order as wo')
            .innerJoin('wave as w', 'w.wave', 'wo.wave')
            .select('w.wave')
            .whereRef('wo.order_key', '=', 'o.order_key')
            .where('w.status', 'in', ['created', 'processing', 'held']),
        ),
      ),
    )
    .executeTakeFirst();
}

/** Open orders that lacked goods when it was tried to release them. */
export function ordersLacking(read: Runner, warehouse: string): Promise<Queue | undefined> {
  return openOrders(read, warehouse)
    .select([counted, sql<number | null>`min(o.created_at)`.as('oldestAt')])
    .where((eb) => eb.exists(unreleasedLines(eb).where('l.backorder_reason', 'is not', null)))
    .executeTakeFirst();
}

/** Lines that the floor has still to fetch, and since when the first of their work waits. */
export function linesToPick(read: Runner, warehouse: string): Promise<Queue | undefined> {
  return read.k
    .selectFrom('work as w')
    .innerJoin('work_line as n', 'n.work', 'w.id')
    .select([counted, sql<number | null>`min(w.created_at)`.as('oldestAt')])
    .where('w.warehouse', '=', warehouse)
    .where('w.type', '=', pickType)
    .where('w.status', '=', openStatus)
    .where('n.status', 'in', undoneLines)
    .executeTakeFirst();
}

/** Shipments that are picked and not on their truck yet. */
export function shipmentsToLoad(read: Runner, warehouse: string): Promise<Queue | undefined> {
  return read.k
    .selectFrom('outbound_shipment as s')
    .select([counted, sql<number | null>`min(s.created_at)`.as('oldestAt')])
    .where('s.warehouse', '=', warehouse)
    .where('s.status', '=', sql.lit('picked'))
    .executeTakeFirst();
}

function openOrders(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('outbound_order as o')
    .where('o.warehouse', '=', warehouse)
    .where('o.status', '=', openStatus);
}

function unreleasedLines(eb: ExpressionBuilder<Database & { o: Database['outbound_order'] }, 'o'>) {
  return eb
    .selectFrom('outbound_order_line as l')
    .select('l.line_number')
    .whereRef('l.order_key', '=', 'o.order_key')
    .where('l.status', '=', 'open')
    .where((of) => of('l.quantity_base', '>', of('l.released_base', '+', of.ref('l.cancelled_base'))));
}
