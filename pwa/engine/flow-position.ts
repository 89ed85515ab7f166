import { invariant } from '#shared/kernel/invariant.ts';
import type { ScanKind } from '#shared/scan/scan.ts';
import type { Position } from '../store/task.ts';
import type { AnyFlow, AnyStep } from './flow.ts';

/** Where a flow begins. */
export function startOf(flow: AnyFlow): Position {
  const { step, state } = flow.start() as unknown as { step: string; state: object };
  return { flow: flow.id, revision: flow.revision, step, state, held: null, asking: [], trail: [] };
}

/** Whether a stored position can be gone on with in this version of the flow. */
export function canResume(flow: AnyFlow, position: Position): boolean {
  return flow.revision === position.revision && Object.hasOwn(flow.steps, position.step);
}

export function stepOf(flow: AnyFlow, position: Position): AnyStep {
  const step = flow.steps[position.step];
  invariant(step, `${flow.id} has the step ${position.step}`);
  return step;
}

/** The kinds of scan that a step knows what to do with. */
export function acceptedKinds(step: AnyStep): ScanKind[] {
  return Object.keys(step.scan ?? {}) as ScanKind[];
}
