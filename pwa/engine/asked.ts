import type { Environment } from '../store/environment.ts';
import { withPatience } from '../store/patience.ts';

/** What the server answered, and when, by the device's clock. */
export interface Answered {
  readonly body: unknown;
  readonly atMs: number;
}

/** What a step shows that only the server knows: asked when the step is shown, there a moment later. */
export interface Asker {
  /** What the server said last; null when it was not asked or did not answer. */
  known(path: string): Answered | null;
  /** Asks, unless it was answered lately. */
  ask(path: string): Promise<Heard>;
}

/** Something that was not there before; nothing new; or no answer at all, which another try may have. */
export type Heard = 'news' | 'nothing' | 'silence';

const patienceMs = 4000;
const freshMs = 10_000;
/** Answers that are kept, so that going back shows them at once, also where the network is gone meanwhile. */
const mostKept = 12;

/** `path`: of a GET under `/api/device/` with its query; the warehouse is added. */
export function makeAsker(environment: Environment, warehouse: string): Asker {
  const answers = new Map<string, Answered>();
  return {
    known: (path) => answers.get(path) ?? null,
    ask: async (path) => {
      const last = answers.get(path);
      if (last && environment.clock.now() - last.atMs < freshMs) return 'nothing';
      const whole = `/api/device/${path}&warehouse=${encodeURIComponent(warehouse)}`;
      const answer = await withPatience(environment, environment.network({ method: 'GET', path: whole }), patienceMs);
      if (answer === null) return 'silence';
      if (answer.status !== 200) return 'nothing';
      answers.delete(path);
      answers.set(path, { body: answer.body, atMs: environment.clock.now() });
      const [oldest] = answers.keys();
      if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
      return 'news';
    },
  };
}
