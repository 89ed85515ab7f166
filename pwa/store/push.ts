import type { Problem } from '#shared/kernel/problem.ts';
import type { TallymanDatabase } from './database.ts';
import type { Environment, NetworkAnswer } from './environment.ts';
import type { Round } from './loop.ts';
import { askServer } from './patience.ts';
import {
  commandsFrom,
  countInState,
  type FinalResult,
  parkedCommands,
  renumber,
  storeResults,
  waitingCommands,
} from './queue.ts';
import type { QueuedCommand } from './queued-command.ts';
import type { NoteConnection } from './sync.ts';

const batchLimit = 50;
const patienceMs = 30_000;
const askParkedAgainMs = 60 * 60 * 1000;

/** What is remembered between two batches, in memory only: lost with the tab, found out again by the next. */
export interface PushState {
  /** Fewer after a batch was too much for the server, growing back as it goes well. */
  batchSize: number;
  /** The server lost what it knew from here on: sent again, answered or not. */
  resendFrom: number | null;
  /** When commands of unknown type were last asked about. */
  parkedAskedMs: number;
}

export function freshPushState(): PushState {
  return { batchSize: batchLimit, resendFrom: null, parkedAskedMs: 0 };
}

interface SentResult extends Omit<FinalResult, 'outcome'> {
  readonly outcome: FinalResult['outcome'] | 'gap';
}

/**
 * Sends one batch, oldest first, and stores what became of it. A batch without an answer is sent again as it is: the
 * server knows each command by its id. Only an outcome ends the waiting of a command, never an error.
 */
export async function pushBatch(
  database: TallymanDatabase,
  environment: Environment,
  state: PushState,
  note: NoteConnection,
): Promise<Round> {
  const asksFor = state.batchSize;
  const batch = await nextBatch(database, environment, state);
  if (batch.length === 0) return 'idle';
  const sent = batch.filter(({ state: of }) => of === 'waiting').length;
  const waiting = Math.max(0, (await countInState(database, 'waiting')) - sent);
  const body = { commands: batch.map((queued) => queued.command), waiting };
  const request = { method: 'POST', path: '/api/device/commands', body } as const;
  const answer = await askServer(environment, request, patienceMs, note);
  if (answer?.status !== 200) return notTaken(state, answer, note);
  const { results } = answer.body as { readonly results: readonly SentResult[] };
  const finals = results.filter((result): result is FinalResult => result.outcome !== 'gap' && !isNumberReused(result));
  await storeResults(database, finals, environment.clock.now());
  for (const result of results) {
    if (isNumberReused(result)) await renumber(database, result.id, usedUpTo(result.problem));
  }
  state.batchSize = Math.min(batchLimit, state.batchSize * 2);
  const gap = results.find((result) => result.outcome === 'gap');
  if (gap) return goBack(database, state, gap, note);
  const last = batch.at(-1)?.sequence ?? 0;
  if (state.resendFrom !== null) state.resendFrom = batch.length === asksFor ? last + 1 : null;
  await note('online');
  return 'more';
}

async function nextBatch(
  database: TallymanDatabase,
  environment: Environment,
  state: PushState,
): Promise<QueuedCommand[]> {
  if (state.resendFrom !== null) return commandsFrom(database, state.resendFrom, state.batchSize);
  const waiting = await waitingCommands(database, state.batchSize);
  if (waiting.length > 0) return waiting;
  const now = environment.clock.now();
  if (now - state.parkedAskedMs < askParkedAgainMs) return [];
  state.parkedAskedMs = now;
  return parkedCommands(database, state.batchSize);
}

/** No answer, or one that says nothing about the commands: they stay as they are. */
async function notTaken(state: PushState, answer: NetworkAnswer | null, note: NoteConnection): Promise<Round> {
  if (answer?.status === 401) {
    await note('signIn');
    return 'failed';
  }
  // Too much at once, or one among them that breaks the server: find out with fewer.
  const isTooMuch = answer !== null && (answer.status === 413 || answer.status >= 500 || answer.status === 400);
  const wasAlone = state.batchSize === 1;
  if (isTooMuch) state.batchSize = Math.max(1, Math.floor(state.batchSize / 2));
  await note(answer?.status === 400 && wasAlone ? 'stuck' : 'offline');
  return 'failed';
}

/** The server expects an earlier number: send again from there, what was answered included. */
async function goBack(
  database: TallymanDatabase,
  state: PushState,
  gap: SentResult,
  note: NoteConnection,
): Promise<Round> {
  const expected = (gap.result as { readonly expectedSequence: number }).expectedSequence;
  const [first] = await commandsFrom(database, expected, 1);
  if (first?.sequence !== expected || state.resendFrom === expected) {
    state.resendFrom = null;
    await note('stuck');
    return 'failed';
  }
  state.resendFrom = expected;
  await note('online');
  return 'more';
}

function isNumberReused(result: { readonly problem: Problem | null }): boolean {
  return result.problem?.code === 'command.sequence_reused';
}

function usedUpTo(problem: Problem | null): number {
  const expected = problem?.params?.expected;
  return typeof expected === 'number' ? expected - 1 : 0;
}
