import type { Problem } from '#shared/kernel/problem.ts';
import type { TallymanDatabase } from '../store/database.ts';
import { type LogEntry, lastEntries, type Tone } from '../store/log.ts';
import type { AnyDeviceOperation, Reversal } from '../store/provisional.ts';
import { type QueuedCommand, type QueueState, waitsFor } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';
import type { TextKey, Words } from '../ui/words.ts';

/** One of the last scans: what it was, what was said to it, and what has become of its command. */
export interface StripLine {
  readonly number: number;
  readonly atMs: number;
  readonly text: string;
  readonly tone: Tone;
  readonly said: Words;
  /** Null where no command came of it. */
  readonly state: QueueState | null;
  /** What that is called. */
  readonly stateName: TextKey | null;
  /** The command to take back; null where that is not possible, or was done. */
  readonly undo: string | null;
}

/** How many of the last scans stay in sight, to be looked at and taken back. */
export const stripLength = 5;

/** The last scans of a person on this device, newest first. */
export async function readStrip(
  database: TallymanDatabase,
  things: ReadThings,
  badge: string,
  operations: readonly AnyDeviceOperation[],
): Promise<StripLine[]> {
  const entries = await lastEntries(database, badge, stripLength);
  const since = await commandsSince(database, things, entries);
  return Promise.all(
    entries.map(async ({ number, atMs, text, tone, said, command }) => {
      const queued = since.find(({ id }) => id === command);
      const canUndo = (await reversalAmong(since, things, queued, operations)) !== null;
      const state = queued?.state ?? null;
      const stateName = queued ? stateNameOf(queued, operations) : null;
      return { number, atMs, text, tone, said, state, stateName, undo: canUndo ? command : null };
    }),
  );
}

/** The commands of these lines, and all that were made since the oldest of them. */
async function commandsSince(
  database: TallymanDatabase,
  things: ReadThings,
  entries: readonly LogEntry[],
): Promise<readonly QueuedCommand[]> {
  const ids = entries.flatMap(({ command }) => command ?? []);
  if (ids.length === 0) return [];
  const index = database.transaction('queue').store.index('id');
  const sequences = (await Promise.all(ids.map((id) => index.getKey(id)))).filter((sequence) => sequence !== undefined);
  return sequences.length === 0 ? [] : things.commandsFrom(Math.min(...sequences));
}

function stateNameOf(queued: QueuedCommand, operations: readonly AnyDeviceOperation[]): TextKey {
  const waits = waitsFor(queued);
  if (waits !== null) return `flow.lineState.${waits}`;
  const { state, command } = queued;
  return operationOf(operations, command.type)?.stateNames?.[state] ?? `flow.lineState.${state}`;
}

/**
 * The command that takes another back; null where it cannot be, where this device has done so already, or where
 * something depends on it by now: what the shared rule would refuse is not offered.
 */
export async function reversalOf(
  database: TallymanDatabase,
  things: ReadThings,
  queued: QueuedCommand | undefined,
  operations: readonly AnyDeviceOperation[],
): Promise<Reversal | null> {
  if (!queued) return null;
  const since = await database.getAll('queue', IDBKeyRange.lowerBound(queued.sequence, true));
  return reversalAmong(since, things, queued, operations);
}

async function reversalAmong(
  since: readonly QueuedCommand[],
  things: ReadThings,
  queued: QueuedCommand | undefined,
  operations: readonly AnyDeviceOperation[],
): Promise<Reversal | null> {
  if (!queued) return null;
  const operation = operationOf(operations, queued.command.type);
  const reversal = (await operation?.undo(queued, things)) ?? null;
  if (!reversal) return null;
  const isDone = since.some(
    ({ command, state }) => command.causedBy === queued.id && command.type === reversal.type && state !== 'refused',
  );
  return isDone || (await whyNot(reversal, queued, things, operations)) ? null : reversal;
}

async function whyNot(
  { type, version, body }: Reversal,
  { command: { device, warehouse, occurredAt }, badge }: QueuedCommand,
  things: ReadThings,
  operations: readonly AnyDeviceOperation[],
): Promise<Problem | null> {
  const command = { id: '', type, version, warehouse, body, device, occurredAt, knownAt: null, operator: badge };
  const judgement = await operationOf(operations, type)?.judge(command, things);
  return judgement?.problem ?? null;
}

function operationOf(operations: readonly AnyDeviceOperation[], type: string): AnyDeviceOperation | undefined {
  return operations.find((known) => known.operation.type === type);
}
