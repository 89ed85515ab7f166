import { invariant } from '#shared/kernel/invariant.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { Position } from '../store/task.ts';
import type { AnyFlow } from './flow.ts';
import { startOf } from './run.ts';

/**
 * Where a worker goes on to put a refused command right without doing all of it again: the flow that made it, at the
 * step where something was wrong, with everything that was right. Null where no flow can.
 */
export function mendingPosition(
  flows: readonly AnyFlow[],
  { state, command, answer }: Pick<QueuedCommand, 'state' | 'command' | 'answer'>,
): Position | null {
  const problem = answer?.problem;
  if (state !== 'refused' || !problem) return null;
  for (const flow of flows) {
    const to = flow.mend?.(command, problem) as { readonly step: string; readonly state: object } | null | undefined;
    if (!to) continue;
    invariant(Object.hasOwn(flow.steps, to.step), `${flow.id} has the step ${to.step}`);
    return { ...startOf(flow), step: to.step, state: to.state };
  }
  return null;
}
