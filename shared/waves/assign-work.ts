import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type WorkFacts, type WorkPlan, whyOver } from './supervised-work.ts';

const body = z.strictObject({
  work: z.string().min(1).max(64),
  /** Whoever is to do it. */
  badge: z.string().min(1).max(32),
});

export type AssignWorkBody = z.infer<typeof body>;

/** The supervisor gives work to somebody, whoever had it: it waits on that person's handheld. */
export const assignWork = operation({ type: 'waves.assign_work', version: 1, body });

export interface AssignWorkFacts extends WorkFacts {
  /** The person named works here and may pick. */
  readonly mayPick: boolean;
}

/**
 * Refusals, in this order: `picking.work_unknown`, `picking.work_closed` (closed or cancelled);
 * `picking.work_not_released`; `waves.person_unknown` nobody of that badge may pick here; `picking.goods_in_hand` somebody
 * else has picked of it and not put that down; goods that go back to a shelf are handed over with it.
 */
export function decideAssignWork(
  { body: { work: asked, badge } }: Command<AssignWorkBody>,
  facts: AssignWorkFacts,
): Decision<WorkPlan, Record<string, never>> {
  const over = whyOver(asked, facts);
  const { work: known, orders, mayPick } = facts;
  if (over || !known) return refused(over ?? problem('picking.work_unknown', { work: asked }));
  if (known.status === 'held') return refused(problem('picking.work_not_released', { work: known.id }));
  if (!mayPick) return refused(problem('waves.person_unknown', { badge }));
  if (known.inHand > 0 && known.claimedBy !== badge && known.type !== 'put_back') {
    return refused(problem('picking.goods_in_hand', { work: known.id }));
  }
  return applied({ work: known.id, orders }, {});
}
