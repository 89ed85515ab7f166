import { uuidV7 } from '#shared/kernel/id.ts';
import { server } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { repeatedly } from '../platform/repeatedly.ts';
import type { Services } from '../platform/services.ts';
import { dueDocuments, everySourceSystem } from './finalise.queries.ts';
import { documentsAtOnce, finalise } from './finalise.ts';

/** Where people have seconds to reverse, a document is not to wait for minutes; where they have longer, to the minute. */
const everyMs = 1000;
const seldomMs = 60_000;
/** How often what something stands against is looked at again, where its source system says no more of it. */
const againMs = 3_600_000;

/**
 * Makes documents final once their source system's posting delay is over: looks at start, then every second, or every
 * minute where the delay is longer than that. Several nodes may look at the same time; each document becomes final once,
 * because it is locked, and looked at again, first.
 */
export function startFinalisation(services: Services): { stop(): Promise<void> } {
  const { clock, log } = services;
  const lookedAt = new Map<string, number>();
  return repeatedly({
    clock,
    everyMs,
    work: (isStopped) => finaliseDue(services, lookedAt, isStopped),
    onError: (error) => log.error({ err: error }, 'documents could not be finalised until the next look'),
  });
}

/** `lookedAt`: when each source system was looked at last, ms. */
async function finaliseDue(services: Services, lookedAt: Map<string, number>, isStopped: () => boolean): Promise<void> {
  const { store, clock } = services;
  for (const sourceSystem of await everySourceSystem(store.read)) {
    const now = clock.now();
    const delayMs = (await settingsOf(store.read, sourceSystem)).postingDelaySeconds * 1000;
    if (delayMs > seldomMs && now - (lookedAt.get(sourceSystem) ?? 0) < seldomMs) continue;
    lookedAt.set(sourceSystem, now);
    await finaliseDueOf(services, { sourceSystem, now, delayMs }, isStopped);
  }
}

async function finaliseDueOf(
  services: Services,
  { sourceSystem, now, delayMs }: { readonly sourceSystem: string; readonly now: number; readonly delayMs: number },
  isStopped: () => boolean,
): Promise<void> {
  const asked = {
    sourceSystem,
    madeBy: now - delayMs,
    checkedBy: now - againMs,
    limit: documentsAtOnce,
  };
  let after: Awaited<ReturnType<typeof dueDocuments>>[number] | null = null;
  while (!isStopped()) {
    const due: Awaited<ReturnType<typeof dueDocuments>> = await dueDocuments(services.store.read, { ...asked, after });
    if (due.length > 0) await carryOut(services, due);
    after = due.at(-1) ?? null;
    if (due.length < documentsAtOnce) return;
  }
}

async function carryOut(
  { store, pipeline, clock, random }: Services,
  due: readonly { readonly number: string; readonly version: number }[],
): Promise<void> {
  const id = uuidV7(clock.now(), random.bytes(10));
  const { type, version } = finalise;
  const body = { documents: due.map(({ number, version: of }) => ({ number, version: of })) };
  const envelope = { id, type, version, device: 'server', warehouse: '*', body };
  await store.write((trx) => pipeline.judge(trx, { ...envelope, occurredAt: instant(trx.now) }, server));
}
