import { type IDBPObjectStore, unwrap } from 'idb';
import type { Outcome } from '#shared/command/envelope.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Words } from '../ui/words.ts';
import { committed } from './answers.ts';
import { metasIn, type TallymanDatabase, type TallymanSchema } from './database.ts';
import type { Effect } from './effects.ts';
import type { Environment } from './environment.ts';
import { type LogDraft, unnumbered } from './log.ts';
import { withoutNext } from './plates.ts';
import { type Answer, type QueuedCommand, type QueueState, type StoredEnvelope, waitsFor } from './queued-command.ts';
import { keptTask, type OpenTask } from './task.ts';

/** What a flow, the undo strip or the tray asks for: everything of a command but what the queue gives it. */
export interface CommandDraft {
  /** Made by `newCommandId` before the rule looks at it, so that what it makes can be named after it. */
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly badge: string;
  readonly session: string;
  readonly warehouse: string;
  readonly causedBy: string | null;
  readonly words: Words;
  readonly effects: readonly Effect[];
  /** The body names the next plate of the device's own range: it is used up with this command. */
  readonly takesPlate: boolean;
}

/** An id for a command that is about to be made, here, before anything is sent: a resend is known by it. */
export function newCommandId({ clock, random }: Pick<Environment, 'clock' | 'random'>): string {
  return uuidV7(clock.now(), random.bytes(10));
}

/** What is stored together with a command: the worker's next step, and the line of the strip. */
export interface StoredWith {
  readonly task?: OpenTask;
  readonly log?: Omit<LogDraft, 'command'>;
}

/**
 * Puts a command into the queue: sequence number, corrected time and what was known are given here, and the flow's
 * next step is stored in the same transaction, flushed to disk before the answer. So nothing is ever shown as done that
 * a pulled battery could take back, and a killed app neither repeats nor loses a step.
 */
export async function appendCommand(
  database: TallymanDatabase,
  environment: Pick<Environment, 'clock'>,
  draft: CommandDraft,
  storedWith: StoredWith = {},
): Promise<QueuedCommand> {
  const now = environment.clock.now();
  const { id } = draft;
  const stores = ['meta', 'queue', 'task', 'log'] as const;
  const transaction = unwrap(database).transaction(stores, 'readwrite', { durability: 'strict' });
  const meta = transaction.objectStore('meta');
  // Asked once and told all at once: a slow device takes milliseconds to hear of each answer of its storage.
  const asked = metasIn(meta, [
    'device',
    'lastSequence',
    'cursor',
    'clockOffset',
    ...(draft.takesPlate ? ['plates' as const] : []),
  ]);
  const body = fitForWire(draft.body) as StoredEnvelope['body'];
  const { device, lastSequence = 0, cursor, clockOffset, plates } = await asked;
  invariant(device, 'a device has its name before it queues anything');
  const sequence = lastSequence + 1;
  const offsetMs = clockOffset?.offsetMs ?? 0;
  const queued: QueuedCommand = {
    format: 1,
    sequence,
    id,
    badge: draft.badge,
    command: {
      id,
      type: draft.type,
      version: draft.version,
      session: draft.session,
      device,
      sequence,
      warehouse: draft.warehouse,
      occurredAt: new Date(now + offsetMs).toISOString(),
      knownAt: cursor?.warehouse === draft.warehouse ? cursor.after : null,
      causedBy: draft.causedBy,
      body,
    },
    state: 'waiting',
    words: draft.words,
    effects: draft.effects,
    answer: null,
    isSettled: false,
    isSeen: false,
  };
  await committed(transaction, () => {
    transaction.objectStore('queue').add(queued);
    meta.put(sequence, 'lastSequence');
    if (plates) meta.put(withoutNext(plates), 'plates');
    if (storedWith.task) transaction.objectStore('task').put(keptTask(storedWith.task));
    if (storedWith.log) transaction.objectStore('log').add(unnumbered({ ...storedWith.log, command: id }));
  });
  return queued;
}

/**
 * Texts without control characters and broken Unicode, which the server refuses unread: one such command would keep all
 * behind it from being sent.
 */
function fitForWire(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll(/\p{Cc}/gu, '');
  if (Array.isArray(value)) return value.map(fitForWire);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fitForWire(member)]));
}

/** The next commands to send, in the order they were made: those not answered yet. */
export async function waitingCommands(database: TallymanDatabase, limit: number): Promise<QueuedCommand[]> {
  return database.getAllFromIndex('queue', 'state', 'waiting', limit);
}

/** Commands whose type the server did not know: asked for again, it may have been upgraded. */
export async function parkedCommands(database: TallymanDatabase, limit: number): Promise<QueuedCommand[]> {
  return database.getAllFromIndex('queue', 'state', 'parked', limit);
}

/** Every command from a number on, answered or not: what a server that lost its latest commands must be sent again. */
export async function commandsFrom(
  database: TallymanDatabase,
  sequence: number,
  limit: number,
): Promise<QueuedCommand[]> {
  return database.getAll('queue', IDBKeyRange.lowerBound(sequence), limit);
}

/** Applied commands that nothing will be done about any more, which never changes: each is read once. */
const over = new WeakMap<TallymanDatabase, Set<number>>();

/**
 * Applied commands that the snapshot does not show yet, or that wait for a second person, oldest first. The others, up to
 * some hundreds and each with all that was scanned for it, are left alone.
 */
export async function openApplied(
  database: TallymanDatabase,
  store: IDBPObjectStore<TallymanSchema, ['queue'], 'queue'> = database.transaction('queue').store,
): Promise<QueuedCommand[]> {
  const known = over.get(database) ?? new Set<number>();
  over.set(database, known);
  const applied = await store.index('state').getAllKeys('applied');
  const unknown = applied.filter((sequence) => !known.has(sequence));
  const read = (await Promise.all(unknown.map((sequence) => store.get(sequence)))).filter(
    (queued) => queued !== undefined,
  );
  const isOpen = (queued: QueuedCommand) => !queued.isSettled || (waitsFor(queued) !== null && !queued.isSeen);
  for (const queued of read) if (!isOpen(queued)) known.add(queued.sequence);
  return read.filter(isOpen);
}

export async function countInState(database: TallymanDatabase, state: QueueState): Promise<number> {
  return database.countFromIndex('queue', 'state', state);
}

/** One answer of `POST /api/device/commands` that is not a gap. */
export interface FinalResult {
  readonly id: string;
  readonly outcome: Exclude<Outcome, 'gap'>;
  readonly result: unknown;
  readonly problem: Problem | null;
}

/** Stores outcomes. A final one is never changed again; only what was parked may become something else. */
export async function storeResults(
  database: TallymanDatabase,
  results: readonly FinalResult[],
  atMs: number,
): Promise<void> {
  const transaction = database.transaction('queue', 'readwrite', { durability: 'strict' });
  for (const { id, outcome, result, problem } of results) {
    const queued = await transaction.store.index('id').get(id);
    const isOpen = queued && (queued.state === 'waiting' || queued.state === 'parked');
    if (!isOpen || queued.state === outcome) continue;
    const answer: Answer = { result, problem, atMs };
    await transaction.store.put({ ...queued, state: outcome, answer, isSettled: outcome !== 'applied' });
  }
  await transaction.done;
}

/**
 * A command whose number the server had used for another one: storage that was restored from an older copy. The server
 * did nothing with it, so it keeps its id and goes to the end of the queue under a new number.
 */
export async function renumber(database: TallymanDatabase, id: string, usedUpTo: number): Promise<void> {
  const transaction = database.transaction(['queue', 'meta'], 'readwrite', { durability: 'strict' });
  const queue = transaction.objectStore('queue');
  const meta = transaction.objectStore('meta');
  const queued = await queue.index('id').get(id);
  const last = Math.max(((await meta.get('lastSequence')) as number | undefined) ?? 0, usedUpTo);
  if (queued?.state === 'waiting') {
    const sequence = last + 1;
    await queue.delete(queued.sequence);
    await queue.add({ ...queued, sequence, command: { ...queued.command, sequence } });
    await meta.put(sequence, 'lastSequence');
  }
  await transaction.done;
}

/** The worker has read what became of a command and knows what to do with the goods. */
export async function markSeen(database: TallymanDatabase, sequence: number): Promise<void> {
  const transaction = database.transaction('queue', 'readwrite');
  const queued = await transaction.store.get(sequence);
  if (queued) await transaction.store.put({ ...queued, isSeen: true });
  await transaction.done;
}

/**
 * After a pull that began at `pulledFromMs`: what was applied well before then shows in the snapshot. The server
 * promises news within a second of its answer.
 */
export async function settleBefore(database: TallymanDatabase, pulledFromMs: number): Promise<number> {
  const isShown = ({ answer }: QueuedCommand) => answer !== null && answer.atMs + newsWithinMs < pulledFromMs;
  const shown = (await openApplied(database)).filter((queued) => !queued.isSettled && isShown(queued));
  if (shown.length === 0) return 0;
  const transaction = database.transaction('queue', 'readwrite');
  for (const { sequence } of shown) {
    const queued = await transaction.store.get(sequence);
    if (queued) await transaction.store.put({ ...queued, isSettled: true });
  }
  await transaction.done;
  return shown.length;
}

const newsWithinMs = 1000;

/** Answered commands older than this many are forgotten, unless somebody still has to look at them. */
const keptAnswered = 500;

/** Forgets old commands that are applied and shown, so that a device never fills up. */
export async function forgetOld(database: TallymanDatabase): Promise<void> {
  const transaction = database.transaction(['queue', 'meta'], 'readwrite');
  const last = ((await transaction.objectStore('meta').get('lastSequence')) as number | undefined) ?? 0;
  const old = IDBKeyRange.upperBound(last - keptAnswered);
  let cursor = await transaction.objectStore('queue').openCursor(old);
  while (cursor) {
    const { state, isSettled, isSeen } = cursor.value;
    const isDone = state === 'applied' ? isSettled : state !== 'waiting' && state !== 'parked' && isSeen;
    if (isDone) await cursor.delete();
    cursor = await cursor.continue();
  }
  await transaction.done;
}
