import { type Problem, problem } from '../kernel/problem.ts';
import { countableTypes } from '../ledger/count-plan.ts';

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

/** `location.unknown`; `counting.not_countable` goods only pass through here on their way out. */
export function whyNotCountable(location: CountPlace | null, code: string): Problem | null {
  if (!location) return problem('location.unknown', { location: code });
  const types: readonly string[] = countableTypes;
  return types.includes(location.type) ? null : problem('counting.not_countable', { location: code });
}

/** `counting.work_withdrawn`, `counting.work_done`: nobody has to count it any more. */
export function whyNotOpen({ id, status }: { readonly id: string; readonly status: string }): Problem | null {
  if (status === 'open') return null;
  return problem(status === 'cancelled' ? 'counting.work_withdrawn' : 'counting.work_done', { work: id });
}
