import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { carriedTo, type EntryDraft } from '#shared/ledger/entry.ts';
import type { Place } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';

const body = z.strictObject({
  /** `command:<id>` of the pick. */
  pick: z.string().min(1).max(96),
});

export type UndoBody = z.infer<typeof body>;

/** The worker took the wrong thing, or too much: the goods go back where they were taken, while they are in hand. */
export const undo = operation({ type: 'picking.undo', version: 1, body });

/** Goods that a pick took, and where from. */
export interface TakenEntry {
  readonly entry: string;
  readonly from: Place;
  readonly quantityBase: number;
  /** The promise that has them in hand now; null where they were put down, or packed. */
  readonly inHand: Reservation | null;
}

export interface UndoFacts {
  readonly work: string | null;
  readonly workStatus: string | null;
  readonly by: string | null;
  readonly taken: readonly TakenEntry[];
}

export interface UndoPlan {
  readonly work: string;
  readonly back: readonly (TakenEntry & { readonly inHand: Reservation })[];
}

export type UndoResult = Readonly<Record<string, never>>;

/**
 * Refusals, in this order: `picking.pick_unknown`; `picking.not_yours` somebody else made it; `picking.work_closed`;
 * `picking.already_put` the goods are not in hand any more.
 */
export function decideUndo(command: Command<UndoBody>, facts: UndoFacts): Decision<UndoPlan, UndoResult> {
  const why = whyNot(command, facts);
  const back = facts.taken.flatMap((one) => (one.inHand ? [{ ...one, inHand: one.inHand }] : []));
  if (why || facts.work === null) return refused(why ?? problem('picking.pick_unknown', { pick: command.body.pick }));
  return applied({ work: facts.work, back }, {}, back.map(entryOf));
}

function whyNot({ body: asked, operator }: Command<UndoBody>, facts: UndoFacts): Problem | null {
  const { work, by, taken } = facts;
  if (work === null || taken.length === 0) return problem('picking.pick_unknown', { pick: asked.pick });
  if (by !== null && by !== operator) return problem('picking.not_yours', { work, badge: by });
  if (facts.workStatus !== 'open') return problem('picking.work_closed', { work });
  return taken.some(({ inHand }) => inHand === null) ? problem('picking.already_put') : null;
}

function entryOf({ entry, from, quantityBase, inHand }: UndoPlan['back'][number]): EntryDraft {
  return { ...carriedTo({ ...inHand, quantityBase }, from, 'pick'), to: from, corrects: entry };
}
