import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type ClaimFacts, type ClaimPlan, openWork } from './claim.ts';

const body = z.strictObject({
  /** A plate, or `command:<id>` for the plate of that command. */
  licensePlate: z.string().min(1).max(64),
});

export type ReleaseClaimBody = z.infer<typeof body>;

/** The worker leaves a plate where it was: it waits for anybody again, and no place is kept for it. */
export const releaseClaim = operation({ type: 'putaway.release_claim', version: 1, body });

/**
 * Refusals, in this order: those of `openWork`; `putaway.claimed` by somebody else; `putaway.not_claimed`, it is on
 * nobody's trip.
 */
export function decideReleaseClaim(
  command: Command<ReleaseClaimBody>,
  facts: ClaimFacts,
): Decision<ClaimPlan, Readonly<Record<string, never>>> {
  const work = openWork(command, facts);
  if ('code' in work) return refused(work);
  const licensePlate = facts.plate?.number ?? '';
  if (work.claimedBy === null) return refused(problem('putaway.not_claimed', { licensePlate }));
  if (work.claimedBy !== command.operator) {
    return refused(problem('putaway.claimed', { licensePlate, badge: work.claimedBy }));
  }
  return applied({ work: work.id, by: null, to: null }, {});
}
