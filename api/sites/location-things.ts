import type { LocationThing } from '#shared/ledger/thing.ts';
import { locationsWithCodes } from '../platform/facts/locations.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';

/** Devices know every location of their warehouse, and what stands on those where capacity and mixing matter. */
export function addLocationThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('location', async (read, codes, warehouse) => {
    const locations: readonly LocationThing[] = await locationsWithCodes(read, warehouse, codes);
    return new Map(locations.map((location) => [location.code, location]));
  });
}
