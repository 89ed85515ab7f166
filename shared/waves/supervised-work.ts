import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';

const work = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(500);

const priorityBody = z.strictObject({ work, priority: z.int().min(0).max(999) });
const reasonBody = z.strictObject({ work, reason });

export type SetPriorityBody = z.infer<typeof priorityBody>;
export type TakeBackBody = z.infer<typeof reasonBody>;

/** The supervisor says what is fetched first: lower numbers go before higher ones. */
export const setPriority = operation({ type: 'waves.set_priority', version: 1, body: priorityBody });

/** The supervisor takes work from whoever has it, so that somebody else may do it. */
export const takeBack = operation({ type: 'waves.take_back', version: 1, body: reasonBody });

/** Nobody is to fetch what is left of some work: it is its orders' again, to be released another time. */
export const cancelWork = operation({ type: 'waves.cancel_work', version: 1, body: reasonBody });

/** Work as a supervisor decides about it. */
export interface SupervisedWork {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly claimedBy: string | null;
  /** Promises whose goods are in somebody's hands for it, and those picked altogether. */
  readonly inHand: number;
  readonly picked: number;
}

export interface WorkFacts {
  readonly work: SupervisedWork | null;
  /** Keys of the orders that it fetches for. */
  readonly orders: readonly string[];
}

export interface WorkPlan {
  readonly work: string;
  readonly orders: readonly string[];
}

type Verdict = Decision<WorkPlan, Record<string, never>>;

/** Refusals, in this order: `picking.work_unknown`, `picking.work_closed` (closed or cancelled). */
export function decideSetPriority({ body: asked }: Command<SetPriorityBody>, facts: WorkFacts): Verdict {
  return decided(facts, whyOver(asked.work, facts));
}

/** Refusals, in this order: as above; `waves.work_unclaimed` nobody has it; `picking.goods_in_hand`. */
export function decideTakeBack({ body: asked }: Command<TakeBackBody>, facts: WorkFacts): Verdict {
  const { work: known } = facts;
  const why =
    whyOver(asked.work, facts) ??
    (known?.claimedBy === null ? problem('waves.work_unclaimed', { work: known.id }) : null) ??
    (known && known.inHand > 0 ? problem('picking.goods_in_hand', { work: known.id }) : null);
  return decided(facts, why);
}

/**
 * Refusals, in this order: `picking.work_unknown`, `picking.work_closed`; `picking.goods_in_hand` they are on their way to a
 * pick face; `waves.work_put_down` some of it is at staging already, so what becomes of the rest is decided with its
 * shipment. Goods that are in hand for an order stay picked: whoever has them brings them to staging.
 */
export function decideCancelWork({ body: asked }: Command<TakeBackBody>, facts: WorkFacts): Verdict {
  const { work: known } = facts;
  const isPutDown = known !== null && known.picked > known.inHand;
  const isOnTheWay = known?.type === 'replenish' && known.inHand > 0;
  const why =
    whyOver(asked.work, facts) ??
    (isOnTheWay ? problem('picking.goods_in_hand', { work: known.id }) : null) ??
    (isPutDown ? problem('waves.work_put_down', { work: known.id }) : null);
  return decided(facts, why);
}

/** `picking.work_unknown`, `picking.work_closed` (closed or cancelled); null for work that is not over. */
export function whyOver(asked: string, { work: known }: WorkFacts): Problem | null {
  if (!known) return problem('picking.work_unknown', { work: asked });
  const isOver = known.status === 'closed' || known.status === 'cancelled';
  return isOver ? problem('picking.work_closed', { work: known.id }) : null;
}

function decided({ work: known, orders }: WorkFacts, why: Problem | null): Verdict {
  return why || !known
    ? refused(why ?? problem('picking.work_unknown', { work: '' }))
    : applied({ work: known.id, orders }, {});
}
