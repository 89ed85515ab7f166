import type { LocationThing } from '#shared/ledger/thing.ts';
import { thingLoaders } from '../platform/changes.routes.ts';
import { locationsWithCodes } from '../platform/facts/locations.queries.ts';
import type { Routes } from '../platform/http/routes.ts';

/** Devices know every location of their warehouse, and what stands on those where capacity and mixing matter. */
export function addLocationThings(_routes: Routes): void {
  thingLoaders.set('location', async (read, codes, warehouse) => {
    const locations: readonly LocationThing[] = await locationsWithCodes(read, warehouse, codes);
    return new Map(locations.map((location) => [location.code, location]));
  });
}
