import type { Runner } from '../platform/db/connection.ts';

/** A load of a warehouse, whatever has become of it. */
export function loadRow(read: Runner, warehouse: string, load: string) {
  return read.k
    .selectFrom('inbound_load')
    .select(['load_number', 'source_system', 'status', 'shipped_at', 'document'])
    .where('load_number', '=', load)
    .where('warehouse', '=', warehouse)
    .executeTakeFirst();
}

/** Numbers of the orders on a load. */
export async function ordersOnLoad(read: Runner, load: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_order as o', 'o.order_key', 's.order_key')
    .select('o.order_number')
    .where('s.load_number', '=', load)
    .orderBy('o.order_number')
    .execute();
  return rows.map(({ order_number }) => order_number);
}

/** What a load is to bring of each order line, and what is registered there. */
export function linesOnLoad(read: Runner, load: string, limit: number) {
  return read.k
    .selectFrom('inbound_load_line as n')
    .innerJoin('inbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 'n.order_key').onRef('l.line_number', '=', 'n.line_number'),
    )
    .innerJoin('inbound_order as o', 'o.order_key', 'n.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['o.order_number', 'n.line_number', 'n.expected_base', 'n.registered_base'])
    .select(['i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('n.load_number', '=', load)
    .orderBy('o.order_number')
    .orderBy('n.line_number')
    .limit(limit)
    .execute();
}

/** Of each plate with goods that a load announces, whether all of it is registered. */
export async function platesOnLoad(read: Runner, load: string): Promise<{ announced: number; received: number }> {
  const rows = await read.k
    .selectFrom('expected_line')
    .select((eb) => ['license_plate', eb.fn.sum<number>('quantity_base').as('quantity_base')])
    .select((eb) => eb.fn.sum<number>('registered_base').as('registered_base'))
    .where('load_number', '=', load)
    .groupBy('license_plate')
    .execute();
  const received = rows.filter((row) => Number(row.registered_base) >= Number(row.quantity_base)).length;
  return { announced: rows.length, received };
}

/** The receipts that tell of a load. */
export async function receiptsOfLoad(read: Runner, load: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('registration')
    .select('document_number')
    .distinct()
    .where('load_number', '=', load)
    .where('document_number', 'is not', null)
    .orderBy('document_number')
    .execute();
  return rows.flatMap(({ document_number }) => document_number ?? []);
}
