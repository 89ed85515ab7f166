import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { carriedTo } from '#shared/ledger/entry.ts';
import { isWayOut } from '#shared/ledger/location-type.ts';
import { type PickWorkFacts, whyNotWork } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** The work, or `command:<id>` for the first work that this command made. */
  work: code,
  location: code,
  /** Only what is on this plate or tote; all that is in hand for the work where it is left out. */
  licensePlate: code.optional(),
});

export type PutBody = z.infer<typeof body>;

/** The worker puts what was picked down where it is packed or waits for its truck. */
export const put = operation({ type: 'picking.put', version: 1, body });

export interface PutFacts extends PickWorkFacts {
  readonly to: { readonly code: string; readonly type: string; readonly isActive: boolean } | null;
  /** Goods of the work that are in somebody's hands. */
  readonly inHand: readonly Reservation[];
  /** Lines that are still to be picked. */
  readonly openLines: number;
  /** Totes in hand of which a part was put down already, and where. Left out on a device. */
  readonly putDown?: readonly { readonly licensePlate: string; readonly location: string }[];
}

export interface PutPlan {
  readonly work: string;
  readonly shipment: string | null;
  readonly to: string;
  readonly goods: readonly Reservation[];
  /** Nothing is left to pick, and nothing in hand. */
  readonly isWorkDone: boolean;
}

export interface PutResult {
  readonly work: string;
  readonly status: 'open' | 'closed';
}

/**
 * Refusals, in this order: of the work, see `whyNotWork`; `location.unknown`, `location.inactive`,
 * `picking.wrong_put_place` neither packing nor staging nor a door; `picking.nothing_in_hand`; `picking.tote_stands` the
 * rest of what is in the tote was put down elsewhere.
 *
 * Goods may be put down before all is picked: the tote is full, the rest is fetched with another.
 */
export function decidePut(command: Command<PutBody>, facts: PutFacts): Decision<PutPlan, PutResult> {
  const { body: asked } = command;
  const noWork = whyNotWork(command, facts);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { work, to, inHand } = facts;
  const goods = inHand.filter(({ licensePlate }) => (asked.licensePlate ?? licensePlate) === licensePlate);
  const why = whyNotThere(asked, facts) ?? whyNothing(asked, goods) ?? whyNotBeside(asked, goods, facts);
  if (why || !work || !to) return refused(why ?? problem('picking.work_unknown', { work: asked.work }));
  const isWorkDone = facts.openLines === 0 && goods.length === inHand.length;
  const plan = { work: work.id, shipment: work.shipment, to: to.code, goods, isWorkDone };
  const entries = goods.map((one) =>
    carriedTo(one, { location: to.code, licensePlate: one.licensePlate || null }, 'move'),
  );
  return applied(plan, { work: work.id, status: isWorkDone ? 'closed' : 'open' }, entries);
}

function whyNotThere({ location }: PutBody, { to }: PutFacts): Problem | null {
  if (!to) return problem('location.unknown', { location });
  if (!to.isActive) return problem('location.inactive', { location });
  return isWayOut(to.type) ? null : problem('picking.wrong_put_place', { location, type: to.type });
}

/** A tote stands at one place, whichever work its goods are for. */
function whyNotBeside(
  { location: to }: PutBody,
  goods: readonly Reservation[],
  { putDown = [] }: PutFacts,
): Problem | null {
  const apart = putDown.find(
    ({ licensePlate, location }) => location !== to && goods.some((one) => one.licensePlate === licensePlate),
  );
  return apart ? problem('picking.tote_stands', { ...apart }) : null;
}

function whyNothing({ work }: PutBody, goods: readonly Reservation[]): Problem | null {
  return goods.length === 0 ? problem('picking.nothing_in_hand', { work }) : null;
}
