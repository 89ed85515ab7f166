import type { Random } from './environment.ts';

export const browserRandom: Random = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };
