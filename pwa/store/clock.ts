import type { Clock } from './environment.ts';

export const deviceClock: Clock = { now: () => Date.now() };
