import type { Decision } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { Operation } from '#shared/command/operation.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { TextKey } from '../ui/words.ts';
import type { Effect } from './effects.ts';
import type { QueuedCommand, QueueState } from './queued-command.ts';
import { type ReadThings, readOnce } from './read-things.ts';
import { withNames } from './stock-effects.ts';

/**
 * How the device carries out one operation for itself: the same shared rule as the server's, on facts from the snapshot
 * and from what the device's own unanswered commands have done to it. The verdict is provisional: the server judges
 * again and its answer counts. A slice adds its own in `pwa/<slice>/<verb>.facts.ts`.
 */
export interface DeviceOperation<Body, Facts, Plan, Result> {
  readonly operation: Operation<Body>;
  /** What the rule needs, or null when the device cannot know it: then nothing is said before the server speaks. */
  readonly facts: (command: Command<Body>, read: ReadThings) => Promise<Facts | null>;
  readonly decide: (command: Command<Body>, facts: Facts) => Decision<Plan, Result>;
  /** What is done to the device's copy besides moving the stock of the decision's entries. */
  readonly effects?: (
    command: Command<Body>,
    plan: Plan,
    facts: Facts,
  ) => readonly Effect[] | Promise<readonly Effect[]>;
  /** The earlier command without which this one makes no sense, while that is not answered. */
  readonly causedBy?: (body: Body, read: ReadThings) => string | null | Promise<string | null>;
  /**
   * The command that takes back what a queued one did; null when it cannot be taken back (any more). What the shared
   * rule would refuse of it is not offered, so that need not be looked at here.
   */
  readonly undo?: (queued: QueuedCommand, read: ReadThings) => Promise<Reversal | null>;
  /** What people call what became of it, where that is not what it is called of every command. */
  readonly stateNames?: StateNames;
}

export type StateNames = Readonly<Partial<Record<QueueState, TextKey>>>;

/** A device operation whose types are its own business: the form in which the list of all keeps it. */
export interface AnyDeviceOperation {
  readonly operation: Operation<unknown>;
  readonly judge: (command: Command<unknown>, read: ReadThings) => Promise<Judgement>;
  readonly undo: (queued: QueuedCommand, read: ReadThings) => Promise<Reversal | null>;
  readonly stateNames?: StateNames;
}

export interface Judgement {
  /** Why it would be refused; null when it would be done, or when the device cannot tell. */
  readonly problem: Problem | null;
  readonly effects: readonly Effect[];
  readonly causedBy: string | null;
}

/** Closes over the types of one device operation. The flow that made the body was checked against the same type. */
export function deviceOperation<Body, Facts, Plan, Result>(
  own: DeviceOperation<Body, Facts, Plan, Result>,
): AnyDeviceOperation {
  return {
    operation: own.operation as Operation<unknown>,
    undo: own.undo ?? (async () => null),
    ...(own.stateNames && { stateNames: own.stateNames }),
    judge: async (untyped, things) => {
      const command = untyped as Command<Body>;
      const read = readOnce(things);
      const causedBy = (await own.causedBy?.(command.body, read)) ?? null;
      const facts = await own.facts(command, read);
      if (facts === null) return { problem: null, effects: [], causedBy };
      const decision = own.decide(command, facts);
      if (decision.outcome === 'refused') return { problem: decision.problem, effects: [], causedBy };
      if (decision.outcome === 'held') return { problem: null, effects: [], causedBy };
      const moved = await withNames(decision.entries, read);
      const stock: Effect[] = moved.length > 0 ? [{ does: 'move-stock', entries: moved }] : [];
      const done = (await own.effects?.(command, decision.plan, facts)) ?? [];
      return { problem: null, effects: [...stock, ...done], causedBy };
    },
  };
}

/** The command that takes another one back. */
export interface Reversal {
  readonly type: string;
  readonly version: number;
  readonly body: object;
  /** What it does to the device's copy, where its own rule on the device cannot tell; `command` is its id. */
  readonly effects?: (command: string) => readonly Effect[];
}

/** An operation whose rule is fetched when it is first judged. */
export function laterOperation(
  type: string,
  load: (type: string) => Promise<AnyDeviceOperation | undefined>,
): AnyDeviceOperation {
  return {
    operation: { type, version: 1 } as Operation<unknown>,
    judge: async (command, read) => (await load(type))?.judge(command, read) ?? nothingKnown,
    undo: async (queued, read) => (await load(type))?.undo(queued, read) ?? null,
  };
}

const nothingKnown: Judgement = { problem: null, effects: [], causedBy: null };
