import type { OpenTask, Position } from '../store/task.ts';
import type { AnyFlow } from './flow.ts';
import { canResume, startOf } from './flow-position.ts';

/**
 * Opens a flow. What is under way is parked, never lost: opened again it goes on where it was. A look-up (`lookUp`) is
 * always begun anew and never parked.
 */
export function openedTask(task: OpenTask, flow: AnyFlow, lookUp: string | undefined): OpenTask {
  if (task.position?.flow === flow.id) return flow.id === lookUp ? { ...task, position: startOf(flow) } : task;
  const parked = [...(task.position ? [task.position] : []), ...task.parked].filter(
    (position) => position.flow !== lookUp && position.flow !== flow.id,
  );
  const known = flow.id === lookUp ? undefined : task.parked.find((position) => position.flow === flow.id);
  return { ...task, position: known ?? startOf(flow), parked };
}

/** Closes the flow under way. A look-up comes back to the task it interrupted; any other ends at the menu. */
export function closedTask(task: OpenTask, lookUp: string | undefined): OpenTask {
  const [interrupted = null, ...others] = task.parked;
  if (task.position?.flow === lookUp) return { ...task, position: interrupted, parked: others };
  return { ...task, position: null };
}

/**
 * The flows that somebody is in the middle of, the one under way first: one that is at its first question has nothing to
 * lose, and neither has a look-up.
 */
export function begunFlows(task: OpenTask, flows: readonly AnyFlow[], lookUp: string | undefined): string[] {
  const positions = task.position ? [task.position, ...task.parked] : task.parked;
  const begun = positions.filter((position) => {
    const flow = flows.find(({ id }) => id === position.flow);
    const { step, trail, held, asking } = position;
    const isAtStart = flow !== undefined && step === startOf(flow).step && trail.length === 0;
    return position.flow !== lookUp && !(isAtStart && held === null && asking.length === 0);
  });
  return begun.map(({ flow }) => flow);
}

/** Without what this version of the app cannot go on with. */
export function resumableTask(task: OpenTask, flows: readonly AnyFlow[]): OpenTask {
  const isKnown = (position: Position) => {
    const flow = flows.find(({ id }) => id === position.flow);
    return flow !== undefined && canResume(flow, position);
  };
  const position = task.position && isKnown(task.position) ? task.position : null;
  return { ...task, position, parked: task.parked.filter(isKnown) };
}
