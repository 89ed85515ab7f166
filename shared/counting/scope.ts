import { type Problem, problem } from '../kernel/problem.ts';

/** What a count is of: a place with all that stands there, an item wherever it is, or one item at one place. */
export interface CountScope {
  readonly location: string | null;
  /** The item's key. */
  readonly item: string | null;
}

/** A place that is to be counted, as far as it decides whether it can be. */
export interface CountPlace {
  readonly type: string;
}

/** Where goods stay until somebody wants them. What is at a dock, a packing place or a door is on its way, and counted by those who move it. */
const countableTypes: readonly string[] = ['storage', 'pick', 'quarantine'];

/** `location.unknown`; `counting.not_countable` goods only pass through here. */
export function whyNotCountable(location: CountPlace | null, code: string): Problem | null {
  if (!location) return problem('location.unknown', { location: code });
  return countableTypes.includes(location.type) ? null : problem('counting.not_countable', { location: code });
}
