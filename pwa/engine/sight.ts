import { type Meta, readMeta, type TallymanDatabase } from '../store/database.ts';
import type { Position } from '../store/task.ts';
import type { Looked, Surroundings } from './world.ts';

/**
 * What was looked up for the question on the screen. The answer to it is judged by that and need not wait for the storage
 * again; the screen looks it all up anew whenever something may have changed.
 */
export interface Sight {
  readonly position: Position | null;
  readonly clocks: Promise<readonly [syncedAtMs: Meta['lastSyncAt'] | undefined, Meta['clockOffset'] | undefined]>;
  readonly looked: Looked;
}

/** What one answer is judged by. */
export interface Look {
  readonly looked: Looked;
  readonly around: Promise<Surroundings>;
}

/** Nothing looked up yet but the clocks. */
export function newSight(database: TallymanDatabase, position: Position | null): Sight {
  const clocks = Promise.all([readMeta(database, 'lastSyncAt'), readMeta(database, 'clockOffset')]);
  return { position, clocks, looked: new Map() };
}
