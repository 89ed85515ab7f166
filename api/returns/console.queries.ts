import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';

export interface ReturnsAsked {
  readonly warehouse: string;
  readonly disposition: string | undefined;
  /** An item, an order of either direction, or a return number. */
  readonly search: string | undefined;
  readonly shipment: string | null;
  /** Older ones than this registration, whose time it is. */
  readonly before: { readonly at: number; readonly registration: string } | null;
  readonly limit: number;
}

/** Returns of a warehouse, the newest first. */
export function returnsOf(read: Runner, { warehouse, disposition, search, shipment, before, limit }: ReturnsAsked) {
  let query = read.k
    .selectFrom('customer_return as c')
    .innerJoin('registration as r', 'r.id', 'c.registration')
    .innerJoin('inbound_order as o', 'o.order_key', 'r.order_key')
    .innerJoin('item as i', 'i.item_key', 'r.item_key')
    .leftJoin('outbound_order as w', 'w.order_key', 'c.order_key')
    .select(['c.registration', 'c.source_system', 'c.shipment', 'c.disposition', 'c.disposition_code', 'c.condition'])
    .select(['c.photos', 'c.returned_by', 'c.returned_at', 'o.order_number', 'w.order_number as original_order'])
    .select(['i.number', 'i.description', 'i.base_unit', 'i.decimals', 'r.quantity_base', 'r.lot', 'r.serial'])
    .select(['r.location', 'r.license_plate', 'r.document_number', 'r.status'])
    .where('c.warehouse', '=', warehouse)
    .orderBy('c.returned_at', 'desc')
    .orderBy('c.registration', 'desc')
    .limit(limit);
  if (disposition !== undefined) query = query.where('c.disposition', '=', disposition);
  if (before) {
    const { at, registration } = before;
    query = query.where(sql<boolean>`(c.returned_at, c.registration) < (${at}, ${registration})`);
  }
  if (search !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('i.number', '=', search),
        eb('o.order_number', '=', search),
        eb('w.order_number', '=', search),
        ...(shipment === null ? [] : [eb('c.shipment', '=', shipment)]),
      ]),
    );
  }
  return query.execute();
}
