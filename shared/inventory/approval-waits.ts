import { type Problem, problem } from '#shared/kernel/problem.ts';

/** A second person is asked already: asking twice would have the same thing done twice. */
export function approvalWaits(approval: string): Problem {
  return problem('inventory.approval_waits', { approval });
}
