import type { Services } from '../platform/services.ts';
import { noteUses } from './key.queries.ts';

const everyMs = 60_000;

/**
 * Notes once a minute which keys were used: a write with every request would cost more than the request. What was used in
 * the last minute before a crash is not told.
 */
export function startKeyUse({ store, clock, credentials, log }: Services): { stop(): Promise<void> } {
  let writing = Promise.resolve();
  const note = () => {
    const uses = credentials.takeKeyUses();
    if (uses.size === 0) return;
    writing = store
      .write((trx) => noteUses(trx, uses))
      .catch((error: unknown) => log.error({ err: error }, 'the last use of keys was not noted'));
  };
  const timer = clock.every(everyMs, note);
  return {
    stop: async () => {
      timer.stop();
      note();
      await writing;
    },
  };
}
