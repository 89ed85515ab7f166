import type { Runner } from '../platform/db/connection.ts';

export function headsOfPool(read: Runner, orderKeys: readonly string[]) {
  return read.k
    .selectFrom('outbound_order')
    .select(['order_key', 'consignee', 'ship_complete'])
    .where('order_key', 'in', orderKeys)
    .execute();
}

/** Lines of orders of which something is left to release; those of them that lacked goods when it was tried. */
export function linesOfPool(read: Runner, orderKeys: readonly string[]) {
  return read.k
    .selectFrom('outbound_order_line')
    .select(['order_key', (eb) => eb.fn.countAll<number>().as('lines')])
    .select((eb) =>
      eb.fn.sum<number>(eb.case().when('backorder_reason', 'is not', null).then(1).else(0).end()).as('waiting'),
    )
    .where('order_key', 'in', orderKeys)
    .where('status', '=', 'open')
    .where((eb) => eb('quantity_base', '>', eb('released_base', '+', eb.ref('cancelled_base'))))
    .groupBy('order_key')
    .execute();
}

/** Keys of the open orders of a warehouse that lacked goods for a line when it was tried. */
export async function lackingOrders(read: Runner, warehouse: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('outbound_order as o')
    .innerJoin('outbound_order_line as l', 'l.order_key', 'o.order_key')
    .select('o.order_key')
    .distinct()
    .where('o.warehouse', '=', warehouse)
    .where('o.status', '=', 'open')
    .where('l.status', '=', 'open')
    .where('l.backorder_reason', 'is not', null)
    .where((eb) => eb('l.quantity_base', '>', eb('l.released_base', '+', eb.ref('l.cancelled_base'))))
    .execute();
  return rows.map((row) => row.order_key);
}
