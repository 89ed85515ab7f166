import { setTimeout as pause } from 'node:timers/promises';
import type { Published } from './http/feed.ts';

export interface AfterPublishing {
  readonly published: Published;
  /** How long is waited at most, and how long at least from the end of one time to the beginning of the next. */
  readonly everyMs: number;
  readonly restMs: number;
  /** Told whether it has been stopped, so that a long one can end early. */
  readonly work: (isStopped: () => boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * Does something at once, and again whenever anything was published, on whichever node: what has to follow a change
 * follows it within moments. `stop` waits until the running one has ended.
 */
export function afterPublishing({ published, everyMs, restMs, work, onError }: AfterPublishing): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopped = () => signal.aborted;
  const running = (async () => {
    while (!isStopped()) {
      const seen = published.position;
      await work(isStopped).catch(onError);
      await pause(restMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!isStopped()) await published.next(everyMs, signal, seen);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
