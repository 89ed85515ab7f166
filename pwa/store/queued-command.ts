import type { Problem } from '#shared/kernel/problem.ts';
import type { Words } from '../ui/words.ts';
import type { Effect } from './effects.ts';

/** A command exactly as it is sent, however often. Never rewritten once stored: the server compares its content. */
export interface StoredEnvelope {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** The session it was made in: who did it, whoever is signed in when it is sent. */
  readonly session: string;
  readonly device: string;
  readonly sequence: number;
  readonly warehouse: string;
  readonly occurredAt: string;
  readonly knownAt: number | null;
  readonly causedBy: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Waiting until it was answered; the rest are the server's outcomes. Only `waiting` and `parked` are sent again. */
export type QueueState = 'waiting' | 'applied' | 'refused' | 'held' | 'skipped' | 'parked';

/** A command in the device's queue. `format` is that of this record, so that later versions can read what older wrote. */
export interface QueuedCommand {
  readonly format: 1;
  readonly sequence: number;
  readonly id: string;
  readonly badge: string;
  readonly command: StoredEnvelope;
  readonly state: QueueState;
  /** What the worker did, for the undo strip and the conflict tray. */
  readonly words: Words;
  /** What it changes in the snapshot as long as the snapshot does not show it. */
  readonly effects: readonly Effect[];
  readonly answer: Answer | null;
  /** The snapshot shows what it did; its effects count no more. */
  readonly isSettled: boolean;
  /** The worker has seen what became of it and said so; matters for what was not applied. */
  readonly isSeen: boolean;
}

export interface Answer {
  readonly result: unknown;
  readonly problem: Problem | null;
  readonly atMs: number;
}

/**
 * What a command that was applied waits for: a second person has to agree before anything is done, or there are none of
 * the goods that it asks for. Null: for nothing.
 */
export function waitsFor({ state, answer }: Pick<QueuedCommand, 'state' | 'answer'>): 'approval' | 'stock' | null {
  if (state !== 'applied') return null;
  const result = answer?.result as { readonly approval?: unknown; readonly isWaiting?: unknown } | null | undefined;
  if (typeof result?.approval === 'string') return 'approval';
  return result?.isWaiting === true ? 'stock' : null;
}

/** The outcomes that somebody has to look at. */
export const troubled: readonly QueueState[] = ['refused', 'held', 'skipped', 'parked'];
