import { thingLoaders } from '../platform/changes.routes.ts';
import type { Routes } from '../platform/http/routes.ts';
import { loadPlates } from './plate-things.queries.ts';

/** Devices know every licence plate of their warehouse that something stands on. */
export function addPlateThings(_routes: Routes): void {
  thingLoaders.set('licensePlate', loadPlates);
}
