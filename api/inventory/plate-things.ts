import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { loadPlates } from './plate-things.queries.ts';

/** Devices know every licence plate of their warehouse that something stands on. */
export function addPlateThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('licensePlate', loadPlates);
}
