import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Words } from '../ui/words.ts';
import type { TallymanDatabase, TallymanSchema } from './database.ts';

export type Tone = 'good' | 'bad' | 'ask';

/** One scan or entry and what was said to it: the strip of the last five, kept over a restart. */
export interface LogEntry {
  /** Given by the storage, counting up. */
  readonly number: number;
  readonly badge: string;
  readonly atMs: number;
  /** What was scanned, typed or pressed. */
  readonly text: string;
  readonly tone: Tone;
  readonly said: Words;
  /** The command it made, if it made one. */
  readonly command: string | null;
}

/** An entry before the storage has numbered it. */
export type LogDraft = Omit<LogEntry, 'number'>;

/** What the storage takes: it puts the number in itself. */
export function unnumbered(draft: LogDraft): LogEntry {
  return draft as LogEntry;
}

const kept = 200;

/** The last entries of a person, newest first. */
export async function lastEntries(database: TallymanDatabase, badge: string, count: number): Promise<LogEntry[]> {
  const { store } = database.transaction('log');
  const newest = (await store.openKeyCursor(null, 'prev'))?.primaryKey ?? 0;
  const own = async (range?: IDBKeyRange) => (await store.getAll(range)).filter((entry) => entry.badge === badge);
  // All in two looks: each takes a slow device milliseconds. Only where others have worked meanwhile it takes a third.
  const latest = await own(IDBKeyRange.lowerBound(newest - lookedAt));
  const entries = latest.length < count ? await own() : latest;
  return entries.slice(-count).reverse();
}

const lookedAt = 20;

/** Adds an entry and forgets those that nobody looks at any more. */
export async function addEntry(database: TallymanDatabase, draft: LogDraft): Promise<void> {
  const transaction = database.transaction('log', 'readwrite');
  await Promise.all([addTo(transaction.store, draft), transaction.done]);
}

/** The same in a transaction that is under way. */
export async function addTo(
  log: IDBPObjectStore<TallymanSchema, ArrayLike<StoreNames<TallymanSchema>>, 'log', 'readwrite'>,
  draft: LogDraft,
): Promise<void> {
  const number = await log.add(unnumbered(draft));
  await log.delete(IDBKeyRange.upperBound(number - kept));
}
