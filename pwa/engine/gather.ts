import type { DetailsScan, ItemScan, Scan } from '#shared/scan/scan.ts';
import type { Position } from '../store/task.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { AnyStep } from './flow.ts';
import { factsOf, together } from './scan-set.ts';
import { stay, type Turn, turn } from './turn.ts';

/** Where a worker is. */
interface At {
  readonly position: Position;
  readonly step: AnyStep;
}

/**
 * What was scanned, with how many it stands for and what labels told before of the same goods. A label that names no goods
 * waits for them; where two labels contradict each other the worker is asked.
 */
export function withLabels({ position, step }: At, scan: Scan): Scan | Turn {
  const { set = null, times = 1 } = position;
  if (scan.kind === 'details' && gathers(step)) {
    const gathered = together(set, scan);
    return isPair(gathered) ? atOdds(position, gathered) : gather(position, gathered);
  }
  if (scan.kind !== 'item') return scan;
  const whole = together(set, scan);
  if (isPair(whole)) return atOdds(position, whole);
  if (times === 1 || step.counts !== true) return whole;
  if (whole.unit === undefined) return stay(position, words('times.noUnit', { item: whole.item }));
  if (whole.serial !== undefined) return stay(position, words('times.serial', { serial: whole.serial }));
  return { ...whole, count: (whole.count ?? 1) * times };
}

/**
 * Of a plate that waits until it is asked for (it is in the position): what its label tells of the goods, to be taken as
 * any label; where it tells nothing that the step wants to know, that it waits.
 */
export function besidesPlate({ position, step }: At, scanned: Scan): Scan | Turn {
  if (scanned.kind !== 'licensePlate') return scanned;
  const { licensePlate, known: _, ...told } = scanned;
  const takesDetails = gathers(step) || step.scan?.details !== undefined;
  if (takesDetails && factsOf(told).length > 0) return { ...told, kind: 'details' };
  const said = words('set.plate', { licensePlate: grouped(licensePlate) });
  return turn({ ...position, held: null, asking: [] }, 'ask', said);
}

/** The goods are still asked for, as by a scan of the dock they stand at: what labels told of them waits on. */
export function stillGathered({ step, set, times }: Position, next: Turn): Turn {
  if (next.command !== null || next.position?.step !== step) return next;
  return { ...next, position: { ...next.position, ...(set && { set }), ...(times !== undefined && { times }) } };
}

/** A step that begins with goods; one that counts goods which are known has nothing to gather. */
function gathers({ scan = {}, enter }: AnyStep): boolean {
  return scan.item !== undefined && scan.details === undefined && enter?.kind !== 'number';
}

function gather(position: Position, { kind: _, ...set }: DetailsScan): Turn {
  const said = words('set.understood', { facts: factsOf(set) });
  return turn({ ...position, held: null, asking: [], set }, 'ask', said);
}

function atOdds({ set: _, ...position }: Position, asking: readonly (ItemScan | DetailsScan)[]): Turn {
  return turn({ ...position, held: null, asking }, 'ask', words('set.whichLabel'));
}

function isPair<One extends object>(one: One | readonly [One, One]): one is readonly [One, One] {
  return Array.isArray(one);
}
