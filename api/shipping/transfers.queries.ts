import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';

interface TransferLine {
  readonly load_number: string;
  readonly shipment: string;
  readonly order_number: string;
  readonly line_number: number;
  readonly number: string;
  readonly description: string;
  readonly base_unit: string;
  readonly decimals: number;
  readonly from_warehouse: string;
  readonly to_warehouse: string;
  readonly status: string;
  readonly shipped_at: number;
  readonly expected_base: number;
  readonly registered_base: number;
}

/**
 * Lines of transfers from a warehouse and to it, newest first: those of which something is on its way, or all. Loads of
 * transfers are found by how they are called, see `transferLoad`.
 */
export async function transferLines(
  read: Runner,
  asked: { readonly warehouse: string; readonly isOpen: boolean; readonly limit: number },
): Promise<readonly TransferLine[]> {
  const { warehouse, isOpen, limit } = asked;
  const open = isOpen ? sql`and d.status = 'open' and l.registered_base < l.expected_base` : sql``;
  const { rows } = await sql<TransferLine>`
    select d.load_number, s.shipment, o.order_number, l.line_number, i.number, i.description, i.base_unit, i.decimals,
      s.warehouse as from_warehouse, d.warehouse as to_warehouse, d.status, d.shipped_at, l.expected_base,
      l.registered_base
    from inbound_load d
    join outbound_shipment s on s.shipment = substr(d.load_number, 4)
    join inbound_load_line l on l.load_number = d.load_number
    join inbound_order o on o.order_key = l.order_key
    join inbound_order_line ol on ol.order_key = l.order_key and ol.line_number = l.line_number
    join item i on i.item_key = ol.item_key
    where d.load_number >= 'TR-' and d.load_number < 'TR.' and d.status <> 'closed_empty' and d.shipped_at is not null
      and (d.warehouse = ${warehouse} or s.warehouse = ${warehouse}) ${open}
    order by d.shipped_at desc, d.load_number, o.order_number, l.line_number limit ${limit}`.execute(read.k);
  return rows;
}
