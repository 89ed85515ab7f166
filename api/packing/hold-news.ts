import type { PackingHold } from '#shared/packing/carton.ts';
import { changedSince, type Knowledge } from '../platform/facts/news.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** Whether a shipment's orders may have been put on hold behind a device's back: it changed since. */
export async function isHoldNews(
  trx: AppTrx,
  shipment: string | undefined,
  { heldOrders }: PackingHold,
  by: Knowledge,
): Promise<boolean> {
  return shipment !== undefined && heldOrders.length > 0 && (await changedSince(trx, 'shipment', shipment, by));
}
