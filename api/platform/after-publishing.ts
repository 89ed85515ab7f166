import type { Clock } from './clock.ts';
import type { Published } from './http/feed.ts';

export interface AfterPublishing {
  readonly published: Published;
  readonly clock: Clock;
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
export function afterPublishing({ published, clock, everyMs, restMs, work, onError }: AfterPublishing): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopped = () => signal.aborted;
  const running = (async () => {
    while (!isStopped()) {
      const seen = published.position;
      await work(isStopped).catch(onError);
      await pause(clock, restMs, signal);
      if (!isStopped()) await nextOf(published, seen, clock, everyMs, signal);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** By the clock that everything else goes by; nothing waits for it when the program ends. */
function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  // Who was told to stop meanwhile is not told again.
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      timer.stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = clock.every(ms, done);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** The longest that a timer of the platform can wait. */
const foreverMs = 2 ** 31 - 1;

/** Until something is published, or so long has passed. */
async function nextOf(
  published: Published,
  seen: number,
  clock: Clock,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  await Promise.race([published.next(foreverMs, either, seen), pause(clock, everyMs, either)]);
  // With a word of its own: without one an error would be made each time, with the places it came from.
  ended.abort('over');
}
