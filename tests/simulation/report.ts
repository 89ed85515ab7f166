import type { QueuedCommand } from '../../pwa/store/queued-command.ts';
import type { Deed } from './checks/deeds.ts';

export interface WorldReport {
  readonly seed: number;
  /** Equal for two runs with the same seed: a hash of everything that happened, in order. */
  readonly digest: string;
  readonly violations: readonly string[];
  /** How often each rare thing happened. */
  readonly counts: ReadonlyMap<string, number>;
  /** What became of the commands of all devices. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** How often each kind of command was carried out, by whomever. */
  readonly done: ReadonlyMap<string, number>;
  /** How often each reason was given for what was not applied. */
  readonly refusals: ReadonlyMap<string, number>;
  readonly simulatedMs: number;
  readonly lastEvents: readonly string[];
}

/** Counts what was done in a world, by what it was and what became of it. */
export function tally(queue: readonly QueuedCommand[], deeds: readonly Deed[]) {
  return {
    outcomes: countOf(queue.map(({ state }) => state)),
    refusals: countOf(queue.flatMap(({ answer }) => (answer?.problem ? [answer.problem.code] : []))),
    done: countOf(deeds.flatMap((deed) => (deed.made ? [nameOf(deed)] : []))),
  };
}

function nameOf({ type, body, made }: Deed): string {
  if (type === 'receiving.register' && body.item === undefined) return `${type} of an announced plate`;
  if (type === 'receiving.register' && body.order === undefined && body.load === undefined) {
    return `${type} of goods that nobody ordered`;
  }
  if (type === 'putaway.put' && made?.shipment !== undefined) return `${type} straight to an order`;
  if (type === 'counting.count') return `${type}: ${made?.outcome}`;
  return type === 'receiving.complete' && body.load !== undefined ? `${type} of a load` : type;
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
