import type { Environment } from './environment.ts';

/** What a round of work found: more to do at once, nothing for now, or that it failed. */
export type Round = 'more' | 'idle' | 'failed';

export interface Loop {
  /** There may be something to do: try now, unless a round is under way, then once more after it. */
  kick(): void;
  stop(): void;
}

export interface LoopOptions {
  /** How long to wait when there was nothing to do. */
  readonly idleMs: number;
  /** After the first failure; doubled after each further one that nobody kicked, up to `longestMs`. */
  readonly shortestMs: number;
  readonly longestMs: number;
}

/** Does rounds of work one after another, never two at once, with growing waits while they fail. */
export function startLoop(
  environment: Pick<Environment, 'timers' | 'random'>,
  options: LoopOptions,
  work: () => Promise<Round>,
): Loop {
  let isRunning = false;
  let isKicked = false;
  let isStopped = false;
  let failures = 0;
  let cancelWait = () => {};

  /** `isAsked`: it did not wait its time, so its failure says nothing of how long the next has to. */
  async function run(isAsked = false): Promise<void> {
    if (isRunning || isStopped) return;
    isRunning = true;
    cancelWait();
    const round = await work().catch((): Round => 'failed');
    isRunning = false;
    if (isStopped) return;
    if (round !== 'failed') failures = 0;
    else if (!isAsked || failures === 0) failures += 1;
    // Also after a failure: the network may have come back while the round waited for it.
    const again = round === 'more' || isKicked;
    isKicked = false;
    if (again) void run();
    else cancelWait = environment.timers.after(waitMs(round), () => void run());
  }

  function waitMs(round: Round): number {
    if (round !== 'failed') return options.idleMs;
    const grown = Math.min(options.longestMs, options.shortestMs * 2 ** Math.min(failures - 1, 20));
    // Devices that lost the server at the same moment shall not all come back at the same moment.
    const [spread = 0] = environment.random.bytes(1);
    return Math.round(grown * (0.75 + spread / 512));
  }

  void run();
  return {
    kick: () => {
      if (isRunning) isKicked = true;
      else void run(true);
    },
    stop: () => {
      isStopped = true;
      cancelWait();
    },
  };
}
