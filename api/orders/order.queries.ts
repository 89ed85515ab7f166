import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';
import { comingStatuses } from '../platform/facts/coming-orders.ts';
import { rowByRow } from '../platform/facts/literals.ts';

const orderColumns = [
  'order_key',
  'order_number',
  'source_system',
  'warehouse',
  'order_type',
  'status',
  'message_id',
  'document',
  'created_at',
  'changed_at',
] as const;

/** Orders of that number: one for each source system, or the one of the source system asked for. */
export function ordersWithNumber(read: Runner, orderNumber: string, sourceSystem?: string) {
  const query = read.k.selectFrom('inbound_order').select(orderColumns).where('order_number', '=', orderNumber);
  return (sourceSystem === undefined ? query : query.where('source_system', '=', sourceSystem)).limit(10).execute();
}

export type OrderRow = Awaited<ReturnType<typeof ordersWithNumber>>[number];

interface OfOrders {
  readonly orderKeys: readonly string[];
}

const ordersAtDockRows = statement<OfOrders & { warehouse: string }>()((k, p, dialect) =>
  k
    .selectFrom('inbound_order as o')
    .innerJoin('source_system as x', 'x.code', 'o.source_system')
    .select(['o.order_key', 'o.order_number', 'o.source_system', 'o.status', 'o.document', 'x.settings'])
    .where(isOneOf(dialect, 'o.order_key', p('orderKeys')))
    .where(rowByRow('o.warehouse'), '=', p('warehouse'))
    .where((eb) =>
      eb.or([
        eb('o.status', 'in', comingStatuses),
        eb.exists(
          eb
            .selectFrom('inbound_shipment as s')
            .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
            .select('s.load_number')
            .whereRef('s.order_key', '=', 'o.order_key')
            .where('d.status', '=', 'open'),
        ),
      ]),
    ),
);

/** Orders by key that the dock has to do with: those that can be received, and those that a load is still open for. */
export function ordersAtDock(read: Runner, orderKeys: readonly string[], warehouse: string) {
  return read.all(ordersAtDockRows, { orderKeys, warehouse });
}

const linesWithItemsRows = statement<OfOrders>()((k, p, dialect) =>
  k
    .selectFrom('inbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .selectAll('l')
    .select(['i.number as item_number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where(isOneOf(dialect, 'l.order_key', p('orderKeys')))
    .orderBy('l.order_key')
    .orderBy('l.line_number'),
);

export type LineRow = RowOf<typeof linesWithItemsRows>;

/** Lines of orders with what is to be shown of their items, in order of their numbers. */
export function linesWithItems(read: Runner, orderKeys: readonly string[]): Promise<LineRow[]> {
  return read.all(linesWithItemsRows, { orderKeys });
}

/** Loads of orders that are not completed, oldest first. */
export const openLoadsOf = statement<OfOrders>()((k, p, dialect) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
    .select(['s.order_key', 'd.load_number'])
    .where(isOneOf(dialect, 's.order_key', p('orderKeys')))
    .where('d.status', '=', 'open')
    .orderBy('d.created_at')
    .orderBy('d.load_number'),
);

const whatWasRegistered = ['r.command_id', 'r.order_key', 'r.line_number', 'r.load_number'] as const;

/**
 * What commands registered on orders and no receipt tells of yet, in the order it was made. What one command registered
 * of a line is one row: devices are told of each change of an order, and need not be told of each of five hundred pieces.
 */
export const openRegistrationsOf = statement<OfOrders>()((k, p, dialect) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('registration as r', (join) =>
      join.onRef('r.load_number', '=', 's.load_number').onRef('r.order_key', '=', 's.order_key'),
    )
    .select((eb) => [
      eb.fn.min('r.id').as('id'),
      eb.fn.sum<number | string>('r.quantity_base').as('quantity_base'),
      ...whatWasRegistered,
    ])
    .where(isOneOf(dialect, 's.order_key', p('orderKeys')))
    .where('r.status', '=', 'active')
    .where('r.document_number', 'is', sql.lit(null))
    .groupBy([...whatWasRegistered])
    .orderBy('id'),
);
