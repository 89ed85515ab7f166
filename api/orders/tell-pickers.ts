import { openWorkOfOrder } from '../platform/facts/cancel-released.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/**
 * Whoever has work for an order hears of what is different about it: its holds, its priority, its customer, what may be
 * taken instead. Who packs and loads it hears with the order's status (`publishOrderStatus`).
 */
export async function tellPickers(trx: AppTrx, orderKey: string): Promise<void> {
  for (const { id: key, warehouse, claimed_by: by } of await trx.all(openWorkOfOrder.read, { orderKey })) {
    if (by !== null) trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: false });
  }
}
