import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { name32 } from '#shared/kernel/fields.ts';
import { problem } from '#shared/kernel/problem.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { aboutOrder } from './about-order.ts';
import { type MeantOrder, openOrder } from './order-meant.ts';
import type { HoldPlan, HoldResult } from './set-hold.ts';

const body = z.strictObject({
  ...aboutOrder,
  /** All of them where none is named. */
  code: name32.optional(),
});

export type ReleaseHoldBody = z.infer<typeof body>;

/** Lifts a hold of an order, or all of them. The ERP's own holds too: it may set them anew. */
export const releaseHold = operation({ type: 'orders.release_hold', version: 1, body });

/** Refusals, in this order: those of `openOrder`; `order.hold_unknown` the order is not on hold with that. */
export function decideReleaseHold(
  { body: { order, code } }: Command<ReleaseHoldBody>,
  meant: readonly MeantOrder[],
): Decision<HoldPlan, HoldResult> {
  const known = openOrder(order, meant);
  if (isProblem(known)) return refused(known);
  const { holdCodes: before } = known;
  if (before.length === 0 || (code !== undefined && !before.includes(code))) {
    return refused(problem('order.hold_unknown', { order, code: code ?? '' }));
  }
  const holdCodes = code === undefined ? [] : before.filter((each) => each !== code);
  return applied({ order: known.key, before, holdCodes }, { order, holdCodes });
}
