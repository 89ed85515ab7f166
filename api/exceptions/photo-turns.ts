import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';

/** After each write photos leave the disk to others for so many times as long as it took, */
const restsPerWrite = 3;
/** but no longer than this, ms: a disk that was busy once is not busy for ever. */
const longestRestMs = 50;

/** Runs a write when its turn has come. */
export type InTurn = <T>(write: () => Promise<T>) => Promise<T>;

/**
 * Lets photos reach the disk in small writes with rests between, one write at a time, whichever photo it is of. However
 * many devices send theirs at once, they take a share of the disk, and a command finds it free or waits for one small
 * write; and a small photo does not wait for a large one.
 */
export function makePhotoTurns(clock: Clock): InTurn {
  let free: Promise<unknown> = Promise.resolve();
  return (write) => {
    const written = free.then(async () => {
      const startedMs = clock.monotonicMs();
      const value = await write();
      return { value, tookMs: clock.monotonicMs() - startedMs };
    });
    free = written.then(
      ({ tookMs }) => rest(tookMs * restsPerWrite),
      // Why it failed is told to who wanted it; the next has its own try.
      () => undefined,
    );
    return written.then(({ value }) => value);
  };
}

async function rest(ms: number): Promise<void> {
  if (ms > 0) await pause(Math.min(ms, longestRestMs));
}
