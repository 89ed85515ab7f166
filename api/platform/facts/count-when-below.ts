import { countableTypes } from '#shared/ledger/count-plan.ts';
import { nextName } from '../counter.ts';
import type { AppTrx } from '../store.ts';
import { openCountWork } from './count-work.queries.ts';
import { placeNamed } from './places.queries.ts';

/**
 * More was taken from places than the books had there: they are wrong, and whoever comes by is sent to count the place, once
 * until that is done.
 */
export async function countWhenBelow(
  trx: AppTrx,
  { commandId, warehouse }: { readonly commandId: string; readonly warehouse: string },
  locations: Iterable<string>,
): Promise<void> {
  const countable: readonly string[] = countableTypes;
  for (const location of locations) {
    const place = await placeNamed(trx, warehouse, location);
    if (!place || !countable.includes(place.type)) continue;
    const task = { origin: 'request', plan: null, isSecondCounter: false, askedBy: 'server' } as const;
    const what = { warehouse, location, itemKey: null };
    await openCountWork(trx, { ...what, id: await nextName(trx, 'work', 'WK'), commandId, task });
  }
}
