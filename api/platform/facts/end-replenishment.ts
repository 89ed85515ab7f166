import type { AppTrx } from '../store.ts';
import { cancelReplenishLine, cancelReplenishWork, replenishmentsOfLot } from './end-replenishment.queries.ts';
import { needsOfWork, setNeed } from './fill-requests.queries.ts';
import { lockFillWork } from './replenish-work.queries.ts';
import { lockReservationsBroughtBy, setBroughtBy } from './reservations.queries.ts';
import { unblockLines } from './unblock-lines.ts';
import { type Wanted, waitForStock } from './wait-for-stock.ts';

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

/**
 * Goods of a lot are not to be used: nobody is sent to bring any of it to a pick face. What somebody asked for there comes
 * from elsewhere, or waits until there is some.
 */
export async function cancelReplenishmentsOf(
  trx: AppTrx,
  { commandId, reason }: Pick<Cancelled, 'commandId' | 'reason'>,
  of: { readonly itemKey: string; readonly lot: string },
): Promise<void> {
  for (const { id: work, warehouse, planned_location: face, priority, unit } of await trx.all(
    replenishmentsOfLot,
    of,
  )) {
    await lockFillWork(trx, work);
    await cancelReplenishment(trx, { commandId, warehouse, work, reason });
    const wanted = { commandId, warehouse, itemKey: of.itemKey, unit, face: face ?? '', priority: priority ?? 0 };
    await waitAgain(trx, work, wanted);
  }
}

/** Who named no quantity is content with what somebody else asked for. */
async function waitAgain(
  trx: AppTrx,
  work: string,
  goods: Omit<Wanted, 'sourceSystem' | 'number' | 'quantityBase'>,
): Promise<void> {
  const needs = (await trx.all(needsOfWork, { work })).map((row) => ({
    ...{ sourceSystem: row.source_system, number: row.number, quantityBase: row.quantity_base },
  }));
  const named = needs.filter(({ quantityBase }) => quantityBase > 0);
  for (const need of named.length > 0 ? named : needs.slice(0, 1)) {
    await waitForStock(trx, { ...goods, ...need });
    await trx.one(setNeed, { ...need, work, quantityBase: 0 });
  }
}
