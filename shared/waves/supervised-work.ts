import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type PickedGoods, whyNotBack } from '#shared/ledger/put-back.ts';

const work = z.string().min(1).max(64);
const reason = z.string().trim().min(1).max(500);

/** What is picked already is brought back to its shelf too: whoever has it in hand is sent there. */
export const putBack = z.boolean().optional();

const priorityBody = z.strictObject({ work, priority: z.int().min(0).max(999) });
const reasonBody = z.strictObject({ work, reason });
const cancelBody = z.strictObject({ work, reason, putBack });

export type SetPriorityBody = z.infer<typeof priorityBody>;
export type TakeBackBody = z.infer<typeof reasonBody>;
export type CancelWorkBody = z.infer<typeof cancelBody>;

/** The supervisor says what is fetched first: lower numbers go before higher ones. */
export const setPriority = operation({ type: 'waves.set_priority', version: 1, body: priorityBody });

/** The supervisor takes work from whoever has it, so that somebody else may do it. */
export const takeBack = operation({ type: 'waves.take_back', version: 1, body: reasonBody });

/**
 * Nobody is to fetch what is left of some work: it is its orders' again, to be released another time. What was fetched
 * goes out with its shipment, or back to where it was taken.
 */
export const cancelWork = operation({ type: 'waves.cancel_work', version: 1, body: cancelBody });

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
  /** What was picked for it and has not left. */
  readonly goods: readonly PickedGoods[];
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
    (known && known.inHand > 0 && known.type !== 'put_back'
      ? problem('picking.goods_in_hand', { work: known.id })
      : null);
  return decided(facts, why);
}

/**
 * Refusals, in this order: `picking.work_unknown`, `picking.work_closed`; `picking.goods_in_hand` they are on their way to a
 * pick face, or back to a shelf. Without `putBack` then `waves.work_put_down` some of it is at staging already, so what
 * becomes of the rest is decided with its shipment: goods that are in hand for an order stay picked, and whoever has them
 * brings them to staging. With it those of `whyNotBack`: all that was picked goes back.
 */
export function decideCancelWork({ body: asked }: Command<CancelWorkBody>, facts: WorkFacts): Verdict {
  const { work: known, goods } = facts;
  const isPutDown = known !== null && known.picked > known.inHand;
  const isOnTheWay = known?.type === 'put_back' || (known?.type === 'replenish' && known.inHand > 0);
  const why =
    whyOver(asked.work, facts) ??
    (isOnTheWay ? problem('picking.goods_in_hand', { work: known.id }) : null) ??
    (asked.putBack === true ? whyNotBack(goods) : null) ??
    (isPutDown && asked.putBack !== true ? problem('waves.work_put_down', { work: known.id }) : null);
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
