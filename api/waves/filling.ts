import { afterPublishing } from '../platform/after-publishing.ts';
import { byServer } from '../platform/by-server.ts';
import type { Services } from '../platform/services.ts';
import { fill } from './fill.ts';
import { undoPart } from './undo-part.ts';
import { partsToUndo, wavesToFill } from './waves.queries.ts';

/**
 * Fills large waves, and takes back those that were cancelled, one part after the other, each in a transaction of its
 * own: whoever sends other commands meanwhile waits for one part at most. Begins as soon as a wave is begun, and goes
 * on after a restart where it was.
 */
export function startFilling(services: Services): { stop(): Promise<void> } {
  const { published, clock, log } = services;
  return afterPublishing({
    ...{ published, clock },
    // Beginning a wave publishes nothing that could wake this up.
    everyMs: 500,
    restMs: 20,
    work: async (isStopped) => {
      await undoAll(services, isStopped);
      await fillAll(services, isStopped);
    },
    onError: (error) => log.error({ err: error }, 'waves could not be filled until the next look'),
  });
}

async function undoAll(services: Services, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    const parts = await services.store.read.all(partsToUndo, {});
    if (parts.length === 0) return;
    for (const { wave, warehouse, part } of parts) {
      if (isStopped()) return;
      const { problem } = await byServer(services, undoPart, warehouse, { wave, part });
      if (problem) throw new Error(`${wave}: ${problem.code}`);
    }
  }
}

async function fillAll(services: Services, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    const filling = await services.store.read.all(wavesToFill, {});
    const waves = filling.flatMap(({ part, ...wave }) => (part === null ? [] : [{ ...wave, part }]));
    if (waves.length === 0) return;
    for (const { wave, warehouse, part } of waves) {
      if (isStopped()) return;
      const { problem } = await byServer(services, fill, warehouse, { wave, part });
      if (problem && problem.code !== 'waves.not_processing') throw new Error(`${wave}: ${problem.code}`);
    }
  }
}
