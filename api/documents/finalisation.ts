import { uuidV7 } from '#shared/kernel/id.ts';
import { server } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { repeatedly } from '../platform/repeatedly.ts';
import type { Services } from '../platform/services.ts';
import { dueDocuments, everySourceSystem } from './finalise.queries.ts';
import { documentsAtOnce, finalise } from './finalise.ts';

/** An ERP that gives people seconds to reverse is not to wait for minutes. */
const everyMs = 1000;
/** How often what something stands against is looked at again, where its source system says no more of it. */
const againMs = 3_600_000;

/**
 * Makes documents final once their source system's posting delay is over: looks at start and every second. Several nodes
 * may look at the same time; each document becomes final once, because it is locked, and looked at again, first.
 */
export function startFinalisation(services: Services): { stop(): Promise<void> } {
  const { clock, log } = services;
  return repeatedly({
    clock,
    everyMs,
    work: (isStopped) => finaliseDue(services, isStopped),
    onError: (error) => log.error({ err: error }, 'documents could not be finalised until the next look'),
  });
}

async function finaliseDue(services: Services, isStopped: () => boolean): Promise<void> {
  for (const sourceSystem of await everySourceSystem(services.store.read)) {
    await finaliseDueOf(services, sourceSystem, isStopped);
  }
}

async function finaliseDueOf(services: Services, sourceSystem: string, isStopped: () => boolean): Promise<void> {
  const { store, clock } = services;
  const now = clock.now();
  const { postingDelaySeconds } = await settingsOf(store.read, sourceSystem);
  const asked = {
    sourceSystem,
    madeBy: now - postingDelaySeconds * 1000,
    checkedBy: now - againMs,
    limit: documentsAtOnce,
  };
  let after: Awaited<ReturnType<typeof dueDocuments>>[number] | null = null;
  while (!isStopped()) {
    const due: Awaited<ReturnType<typeof dueDocuments>> = await dueDocuments(store.read, { ...asked, after });
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
