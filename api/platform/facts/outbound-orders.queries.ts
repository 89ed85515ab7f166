import type { AppTrx } from '../store.ts';

/**
 * Tells the order's source system how far it is, by the feed `order-status` and an event: whoever changes what is
 * reserved, released, picked, shipped, backordered or cancelled of it calls this. What is told is what is true when the
 * transaction's rows get their positions, once for however many calls.
 */
export function publishOrderStatus(trx: AppTrx, orderKey: string): void {
  trx.publish({ kind: 'order-status', orderKey });
}
