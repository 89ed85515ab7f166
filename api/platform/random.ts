import { randomBytes } from 'node:crypto';
import type { Random } from './services.ts';

const drawnAtOnce = 4096;

/** The system's randomness, drawn in large pieces: asking for ten bytes costs as much as asking for thousands. */
export function systemRandom(): Random {
  let drawn = Buffer.alloc(0);
  return {
    bytes: (count) => {
      if (drawn.length < count) drawn = randomBytes(Math.max(count, drawnAtOnce));
      const given = drawn.subarray(0, count);
      drawn = drawn.subarray(count);
      return given;
    },
  };
}
