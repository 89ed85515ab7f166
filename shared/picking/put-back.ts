import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { carriedTo } from '#shared/ledger/entry.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { isToDo, type PickWorkFacts, whyNotWork } from '#shared/ledger/pick-work.ts';
import { whyNotOverride } from '#shared/ledger/reason-code.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  work: code,
  line: z.int().min(1),
  location: code,
  /** Why the goods do not go where they came from: one of the reasons of put-away. */
  overrideReason: z.string().min(1).max(32).optional(),
});

export type PutBackBody = z.infer<typeof body>;

/** Goods that were picked for nothing stand on a shelf again: from then on anybody may be promised them. */
export const putBack = operation({ type: 'picking.put_back', version: 1, body });

/** A stop of work that brings goods back. */
export interface BackLine {
  readonly line: number;
  readonly status: string;
  /** Where they came from; '' where they never stood on a shelf, and nothing of their kind stands on one. */
  readonly location: string;
  /** The plate that they were taken off, or that was taken whole; '' for none. */
  readonly licensePlate: string;
}

export interface PutBackFacts extends PickWorkFacts {
  readonly line: BackLine | null;
  /** What is brought back with the line, wherever it is: of a plate that comes back whole, all that is on it. */
  readonly goods: readonly Reservation[];
  /** All that comes back stands on one plate, with nothing else on it. */
  readonly isWholePlate: boolean;
  /** Lines that are done with it, and how many others are left then. */
  readonly lines: readonly number[];
  readonly linesLeft: number;
  readonly items: readonly StockItem[];
  /** The place that was scanned, with what stands there. */
  readonly to: LocationState | null;
  /** The plate that the goods were taken off stands there. */
  readonly isPlateThere: boolean;
  /** The place was used by others after the device's `knownAt`; false on a device. */
  readonly isTargetNews: boolean;
}

export interface PutBackPlan {
  readonly work: string;
  readonly lines: readonly number[];
  readonly to: string;
  /** The plate that they stand on there; null: loose. */
  readonly licensePlate: string | null;
  readonly goods: readonly Reservation[];
  readonly isWorkDone: boolean;
}

export interface PutBackResult {
  readonly work: string;
  readonly status: 'open' | 'closed';
}

/**
 * Refusals, in this order: of the work, see `whyNotWork`; `picking.line_unknown`; `picking.line_done` it is back
 * already; `putaway.reason_unknown`; `location.unknown`; `location.wrong_type` nothing is kept there;
 * `putaway.override_reason_required` it is not where they came from, and no reason was given; of the place as in
 * `whyNotFit` (held where others used it after `knownAt`: the goods stand there). A supervisor who has it applied
 * overrides the last two.
 *
 * A plate that was taken whole comes back whole. Other goods come onto the plate that they were taken off where that still
 * stands there, and are loose where it does not.
 */
export function decidePutBack(
  command: Command<PutBackBody>,
  facts: PutBackFacts,
): Decision<PutBackPlan, PutBackResult> {
  const noWork = whyNotWork(command, facts, ['put_back']);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { work, line, to, goods } = facts;
  const why = whyNotLine(command.body, facts) ?? whyNotThere(command, facts);
  if (why || !work || !line || !to) return refused(why ?? problem('picking.line_unknown', { line: command.body.line }));
  const licensePlate = plateAt(line, facts);
  const noFit = whyNotFit(to, {
    ...goodsOf(licensePlate, goods, facts.items),
    joinsPlate: licensePlate !== null && !facts.isWholePlate,
    isSetAside: command.body.overrideReason !== undefined,
  });
  if (noFit && command.approvedBy === undefined) return facts.isTargetNews ? held(noFit) : refused(noFit);
  const isWorkDone = facts.linesLeft === 0;
  const plan = { work: work.id, lines: facts.lines, to: to.code, licensePlate, goods, isWorkDone };
  const entries = goods.map((one) => carriedTo(one, { location: to.code, licensePlate }, 'move'));
  return applied(plan, { work: work.id, status: isWorkDone ? 'closed' : 'open' }, entries);
}

function whyNotLine({ line: asked }: PutBackBody, { line, goods }: PutBackFacts): Problem | null {
  if (!line) return problem('picking.line_unknown', { line: asked });
  return isToDo(line) && goods.length > 0 ? null : problem('picking.line_done', { line: asked });
}

function whyNotThere({ body: asked, approvedBy }: Command<PutBackBody>, { line, to }: PutBackFacts): Problem | null {
  const { location, overrideReason: reason } = asked;
  const noReason = whyNotOverride(reason);
  if (noReason) return noReason;
  if (!to) return problem('location.unknown', { location });
  if (!useOf(to.type).isPutTarget) return problem('location.wrong_type', { location, type: to.type });
  const proposed = line?.location ?? '';
  const isExpected = proposed === '' || proposed === location;
  if (isExpected || reason !== undefined || approvedBy !== undefined) return null;
  return problem('putaway.override_reason_required', { proposed, location });
}

function plateAt({ licensePlate }: BackLine, { isWholePlate, isPlateThere, goods }: PutBackFacts): string | null {
  if (licensePlate === '') return null;
  const isSame = goods.every((one) => one.licensePlate === licensePlate);
  if (isSame && isWholePlate) return licensePlate;
  return isPlateThere && !isSame ? licensePlate : null;
}
