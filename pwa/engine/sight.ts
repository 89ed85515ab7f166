import { type Meta, readMetas, type TallymanDatabase } from '../store/database.ts';
import type { Position } from '../store/task.ts';
import type { Looked, Surroundings } from './world.ts';

/**
 * What was looked up for the question on the screen. The answer to it is judged by that and need not wait for the storage
 * again; the screen looks it all up anew whenever something may have changed.
 */
export interface Sight {
  readonly position: Position | null;
  readonly metas: Promise<Partial<Pick<Meta, 'lastSyncAt' | 'clockOffset' | 'plates'>>>;
  readonly looked: Looked;
}

/** What one answer is judged by. */
export interface Look {
  readonly looked: Looked;
  readonly around: Promise<Surroundings>;
}

/** Nothing looked up yet but the clocks and the next plate. */
export function newSight(database: TallymanDatabase, position: Position | null): Sight {
  return { position, metas: readMetas(database, ['lastSyncAt', 'clockOffset', 'plates']), looked: new Map() };
}
