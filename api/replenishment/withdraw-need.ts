import { bringLess } from '../platform/facts/brought.queries.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { endNeeds, needsOf, unfetched } from './needs.queries.ts';

/**
 * Nobody brings any more what a request of an ERP asked for; what orders or other requests want of the same work is
 * brought all the same, and what somebody has fetched comes to its place.
 */
export async function withdrawNeed(trx: AppTrx, sourceSystem: string, number: string): Promise<void> {
  for (const { work, quantity_base: wantedBase } of await trx.all(needsOf, { sourceSystem, number })) {
    const known = await lockFillWork(trx, work);
    const line = known && (await trx.one(unfetched, { work }));
    if (!line || (known.status !== 'open' && known.status !== 'held')) continue;
    const lessBase = Math.min(wantedBase, line.quantity_base - Number(line.promised_base ?? 0));
    if (lessBase > 0) await bringLess(trx, work, lessBase);
  }
  await trx.one(endNeeds, { sourceSystem, number });
}
