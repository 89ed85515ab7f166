import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { name32 } from '#shared/kernel/fields.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { aboutOrder } from './about-order.ts';
import { type MeantOrder, openOrder } from './order-meant.ts';

const body = z.strictObject({ ...aboutOrder, code: name32 });

export type SetHoldBody = z.infer<typeof body>;

/** Keeps an order from being released, until somebody lifts the hold. What is released of it already goes on. */
export const setHold = operation({ type: 'orders.set_hold', version: 1, body });

export interface HoldPlan {
  readonly order: string;
  readonly before: readonly string[];
  readonly holdCodes: readonly string[];
}

export interface HoldResult {
  readonly order: string;
  readonly holdCodes: readonly string[];
}

/** Refusals, in this order: those of `openOrder`. A hold that is there already stays. */
export function decideSetHold(
  { body: { order, code } }: Command<SetHoldBody>,
  meant: readonly MeantOrder[],
): Decision<HoldPlan, HoldResult> {
  const known = openOrder(order, meant);
  if (isProblem(known)) return refused(known);
  const holdCodes = [...new Set([...known.holdCodes, code])];
  return applied({ order: known.key, before: known.holdCodes, holdCodes }, { order, holdCodes });
}
