import { everyWarehouse } from '../platform/facts/warehouses.queries.ts';
import { repeatedly } from '../platform/repeatedly.ts';
import type { Services } from '../platform/services.ts';
import { forgetJobs } from './jobs.queries.ts';

const everyMs = 3_600_000;
/** Who wants a label of last month prints a new one; that there was one is still known, and the audit log has who asked. */
const keptMs = 30 * 86_400_000;

/** Forgets print jobs that were over a month ago, with all that stood on their labels: they would fill the disk. */
export function startForgettingJobs({ store, clock, log }: Services): { stop(): Promise<void> } {
  return repeatedly({
    clock,
    everyMs,
    work: async (isStopped) => {
      for (const warehouse of await everyWarehouse(store.read)) {
        if (isStopped()) return;
        await store.write((trx) => trx.one(forgetJobs, { warehouse, before: clock.now() - keptMs }));
      }
    },
    onError: (error) => log.error({ err: error }, 'old print jobs are kept until the next look'),
  });
}
