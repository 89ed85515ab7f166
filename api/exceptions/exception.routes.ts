import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { loadExceptions } from './exception-things.ts';

/** Devices hear of what waits for a decision, and of the decision, with their other changes. */
export function addExceptionThings(_routes: Routes, services: Services): void {
  services.thingLoaders.set(
    'exception',
    loadExceptions(() => services.clock.now()),
  );
}
