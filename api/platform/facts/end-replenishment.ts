import type { AppTrx } from '../store.ts';
import { cancelReplenishLine, cancelReplenishWork } from './end-replenishment.queries.ts';
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
