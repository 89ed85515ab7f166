import type { Problem } from '#shared/kernel/problem.ts';
import type { TallymanDatabase } from '../store/database.ts';
import { openApplied } from '../store/queue.ts';
import { type QueuedCommand, type QueueState, troubled, waitsFor } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';
import type { Words } from '../ui/words.ts';
import type { AnyFlow } from './flow.ts';
import { canMend } from './mend.ts';

/** Something the server did not do, or not yet: a person has to know, and to do something about the goods. */
export interface TrayEntry {
  readonly sequence: number;
  readonly badge: string;
  readonly words: Words;
  readonly state: QueueState;
  readonly problem: Problem | null;
  readonly occurredAt: string;
  /** Nothing is booked before a second person agrees. */
  readonly isForApproval: boolean;
  /** There are none of the goods that it asks for: the instant until which they are waited for, '' where nobody said. */
  readonly waitsUntil: string | null;
  /** A supervisor has decided on what was held, or waited for consent. */
  readonly isDecided: boolean;
  /** It can be put right from where something was wrong. */
  readonly canMend: boolean;
  /** Where goods in hand go back to: their work was cancelled, or given to somebody else, meanwhile. */
  readonly putBack: readonly string[];
}

/** Everything on this device that nobody has acknowledged, newest first. */
export async function readTray(
  database: TallymanDatabase,
  things: ReadThings,
  flows: readonly AnyFlow[],
): Promise<TrayEntry[]> {
  const { store } = database.transaction('queue');
  const [applied, ...found] = await Promise.all([
    openApplied(database, store),
    ...troubled.map((state) => store.index('state').getAll(state)),
  ]);
  const unseen = [...found.flat(), ...applied.filter((queued) => waitsFor(queued) !== null)].filter(
    (queued) => !queued.isSeen,
  );
  const entries = unseen.map(async (queued) => {
    const { sequence, badge, words, state, answer, id, command } = queued;
    const waits = waitsFor(queued);
    const isForApproval = waits === 'approval';
    const exception = state === 'held' || isForApproval ? await things.thing('exception', id) : undefined;
    const isDecided = exception !== undefined && exception.status !== 'open';
    return {
      sequence,
      badge,
      words,
      state,
      problem: answer?.problem ?? null,
      occurredAt: command.occurredAt,
      isForApproval,
      waitsUntil: waits === 'stock' ? untilWhen(queued) : null,
      isDecided,
      canMend: canMend(flows, queued),
      putBack: state === 'held' ? await placesToPutBack(database, queued) : [],
    };
  });
  return (await Promise.all(entries)).sort((one, other) => other.sequence - one.sequence);
}

function untilWhen({ answer }: QueuedCommand): string {
  const result = answer?.result as { readonly waitsUntil?: string } | null | undefined;
  return result?.waitsUntil ?? '';
}

const taking: readonly string[] = ['picking.pick', 'picking.short_pick', 'picking.substitute', 'replenishment.pick'];
const putting: readonly string[] = ['picking.put', 'replenishment.put'];

/** Where the goods of a held pick were taken; of goods that were put down for cancelled work, all places they came from. */
async function placesToPutBack(database: TallymanDatabase, { command }: QueuedCommand): Promise<string[]> {
  const { type, body } = command;
  if (taking.includes(type)) return typeof body.location === 'string' ? [body.location] : [];
  if (!putting.includes(type)) return [];
  const own = (await database.getAll('queue')).filter((queued) => queued.command.body.work === body.work);
  const places = own.flatMap((queued) => (taking.includes(queued.command.type) ? [queued.command.body.location] : []));
  return [...new Set(places.filter((place) => typeof place === 'string'))];
}
