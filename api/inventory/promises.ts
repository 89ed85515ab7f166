import type { Carried, MovingPromise } from '#shared/inventory/promises.ts';
import { isClaimed } from '#shared/ledger/claim-lease.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { carryReservation } from '../platform/facts/carry-reservations.queries.ts';
import { type Knowledge, seenBy } from '../platform/facts/news.queries.ts';
import { lockPickWork } from '../platform/facts/pick-work.queries.ts';
import { reservationOf } from '../platform/facts/reservations.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { lockPromises, moveStop } from './promises.queries.ts';

/** A promise of goods that are about to move, with when it was made. */
export interface KnownPromise extends MovingPromise {
  readonly reservedAtMs: number;
}

/** What is promised of these rows, its work locked: nobody claims it while its goods are carried elsewhere. */
export async function promisesOf(trx: AppTrx, warehouse: string, rows: readonly StockRow[]): Promise<KnownPromise[]> {
  const promised = await lockPromises(trx, warehouse, rows);
  const busy = new Map<string, boolean>();
  for (const work of [...new Set(promised.flatMap(({ work: id }) => id ?? []))].sort()) {
    const row = await lockPickWork(trx, work);
    busy.set(work, row !== undefined && isClaimed(row.claimed_by, row.claimed_at, trx.now));
  }
  return promised.map((row) => ({
    ...reservationOf(row),
    isInProcess: row.work !== null && busy.get(row.work) === true,
    reservedAtMs: row.reserved_at,
  }));
}

/** Whether any of these was promised after what a device knew. */
export async function arePromisesNews(trx: AppTrx, promises: readonly KnownPromise[], by: Knowledge): Promise<boolean> {
  const seen = await seenBy(trx, by);
  return seen !== null && promises.some(({ reservedAtMs }) => reservedAtMs > seen.after);
}

/** Promises go along with goods whose entries were posted, and the stops of the work that fetches them with those. */
export async function carryPromises(
  trx: AppTrx,
  commandId: string,
  carried: readonly Carried[],
  to: { readonly code: string; readonly walkSequence: number },
): Promise<void> {
  for (const [index, { promise, quantityBase, licensePlate }] of carried.entries()) {
    const { state, work, workLine, inventoryStatus } = promise;
    const place = { location: to.code, licensePlate, inventoryStatus };
    await carryReservation(trx, promise, place, { quantityBase, splitId: `${commandId}.${index}`, state });
    if (state !== 'work' || work === null || workLine === null) continue;
    const stop = { work, line: workLine, location: to.code, licensePlate: licensePlate ?? '' };
    await trx.one(moveStop, { ...stop, walkSequence: to.walkSequence });
  }
}
