import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { type Problem, problem } from '../kernel/problem.ts';

/** A person decides what becomes of a held command or of something that waits for approval. */
export const resolve = operation({
  type: 'exceptions.resolve',
  version: 1,
  body: z.strictObject({
    /** The id of the exception; a result names it `approval`. `command:<id>` names that of a command. */
    exception: z.string().min(1).max(80),
    action: z.string().min(1).max(32),
    reason: z.string().trim().min(1).max(500),
  }),
});

export type ResolveBody = z.infer<typeof resolve.body>;

/**
 * What may be decided, by kind. `apply` and `approve` judge the command again, as if a person stood by who may allow it;
 * the goods have to be there. The others change no stock: `compensate` says that other commands put it right, `dismiss`
 * that nothing is to be done, `reject` that it shall not be. Of a discrepancy they say what was agreed: the goods are
 * kept as they are, claimed from the supplier, sent back or scrapped; moving them is a command of its own.
 */
export const actionsOf: Readonly<Record<string, readonly string[]>> = {
  held_command: ['apply', 'compensate', 'dismiss'],
  approval: ['approve', 'reject'],
  discrepancy: ['accept', 'claim', 'send_back', 'scrap', 'dismiss'],
};

/** Who knows only of approving and rejecting is understood everywhere: a held command is applied, or dismissed. */
const otherWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  held_command: { approve: 'apply', reject: 'dismiss' },
};

const carriedOut: readonly string[] = ['apply', 'approve'];

export function isCarriedOut(action: string): boolean {
  return carriedOut.includes(action);
}

export interface ResolveFacts {
  /** Null: there is none of this id in the warehouse. */
  readonly exception: {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly command: string;
    /** Who made the command. */
    readonly operator: string;
  } | null;
  /** The command that this one depends on is held itself and nobody has decided on it. */
  readonly isCauseOpen: boolean;
  /** What the command's own rule says now; null where it was not asked, or cannot be. */
  readonly again: Decision<unknown, unknown> | null;
}

export interface ResolvePlan {
  readonly exception: string;
  readonly isCarriedOut: boolean;
}

export interface ResolveResult {
  readonly exception: string;
  readonly action: string;
  /** What the command answers now that it is carried out; null where it is not. */
  readonly result: unknown;
}

/**
 * Refusals, in this order: `exceptions.unknown`; `exceptions.already_resolved`; `exceptions.action_not_offered`;
 * `exceptions.own_command` never by who asked; to carry it out: `exceptions.cause_open` the earlier one first,
 * `exceptions.cannot_be_judged` its operation is not known here, and whatever the command's own rule says no with.
 */
export function decideResolve(
  command: Command<ResolveBody>,
  facts: ResolveFacts,
): Decision<ResolvePlan, ResolveResult> {
  const { exception } = facts;
  if (!exception) return refused(problem('exceptions.unknown', { exception: command.body.exception }));
  if (exception.status !== 'open') return refused(problem('exceptions.already_resolved', { exception: exception.id }));
  const asked = command.body.action;
  const action = otherWords[exception.kind]?.[asked] ?? asked;
  const offered = actionsOf[exception.kind] ?? [];
  if (!offered.includes(action)) {
    return refused(problem('exceptions.action_not_offered', { action, offered: offered.join(', ') }));
  }
  if (exception.operator === command.operator) return refused(problem('exceptions.own_command'));
  const why = isCarriedOut(action) ? whyNotCarriedOut(facts) : null;
  if (why) return refused(why);
  const plan = { exception: exception.id, isCarriedOut: isCarriedOut(action) };
  return applied(plan, { exception: exception.id, action, result: null });
}

function whyNotCarriedOut(facts: ResolveFacts): Problem | null {
  if (facts.isCauseOpen) return problem('exceptions.cause_open');
  if (!facts.again) return problem('exceptions.cannot_be_judged');
  return facts.again.outcome === 'applied' ? null : facts.again.problem;
}
