import { bringLess } from '../platform/facts/brought.queries.ts';
import { cancelReplenishment } from '../platform/facts/end-replenishment.ts';
import { type NeedKey, needsOfWork } from '../platform/facts/fill-requests.queries.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { endNeeds, needsOf } from './needs.queries.ts';
import { unfetched } from './replenishment.queries.ts';

/**
 * Nobody brings any more what a request of an ERP asked for; what orders or other requests want of the same work is
 * brought all the same, and what somebody has fetched comes to its place.
 */
export async function withdrawNeed(trx: AppTrx, need: NeedKey, commandId: string): Promise<void> {
  const own = await trx.all(needsOf, need);
  await endNeeds(trx, need);
  for (const { work, quantity_base: wantedBase } of own) {
    const known = await lockFillWork(trx, work);
    const line = known && (await trx.one(unfetched, { work }));
    if (!line || (known.status !== 'open' && known.status !== 'held')) continue;
    if (line.location === '') {
      const others = await trx.all(needsOfWork, { work });
      if (others.length === 0) await cancelReplenishment(trx, { commandId, ...known, work, reason: 'withdrawn' });
      continue;
    }
    const lessBase = Math.min(wantedBase, line.quantity_base - Number(line.promised_base ?? 0));
    if (lessBase > 0) await bringLess(trx, work, lessBase);
  }
}
