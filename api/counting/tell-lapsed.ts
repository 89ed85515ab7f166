import { blindMs } from '#shared/ledger/claim-lease.ts';
import { begunBetween, tellOfCounted } from '../platform/facts/withheld.queries.ts';
import { repeatedly } from '../platform/repeatedly.ts';
import type { Services } from '../platform/services.ts';

const everyMs = 60_000;

/**
 * Whoever began to count and said nothing more for a shift is told again how much there is, within a
 * minute. What ran out before the start is looked at once; several nodes may tell the same.
 */
export function startTellingLapsed(services: Services): { stop(): Promise<void> } {
  let lookedAt = 0;
  return repeatedly({
    clock: services.clock,
    everyMs,
    work: async () => {
      lookedAt = await tellLapsed(services, lookedAt);
    },
    onError: (error) => services.log.error({ err: error }, 'what may be told again is told with the next look'),
  });
}

/** Tells of what has run out since an instant, the last look. Answers the instant of this one. */
export async function tellLapsed({ store, clock }: Services, lookedAt: number): Promise<number> {
  const now = clock.now();
  const lapsed = await begunBetween(store.read, lookedAt - blindMs, now - blindMs);
  if (lapsed.length === 0) return now;
  await store.write(async (trx) => {
    for (const counted of lapsed) await tellOfCounted(trx, counted);
  });
  return now;
}
