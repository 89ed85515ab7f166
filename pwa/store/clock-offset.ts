import { readMeta, type TallymanDatabase, writeMeta } from './database.ts';

/** One comparison of the clocks: the server's time was read somewhere between sending and receiving. */
export interface ClockReading {
  readonly sentMs: number;
  readonly receivedMs: number;
  readonly serverMs: number;
  /** How coarse the server's time is: a `Date` header counts whole seconds. */
  readonly grainMs: number;
}

const outdatedMs = 30 * 60 * 1000;

/**
 * Keeps the better of two measurements of the offset: the one with less doubt (round trip plus grain), unless it is old
 * or the clocks have moved apart by more than either could be wrong.
 */
export async function noteClock(database: TallymanDatabase, reading: ClockReading): Promise<void> {
  const roundTripMs = reading.receivedMs - reading.sentMs;
  if (roundTripMs < 0) return;
  const doubtMs = roundTripMs + reading.grainMs;
  const middleOfGrain = Math.floor(reading.grainMs / 2);
  const offsetMs = Math.round(reading.serverMs + middleOfGrain - (reading.sentMs + roundTripMs / 2));
  const known = await readMeta(database, 'clockOffset');
  const isBetter =
    !known ||
    doubtMs <= known.doubtMs ||
    reading.receivedMs - known.measuredAt > outdatedMs ||
    Math.abs(offsetMs - known.offsetMs) > doubtMs + known.doubtMs;
  if (!isBetter) return;
  await writeMeta(database, 'clockOffset', { offsetMs, doubtMs, measuredAt: reading.receivedMs });
}
