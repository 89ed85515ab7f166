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
