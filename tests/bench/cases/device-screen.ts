import type { BenchCase } from '../case.ts';

/** The handheld's own speed, in a real browser that is slowed down four times. */
export const deviceScreen: BenchCase = {
  name: 'device-screen',
  run: async () => [],
};
