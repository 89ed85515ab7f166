/** Time, so that tests and the simulation can have their own. */
export interface Clock {
  /** ms since 1970, UTC. */
  now(): number;
  /** ms that never go back, for measuring. */
  monotonicMs(): number;
  /** Runs `work` every `ms` until stopped. */
  every(ms: number, work: () => void): { stop(): void };
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  every: (ms, work) => {
    const timer = setInterval(work, ms);
    timer.unref();
    return { stop: () => clearInterval(timer) };
  },
};

/** An instant as RFC 3339 in UTC. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}
