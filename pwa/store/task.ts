import type { DetailsScan, LicensePlateScan, LocationScan, Scan } from '#shared/scan/scan.ts';
import type { TallymanDatabase } from './database.ts';
import { addTo, type LogDraft } from './log.ts';
import { type KeptStep, packedTrail, type Step, unpackedTrail } from './packed-trail.ts';

/**
 * Where a person is in a flow: written at each move, so that a killed app goes on where it was. `revision` is the flow's
 * when it was written: one that was changed since starts anew.
 */
export interface Position {
  readonly flow: string;
  readonly revision: number;
  readonly step: string;
  readonly state: object;
  /** The code to scan once more to confirm; null when nothing is to be confirmed. */
  readonly held: string | null;
  /** What one code may have meant: ask once. */
  readonly asking: readonly Scan[];
  /** How many the next scan of an item stands for; left out for one. */
  readonly times?: number;
  /** What labels told of goods that are not scanned yet; left out for nothing. */
  readonly set?: Omit<DetailsScan, 'kind'>;
  /** The plate that was scanned before all of its goods were known; left out for none. */
  readonly plate?: LicensePlateScan;
  /** The place that was scanned, and whose check digits are still to be given; left out for none. */
  readonly place?: LocationScan;
  /** The steps before it, since the last command, newest last: where "back" goes. */
  readonly trail: readonly Step[];
}

/** The tasks of a person on this device: the one under way and those it was left for, the latest first. */
export interface OpenTask {
  readonly badge: string;
  readonly position: Position | null;
  readonly parked: readonly Position[];
}

/** A task as it is kept: see `packedTrail`. */
export interface KeptTask extends Pick<OpenTask, 'badge'> {
  readonly position: KeptPosition | null;
  readonly parked: readonly KeptPosition[];
}

type KeptPosition = Omit<Position, 'trail'> & { readonly trail: readonly KeptStep[] };

export async function readTask(database: TallymanDatabase, badge: string): Promise<OpenTask> {
  const kept = await database.get('task', badge);
  if (!kept) return { badge, position: null, parked: [] };
  return { badge, position: kept.position && unpacked(kept.position), parked: kept.parked.map(unpacked) };
}

export function keptTask({ badge, position, parked }: OpenTask): KeptTask {
  return { badge, position: position && packed(position), parked: parked.map(packed) };
}

/**
 * Writes where the worker is now and, with it, the line of the strip. Not strict: after a pulled battery the worker repeats
 * one scan of a step, nothing that was queued is lost.
 */
export async function writeTask(database: TallymanDatabase, task: OpenTask, log?: LogDraft): Promise<void> {
  const transaction = database.transaction(log ? ['task', 'log'] : ['task'], 'readwrite');
  await Promise.all([
    transaction.objectStore('task').put(keptTask(task)),
    log && addTo(transaction.objectStore('log'), log),
    transaction.done,
  ]);
}

function packed(position: Position): KeptPosition {
  return { ...position, trail: packedTrail(position.trail, position.state) };
}

function unpacked(position: KeptPosition): Position {
  return { ...position, trail: unpackedTrail(position.trail, position.state) };
}
