import type { ConsoleCommand } from '../outside/sim-console.ts';
import type { DeviceQueue } from './commands.ts';

/** A command, and what came of it in the end. */
export interface Deed {
  readonly id: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  /** It was held or waited for a second person, whatever was decided since. */
  readonly isCase: boolean;
  /** What it answered when it was carried out: at once, or when somebody decided on it. Undefined: it never was. */
  readonly made: Readonly<Record<string, unknown>> | undefined;
  /** As the command itself says, and when it really was, by the time of the world; undefined: nobody saw it. */
  readonly occurredAt?: string | undefined;
  readonly doneAtMs?: number | undefined;
}

/** Everything that anybody did, with what was decided on what was held or waited for a second person. */
export function deedsOf(devices: readonly DeviceQueue[], consoles: readonly ConsoleCommand[]): Deed[] {
  const done = [
    ...devices.flatMap(({ queue, doneAtMs }) =>
      queue.map(({ id, command: { type, body, occurredAt }, state, answer }) => ({
        ...{ id, type, body, outcome: state as string, occurredAt, doneAtMs: doneAtMs.get(id) },
        result: answer?.result ?? null,
      })),
    ),
    ...consoles.map(({ command: { id, type, body, occurredAt }, outcome = '', result }) => ({
      ...{ id, type, body, outcome, result, occurredAt, doneAtMs: Date.parse(occurredAt) },
    })),
  ];
  const decided = new Map<string, unknown>();
  for (const { type, body, outcome, result } of done) {
    const isCarriedOut = body.action === 'apply' || body.action === 'approve';
    if (type !== 'exceptions.resolve' || outcome !== 'applied' || !isCarriedOut) continue;
    decided.set(String(body.exception), (result as { result: unknown }).result);
  }
  return done.map(({ id, type, body, outcome, result, occurredAt, doneAtMs }) => {
    const isWaiting = outcome === 'applied' && hasApproval(result);
    const isDone = outcome === 'applied' && !isWaiting;
    const made = isDone ? (result ?? {}) : decided.has(id) ? (decided.get(id) ?? {}) : undefined;
    const isCase = isWaiting || outcome === 'held';
    return { id, type, body, outcome, isCase, made: made as Deed['made'], occurredAt, doneAtMs };
  });
}

function hasApproval(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'approval' in result;
}
