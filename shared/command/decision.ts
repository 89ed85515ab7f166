import type { Problem } from '../kernel/problem.ts';
import type { EntryDraft } from '../ledger/entry.ts';

/**
 * What a rule answers. `applied` carries the stock movements, the operation's own instructions (`plan`) and what the
 * sender is told (`result`). `refused`: a rule says no on what the sender could know. `held`: a physical fact that no
 * longer fits what changed meanwhile; kept for a supervisor.
 */
export type Decision<Plan, Result> = Applied<Plan, Result> | Refused | Held;

export interface Applied<Plan, Result> {
  readonly outcome: 'applied';
  readonly entries: readonly EntryDraft[];
  readonly plan: Plan;
  readonly result: Result;
}

export interface Refused {
  readonly outcome: 'refused';
  readonly problem: Problem;
}

export interface Held {
  readonly outcome: 'held';
  readonly problem: Problem;
}

export function applied<Plan, Result>(
  plan: Plan,
  result: Result,
  entries: readonly EntryDraft[] = [],
): Applied<Plan, Result> {
  return { outcome: 'applied', entries, plan, result };
}

export function refused(problem: Problem): Refused {
  return { outcome: 'refused', problem };
}

export function held(problem: Problem): Held {
  return { outcome: 'held', problem };
}
