import type { Runner } from '../platform/db/connection.ts';
import { rowByRow } from '../platform/facts/literals.ts';
import { waitingPromises } from '../platform/facts/waiting-promises.queries.ts';

/** Outbound orders that go by this number, at their source system or in the warehouse. */
export function outboundWithNumber(read: Runner, orderNumber: string, sourceSystem?: string) {
  const query = read.k
    .selectFrom('outbound_order')
    .selectAll()
    .where((eb) => eb.or([eb('order_number', '=', orderNumber), eb('own_number', '=', orderNumber)]));
  return (sourceSystem === undefined ? query : query.where(rowByRow('source_system'), '=', sourceSystem))
    .limit(10)
    .execute();
}

export type OutboundRow = Awaited<ReturnType<typeof outboundWithNumber>>[number];

/** Lines of an outbound order with what is to be shown of their items, in order of their numbers. */
export function outboundLinesWithItems(read: Runner, orderKeys: readonly string[]) {
  return read.k
    .selectFrom('outbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .selectAll('l')
    .select(['i.number as item_number', 'i.description', 'i.base_unit', 'i.decimals', 'i.expiry_tracked'])
    .select(waitingPromises.as('waiting_base'))
    .where('l.order_key', 'in', orderKeys)
    .orderBy('l.order_key')
    .orderBy('l.line_number')
    .execute();
}

export type OutboundLineRow = Awaited<ReturnType<typeof outboundLinesWithItems>>[number];

/** Shipments of an order, oldest first, with what each holds of it. */
export function shipmentsOfOrder(read: Runner, orderKey: string) {
  return read.k
    .selectFrom('outbound_shipment as s')
    .innerJoin('outbound_shipment_line as n', 'n.shipment', 's.shipment')
    .select(['s.shipment', 's.load_number', 's.wave', 's.status', 's.created_at', 's.confirmed_at'])
    .select(['n.line_number', 'n.quantity_base', 'n.picked_base', 'n.shipped_base'])
    .where('n.order_key', '=', orderKey)
    .orderBy('s.created_at')
    .orderBy('s.shipment')
    .orderBy('n.line_number')
    .execute();
}

/** Numbers of the packing slips that tell of an order. */
export async function slipsOfOrder(read: Runner, orderKey: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('reservation')
    .select('document_number')
    .distinct()
    .where('order_key', '=', orderKey)
    .where('document_number', 'is not', null)
    .orderBy('document_number')
    .execute();
  return rows.flatMap(({ document_number }) => document_number ?? []);
}

/** Lines of the work that fetches goods of an order, done or not. */
export function workLinesOfOrder(read: Runner, orderKey: string) {
  return read.k
    .selectFrom('work_line as l')
    .innerJoin('work as w', 'w.id', 'l.work')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.work', 'l.line', 'l.status', 'l.order_line', 'l.item_key', 'l.location', 'l.quantity_base'])
    .select(['w.claimed_by', 'i.decimals'])
    .where('l.order_key', '=', orderKey)
    .orderBy('l.work')
    .orderBy('l.line')
    .execute();
}
