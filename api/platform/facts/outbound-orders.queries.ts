import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

/** What of a line could not be had, and why. */
export const backorderLine = statement<{ orderKey: string; line: number; reason: string }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set({ backorder_reason: p('reason') })
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/**
 * Tells the order's source system how far it is, by the feed `order-status` and an event: whoever changes what is
 * reserved, released, picked, shipped, backordered or cancelled of it calls this. What is told is what is true when the
 * transaction's rows get their positions, once for however many calls.
 */
export function publishOrderStatus(trx: AppTrx, orderKey: string): void {
  trx.publish({ kind: 'order-status', orderKey });
}
