import { invariant } from '#shared/kernel/invariant.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { Position } from '../store/task.ts';
import type { Words } from '../ui/words.ts';
import type { AnyFlow } from './flow.ts';
import { startOf } from './flow-position.ts';

interface Mended {
  readonly step: string;
  readonly state: object;
  readonly told: Words | null;
}

type Refused = Pick<QueuedCommand, 'state' | 'command' | 'answer'>;

/** Whether a refused command can be put right without doing all of it again. */
export function canMend(flows: readonly AnyFlow[], queued: Refused): boolean {
  return flowToFetch(flows, queued) !== undefined || mending(flows, queued) !== null;
}

/** The flow that puts a refused command right and whose steps have to be fetched for that. */
export function flowToFetch(flows: readonly AnyFlow[], { state, answer }: Refused): AnyFlow | undefined {
  const code = state === 'refused' ? answer?.problem?.code : undefined;
  return code === undefined ? undefined : flows.find(({ load, mends }) => load && mends?.includes(code));
}

/**
 * Where a worker goes on to put a refused command right without doing all of it again: the flow that made it, at the
 * step where something was wrong, with everything that was right; and what is said there. Null where no flow can.
 */
export function mending(
  flows: readonly AnyFlow[],
  { state, command, answer }: Refused,
): { readonly position: Position; readonly said: Words | null } | null {
  const problem = answer?.problem;
  if (state !== 'refused' || !problem) return null;
  for (const flow of flows) {
    const to = flow.mend?.(command, problem) as Mended | null | undefined;
    if (!to) continue;
    invariant(Object.hasOwn(flow.steps, to.step), `${flow.id} has the step ${to.step}`);
    return { position: { ...startOf(flow), step: to.step, state: to.state }, said: to.told };
  }
  return null;
}
