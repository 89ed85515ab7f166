import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** A plate, or `command:<id>` for the plate of that command. */
  licensePlate: code,
  /** Where the worker means to put it: proposals for others leave the room there alone. */
  to: code.optional(),
  /** Somebody else has it on a trip, and the goods are in this worker's hands all the same. */
  takeOver: z.boolean().optional(),
});

export type ClaimBody = z.infer<typeof body>;

/** The worker takes a plate along on a trip: nobody else is sent for it, and its place is kept free. */
export const claim = operation({ type: 'putaway.claim', version: 1, body });

export interface ClaimFacts {
  readonly plate: { readonly number: string; readonly warehouse: string } | null;
  /** Its open put-away; null: there is nothing to put away. */
  readonly work: OpenPutaway | null;
  /** With no put-away of its own: the plate beneath it that waits to be put away with all that stands on it. */
  readonly carrier: string | null;
}

export interface OpenPutaway {
  readonly id: string;
  readonly claimedBy: string | null;
  /** Whoever claimed it was not heard of for so long that it is anybody's. */
  readonly isExpired: boolean;
}

export interface ClaimPlan {
  readonly work: string;
  readonly by: string | null;
  readonly to: string | null;
}

export interface ClaimResult {
  readonly work: string;
}

/**
 * Refusals, in this order: `putaway.plate_unknown`, `putaway.wrong_warehouse`, `putaway.stands_on` (it goes with
 * the plate beneath it), `putaway.already_done` (nothing waits to be put away), `putaway.claimed` by somebody else,
 * unless it is taken over or that claim has run out. Who has a plate may claim it again, with another place in mind.
 */
export function decideClaim(command: Command<ClaimBody>, facts: ClaimFacts): Decision<ClaimPlan, ClaimResult> {
  const { body: asked, operator } = command;
  const work = openWork(command, facts);
  if ('code' in work) return refused(work);
  const isOthers = work.claimedBy !== null && work.claimedBy !== operator && !work.isExpired;
  if (isOthers && asked.takeOver !== true) {
    return refused(problem('putaway.claimed', { licensePlate: plateOf(facts), badge: work.claimedBy ?? '' }));
  }
  return applied({ work: work.id, by: operator, to: asked.to ?? null }, { work: work.id });
}

/** What both a claim and its release ask first. */
export function openWork(
  { body: asked, warehouse }: Command<{ readonly licensePlate: string }>,
  facts: ClaimFacts,
): OpenPutaway | Problem {
  const { plate, work, carrier } = facts;
  const { licensePlate } = asked;
  if (!plate) return problem('putaway.plate_unknown', { licensePlate });
  if (plate.warehouse !== warehouse) {
    return problem('putaway.wrong_warehouse', { licensePlate: plate.number, warehouse: plate.warehouse });
  }
  if (work) return work;
  if (carrier !== null) return problem('putaway.stands_on', { licensePlate: plate.number, parent: carrier });
  return problem('putaway.already_done', { goods: plate.number });
}

function plateOf({ plate }: ClaimFacts): string {
  return plate?.number ?? '';
}
