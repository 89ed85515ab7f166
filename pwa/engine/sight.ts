import { defaultScanRules, type ScanRules } from '#shared/ledger/scan-rules.ts';
import { type Meta, readMetas, type TallymanDatabase } from '../store/database.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
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
  readonly rules: Promise<ScanRules>;
}

/** Nothing looked up yet but the clocks and the next plate. */
export function newSight(database: TallymanDatabase, position: Position | null): Sight {
  return { position, metas: readMetas(database, ['lastSyncAt', 'clockOffset', 'plates']), looked: new Map() };
}

/** How the codes of the warehouse are read, by the device's copy. */
export async function scanRules(things: ReadThings): Promise<ScanRules> {
  const [found] = foundOf(await things.byCodes([snapshotCode.scanRules]), 'scanRules');
  return found?.value ?? defaultScanRules;
}
