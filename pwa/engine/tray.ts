import type { Problem } from '#shared/kernel/problem.ts';
import type { TallymanDatabase } from '../store/database.ts';
import { type QueueState, troubled } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';
import type { Words } from '../ui/words.ts';
import type { AnyFlow } from './flow.ts';
import { mendingPosition } from './mend.ts';

/** Something the server did not do, or not yet: a person has to know, and to do something about the goods. */
export interface TrayEntry {
  readonly sequence: number;
  readonly badge: string;
  readonly words: Words;
  readonly state: QueueState;
  readonly problem: Problem | null;
  readonly occurredAt: string;
  /** A supervisor has decided on what was held. */
  readonly isDecided: boolean;
  /** It can be put right from where something was wrong. */
  readonly canMend: boolean;
}

/** Everything on this device that nobody has acknowledged, newest first. */
export async function readTray(
  database: TallymanDatabase,
  things: ReadThings,
  flows: readonly AnyFlow[],
): Promise<TrayEntry[]> {
  const found = await Promise.all(troubled.map((state) => database.getAllFromIndex('queue', 'state', state)));
  const unseen = found.flat().filter((queued) => !queued.isSeen);
  const entries = unseen.map(async (queued) => {
    const { sequence, badge, words, state, answer, id, command } = queued;
    const exception = state === 'held' ? await things.thing('exception', id) : undefined;
    const isDecided = exception !== undefined && exception.status !== 'open';
    return {
      sequence,
      badge,
      words,
      state,
      problem: answer?.problem ?? null,
      occurredAt: command.occurredAt,
      isDecided,
      canMend: mendingPosition(flows, queued) !== null,
    };
  });
  return (await Promise.all(entries)).sort((one, other) => other.sequence - one.sequence);
}
