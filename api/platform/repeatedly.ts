import type { Clock } from './clock.ts';

export interface Repeated {
  readonly clock: Clock;
  readonly everyMs: number;
  /** Told whether it has been stopped, so that a long one can end early. */
  readonly work: (isStopped: () => boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * Does something at once and then again and again, one after the other: what falls due while it is being done is done
 * right after. `stop` waits until the running one has ended.
 */
export function repeatedly({ clock, everyMs, work, onError }: Repeated): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  let isDueAgain = false;
  let isStopped = false;
  const run = () => {
    if (isStopped) return;
    if (running) {
      isDueAgain = true;
      return;
    }
    isDueAgain = false;
    running = work(() => isStopped)
      .catch(onError)
      .finally(() => {
        running = undefined;
        if (isDueAgain) run();
      });
  };
  const timer = clock.every(everyMs, run);
  run();
  return {
    stop: async () => {
      isStopped = true;
      timer.stop();
      await running;
    },
  };
}
