import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { problem } from '../kernel/problem.ts';
import { whyNotOpen } from './scope.ts';

/** Nobody has to count it any more: whoever may send people to count may call them back. */
export const withdraw = operation({
  type: 'counting.withdraw',
  version: 1,
  body: z.strictObject({
    /** The work, or `command:<id>` of what made or began it. */
    work: z.string().min(1).max(80),
    reason: z.string().trim().min(1).max(500),
  }),
});

export type WithdrawBody = z.infer<typeof withdraw.body>;

export interface WithdrawFacts {
  readonly work: {
    readonly id: string;
    readonly status: string;
    /** The count that was begun for it; null: nobody has begun. */
    readonly count: string | null;
    /** The plan that would ask for it again with its next look; null for none. */
    readonly plan: string | null;
  } | null;
}

export interface WithdrawPlan {
  readonly work: string;
  readonly count: string | null;
}

/**
 * Refusals, in this order: see `whyNotOpen`; `counting.still_planned` a plan that is in use says that it is due. What was
 * counted for it before and differed is not posted.
 */
export function decideWithdraw(
  { body: asked }: Command<WithdrawBody>,
  { work }: WithdrawFacts,
): Decision<WithdrawPlan, { readonly work: string }> {
  if (!work) return refused(problem('counting.work_unknown', { work: asked.work }));
  const why = whyNotOpen(work);
  if (why) return refused(why);
  const { id, count, plan } = work;
  if (plan !== null) return refused(problem('counting.still_planned', { work: id, plan }));
  return applied({ work: id, count }, { work: id });
}
