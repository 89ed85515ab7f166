import type { CountWorkThing } from '#shared/ledger/thing.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { locationsOf } from './count-facts.ts';
import { openCounts } from './count-things.queries.ts';

/** Devices know what is to be counted, and never how much the books say is there. */
export function addCountThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('countWork', async (read, ids, warehouse) => {
    const rows = await read.all(openCounts, { ids, warehouse });
    const things = await Promise.all(
      rows.map(async (row) => {
        const isEverywhere = row.from_location === '' && row.item_key !== null;
        const thing: CountWorkThing = {
          work: row.id,
          location: row.from_location === '' ? null : row.from_location,
          item: row.item_key,
          itemNumber: row.number,
          description: row.description,
          isAgain: row.count_status === 'recount',
          notBy: row.not_by,
          ...(isEverywhere && { places: await locationsOf(read, warehouse, row.item_key ?? '') }),
        };
        return [row.id, thing] as const;
      }),
    );
    return new Map(things);
  });
}
