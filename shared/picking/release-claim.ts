import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type PickWorkFacts, pickWorkTypes, whyNotWork } from '#shared/ledger/pick-work.ts';

const body = z.strictObject({
  /** The work, or `command:<id>` for the first work that this command made. */
  work: z.string().min(1).max(64),
  reason: z.string().trim().min(1).max(500).optional(),
});

export type ReleaseClaimBody = z.infer<typeof body>;

/** The worker gives work back: somebody else may do what is left of it. */
export const releaseClaim = operation({ type: 'picking.release_claim', version: 1, body });

export interface ReleaseClaimFacts extends PickWorkFacts {
  /** Promises whose goods are in somebody's hands for it, and goods on their way to a pick face. */
  readonly inHand: number;
}

export interface ReleaseClaimPlan {
  readonly work: string;
}

export type ReleaseClaimResult = Readonly<Record<string, never>>;

/** Refusals, in this order: of the work, see `whyNotWork`; `picking.goods_in_hand` they have to be put down first. */
export function decideReleaseClaim(
  command: Command<ReleaseClaimBody>,
  facts: ReleaseClaimFacts,
): Decision<ReleaseClaimPlan, ReleaseClaimResult> {
  const noWork = whyNotWork(command, facts, pickWorkTypes);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const work = facts.work?.id ?? command.body.work;
  if (facts.inHand > 0) return refused(problem('picking.goods_in_hand', { work }));
  return applied({ work }, {});
}
