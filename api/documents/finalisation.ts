import { uuidV7 } from '#shared/kernel/id.ts';
import { server } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import type { Services } from '../platform/services.ts';
import { dueDocuments, everySourceSystem } from './finalise.queries.ts';
import { documentsAtOnce, finalise } from './finalise.ts';

const everyMs = 60_000;
/** How often what something stands against is looked at again, where its source system says no more of it. */
const againMs = 3_600_000;

/**
 * Makes documents final once their source system's posting delay is over: looks at start and every minute. Several nodes
 * may look at the same time; each document becomes final once, because it is locked, and looked at again, first.
 */
export function startFinalisation(services: Services): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let isStopped = false;
  const look = () => {
    if (isStopped) return;
    running ??= finaliseDue(services, () => isStopped)
      .catch((error: unknown) =>
        services.log.error({ err: error }, 'documents could not be finalised until the next look'),
      )
      .finally(() => {
        running = undefined;
      });
  };
  const timer = services.clock.every(everyMs, look);
  look();
  return {
    stop: async () => {
      isStopped = true;
      timer.stop();
      await running;
    },
  };
}

async function finaliseDue(services: Services, isStopped: () => boolean): Promise<void> {
  const { read } = services.store;
  for (const sourceSystem of await everySourceSystem(read)) {
    for (;;) {
      if (isStopped()) return;
      const now = services.clock.now();
      const { postingDelaySeconds } = await settingsOf(read, sourceSystem);
      const madeBy = now - postingDelaySeconds * 1000;
      const asked = { sourceSystem, madeBy, checkedBy: now - againMs, limit: documentsAtOnce };
      const documents = await dueDocuments(read, asked);
      if (documents.length > 0) await carryOut(services, documents);
      if (documents.length < documentsAtOnce) break;
    }
  }
}

async function carryOut(
  { store, pipeline, clock, random }: Services,
  documents: readonly { readonly number: string; readonly version: number }[],
): Promise<void> {
  const id = uuidV7(clock.now(), random.bytes(10));
  const { type, version } = finalise;
  const envelope = { id, type, version, device: 'server', warehouse: '*', body: { documents } };
  await store.write((trx) => pipeline.judge(trx, { ...envelope, occurredAt: instant(trx.now) }, server));
}
