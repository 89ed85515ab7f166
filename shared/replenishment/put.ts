import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { movedTo } from '#shared/ledger/entry.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { type PickWorkFacts, whyNotWork } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** The work, or `command:<id>` for the first work that this command made. */
  work: code,
  location: code,
  /** Why the goods do not go to the face that was meant: it is full, say. */
  overrideReason: z.string().trim().min(1).max(500).optional(),
});

export type PutBody = z.infer<typeof body>;

/** The worker puts goods down at the pick face: who waits for them can go there now. */
export const put = operation({ type: 'replenishment.put', version: 1, body });

export interface PutFacts extends PickWorkFacts {
  /** The face that is meant. */
  readonly face: string;
  /** The place that was scanned, with what stands there. */
  readonly to: LocationState | null;
  /** What is in the worker's hands for it, the goods that nobody waits for too. */
  readonly inHand: readonly Reservation[];
  readonly item: StockItem | null;
  /** Nobody waits for the goods any more, so they go back to where they were: any place that takes them will do. */
  readonly isTurnedBack: boolean;
  /** The plate that they were taken off, where they are back and it still stands there: they join it. */
  readonly joins: string | null;
}

export interface PutPlan {
  readonly work: string;
  readonly to: string;
  readonly goods: readonly Reservation[];
  readonly joins: string | null;
}

export interface PutResult {
  readonly work: string;
  readonly status: 'closed';
}

/**
 * Refusals, in this order: of the work, see `whyNotWork`; `location.unknown`; `replenishment.not_pickable` orders are not
 * served from there; `picking.nothing_in_hand`; `replenishment.other_place` it is not the face that is meant, and no reason
 * was given; of the place as in `whyNotFit`.
 *
 * Wherever the goods come to stand, those who wait for them are sent there.
 */
export function decidePut(command: Command<PutBody>, facts: PutFacts): Decision<PutPlan, PutResult> {
  const noWork = whyNotWork(command, facts, ['replenish']);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { work, to, inHand } = facts;
  const why = whyNotThere(command.body, facts);
  if (why || !work || !to) return refused(why ?? problem('picking.work_unknown', { work: command.body.work }));
  const { joins } = facts;
  const entries = inHand.map((one) => {
    const place = { location: to.code, licensePlate: one.licensePlate || joins };
    return { ...movedTo(one, place, 'move'), isReserved: true };
  });
  return applied({ work: work.id, to: to.code, goods: inHand, joins }, { work: work.id, status: 'closed' }, entries);
}

function whyNotThere({ work, location, overrideReason }: PutBody, facts: PutFacts): Problem | null {
  const { to, face, inHand, item, isTurnedBack, joins } = facts;
  if (!to) return problem('location.unknown', { location });
  if (!useOf(to.type).isReservable) return problem('replenishment.not_pickable', { location, type: to.type });
  const [first] = inHand;
  if (!first || !item) return problem('picking.nothing_in_hand', { work });
  const goods = goodsOf(first.licensePlate || null, inHand, [item]);
  if (location !== face && !isTurnedBack && overrideReason === undefined) {
    return problem('replenishment.other_place', { expected: face, got: location });
  }
  return whyNotFit(to, { ...goods, joinsPlate: joins !== null });
}
