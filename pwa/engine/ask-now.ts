import type { Problem } from '#shared/kernel/problem.ts';
import { withPatience } from '../store/patience.ts';
import { newCommandId } from '../store/queue.ts';
import type { RunnerOptions } from './runner.ts';

/** `problem` null: nobody answered, so nobody knows whether it was done. */
export type AnsweredNow = { readonly result: unknown } | { readonly problem: Problem | null };

/** Longer than this nobody stands and waits. */
const patienceMs = 8000;

interface SentResult {
  readonly outcome: string;
  readonly result: unknown;
  readonly problem: Problem | null;
}

/** Sends one command outside of the device's order and says what became of it. It is never sent again. */
export async function askNow(
  { environment, session, device }: Pick<RunnerOptions, 'environment' | 'session' | 'device'>,
  { type, version, body }: { readonly type: string; readonly version: number; readonly body: object },
): Promise<AnsweredNow> {
  const command = {
    ...{ id: newCommandId(environment), type, version, session: session.session, device, sequence: null },
    ...{ warehouse: session.warehouse, occurredAt: new Date(environment.clock.now()).toISOString(), body },
  };
  const request = { method: 'POST', path: '/api/device/commands', body: { commands: [command] } } as const;
  const answer = await withPatience(environment, environment.network(request), patienceMs);
  if (answer?.status !== 200) return { problem: null };
  const [first] = (answer.body as { readonly results: readonly SentResult[] }).results;
  return first?.outcome === 'applied' ? { result: first.result } : { problem: first?.problem ?? null };
}
