import type { Environment, NetworkAnswer, NetworkRequest } from './environment.ts';
import type { NoteConnection } from './sync.ts';

/** Null when no answer came in time. An answer after that is of no use to anybody. */
export function withPatience<Answer>(
  environment: Pick<Environment, 'timers'>,
  asked: Promise<Answer>,
  ms: number,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const cancel = environment.timers.after(ms, () => resolve(null));
    const settle = (answer: Answer | null) => {
      cancel();
      resolve(answer);
    };
    asked.then(settle, () => settle(null));
  });
}

/** A worker is not to believe for longer than this that the server can be reached. */
const doubtMs = 4000;

/**
 * Asks with patience, but says long before it runs out that the server does not answer; an answer that comes after all
 * puts that right.
 */
export async function askServer(
  environment: Pick<Environment, 'network' | 'timers'>,
  request: NetworkRequest,
  ms: number,
  note: NoteConnection,
): Promise<NetworkAnswer | null> {
  const cancelDoubt = environment.timers.after(doubtMs, () => void note('offline'));
  const answer = await withPatience(environment, environment.network(request), ms);
  cancelDoubt();
  return answer;
}
