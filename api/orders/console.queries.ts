import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { beginsWith, isBehind } from '../platform/db/lists.ts';
import type { Position } from '../platform/http/pages.ts';

export interface OrdersAsked {
  readonly warehouse: string;
  readonly status?: string | undefined;
  /** Only orders of which something was registered that no receipt tells of yet. */
  readonly isInReceiving?: boolean | undefined;
  /** The beginning of an order number, in any case. */
  readonly search?: string | undefined;
  /** The last row of the page before. */
  readonly before?: Position | undefined;
  readonly limit: number;
}

const rowColumns = [
  'o.order_key',
  'o.source_system',
  'o.order_number',
  'o.order_type',
  'o.status',
  'o.document',
  'o.created_at',
] as const;

/** Orders of a warehouse, newest first. */
export function newestOrders(read: Runner, asked: OrdersAsked) {
  const { warehouse, status, isInReceiving, search, before, limit } = asked;
  let query = read.k.selectFrom('inbound_order as o').select(rowColumns).where('o.warehouse', '=', warehouse);
  if (status !== undefined) query = query.where('o.status', '=', status);
  if (isInReceiving) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('inbound_load_line as n')
          .innerJoin('inbound_load as d', 'd.load_number', 'n.load_number')
          .select('n.line_number')
          .whereRef('n.order_key', '=', 'o.order_key')
          .where('n.registered_base', '>', 0)
          .where('d.status', '=', 'open'),
      ),
    );
  }
  if (search !== undefined) query = query.where(beginsWith('o.order_number', search));
  if (before !== undefined) query = query.where(isBehind('o.created_at', 'o.order_key', before));
  return query.orderBy('o.created_at', 'desc').orderBy('o.order_key', 'desc').limit(limit).execute();
}

export type OrderColumns = Awaited<ReturnType<typeof newestOrders>>[number];

/** How far orders have come: the mean of their lines' shares, none above 1; cancelled lines count for nothing. */
export function progressOfOrders(read: Runner, orderKeys: readonly string[]) {
  const shareOf = (column: string) =>
    sql<number | null>`avg(case when status = 'cancelled' then null when ${sql.ref(column)} >= quantity_base then 1.0
      else cast(${sql.ref(column)} as double precision) / quantity_base end)`;
  return read.k
    .selectFrom('inbound_order_line')
    .select((eb) => [
      'order_key',
      eb.fn.countAll<number>().as('lines'),
      sql<number | null>`cast(${shareOf('registered_base')} as double precision)`.as('registered'),
      sql<number | null>`cast(${shareOf('received_base')} as double precision)`.as('received'),
    ])
    .where('order_key', 'in', orderKeys)
    .groupBy('order_key')
    .execute();
}

export function orderWhole(read: Runner, sourceSystem: string, orderNumber: string) {
  return read.k
    .selectFrom('inbound_order as o')
    .select([...rowColumns, 'o.warehouse', 'o.message_id', 'o.changed_at'])
    .where('o.source_system', '=', sourceSystem)
    .where('o.order_number', '=', orderNumber)
    .executeTakeFirst();
}

export function linesOfOrder(read: Runner, orderKey: string) {
  return read.k
    .selectFrom('inbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select([
      'l.line_number',
      'i.number as item_number',
      'i.description',
      'i.base_unit',
      'i.decimals',
      'l.status',
      'l.quantity',
      'l.unit',
      'l.quantity_base',
      'l.registered_base',
      'l.received_base',
      'l.over_percent',
      'l.under_percent',
      'l.lot',
      'l.owner',
      'l.inventory_status',
    ])
    .where('l.order_key', '=', orderKey)
    .orderBy('l.line_number')
    .execute();
}

/** Numbers of the documents that tell of registrations of an order. */
export async function documentsOfOrder(read: Runner, orderKey: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('inbound_shipment as s')
    .innerJoin('registration as r', (join) =>
      join.onRef('r.load_number', '=', 's.load_number').onRef('r.order_key', '=', 's.order_key'),
    )
    .select('r.document_number')
    .distinct()
    .where('s.order_key', '=', orderKey)
    .where('r.document_number', 'is not', null)
    .orderBy('r.document_number')
    .execute();
  return rows.flatMap(({ document_number }) => document_number ?? []);
}
