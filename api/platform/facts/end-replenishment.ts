import type { AppTrx } from '../store.ts';
import { cancelReplenishLine, cancelReplenishWork, replenishmentsOfLot } from './end-replenishment.queries.ts';
import { lockFillWork } from './replenish-work.queries.ts';
import { lockReservationsBroughtBy, setBroughtBy } from './reservations.queries.ts';
import { unblockLines } from './unblock-lines.ts';

interface Cancelled {
  readonly commandId: string;
  readonly warehouse: string;
  readonly work: string;
  readonly reason: string;
}

/**
 * Nobody brings the goods: whoever waits for them is sent to where they stand. The work is locked by the caller, and
 * nothing of it is in anybody's hands. Who had claimed it stays known, so that they can be told.
 */
export async function cancelReplenishment(
  trx: AppTrx,
  { commandId, warehouse, work, reason }: Cancelled,
): Promise<void> {
  for (const reservation of await lockReservationsBroughtBy(trx, work)) await setBroughtBy(trx, reservation, null);
  await trx.one(cancelReplenishLine, { work, reason });
  await trx.one(cancelReplenishWork, { work, at: trx.now });
  await unblockLines(trx, { commandId, warehouse, work, reason, isOver: true });
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: true });
}

/** Goods of a lot are not to be used: nobody is sent to bring any of it to a pick face. */
export async function cancelReplenishmentsOf(
  trx: AppTrx,
  { commandId, reason }: Pick<Cancelled, 'commandId' | 'reason'>,
  of: { readonly itemKey: string; readonly lot: string },
): Promise<void> {
  for (const { id: work, warehouse } of await trx.all(replenishmentsOfLot, of)) {
    await lockFillWork(trx, work);
    await cancelReplenishment(trx, { commandId, warehouse, work, reason });
  }
}
