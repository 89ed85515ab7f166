import { request } from '#shared/counting/request.ts';
import { byServer } from '../platform/by-server.ts';
import { countPlansOf } from '../platform/facts/count-plans.queries.ts';
import { everyWarehouse } from '../platform/facts/warehouses.queries.ts';
import { repeatedly } from '../platform/repeatedly.ts';
import type { Services } from '../platform/services.ts';
import { dueOf } from './due.queries.ts';

const everyMs = 60_000;
/** Plans reckon in days: a plan that was looked at and not changed since is looked at again after so long. */
const againMs = 900_000;

/**
 * Sends people to count what plans say is due: looks at start and every minute for plans that are new, and at all of them
 * every quarter of an hour. Several nodes may look at the same time; what somebody is sent to already is sent to once.
 */
export function startDirectedCounts(services: Services): { stop(): Promise<void> } {
  const { clock, log } = services;
  const lookedAt = new Map<string, number>();
  return repeatedly({
    clock,
    everyMs,
    work: async (isStopped) => {
      for (const warehouse of await everyWarehouse(services.store.read)) {
        if (!isStopped()) await directCounts(services, warehouse, lookedAt);
      }
    },
    onError: (error) => log.error({ err: error }, 'nobody could be sent to count until the next look'),
  });
}

/** `lookedAt`: when each plan was looked at last, by warehouse and what it says, ms. */
export async function directCounts(
  services: Services,
  warehouse: string,
  lookedAt: Map<string, number> = new Map(),
): Promise<void> {
  const { store, clock } = services;
  for (const plan of await countPlansOf(store.read, warehouse)) {
    const now = clock.now();
    const key = JSON.stringify([warehouse, plan]);
    if (!plan.isActive || plan.everyDays === null || now - (lookedAt.get(key) ?? 0) < againMs) continue;
    lookedAt.set(key, now);
    const due = await dueOf(store.read, warehouse, plan, now);
    if (due.length > 0) await byServer(services, request, warehouse, { plan: plan.code });
  }
}
