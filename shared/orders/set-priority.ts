import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { aboutOrder } from './about-order.ts';
import { type MeantOrder, openOrder } from './order-meant.ts';

const body = z.strictObject({ ...aboutOrder, priority: z.int().min(0).max(999) });

export type SetPriorityBody = z.infer<typeof body>;

/**
 * Says how urgent an order is: lower numbers go first, at the next release and on the floor. The ERP's next message about
 * the order may say otherwise.
 */
export const setPriority = operation({ type: 'orders.set_priority', version: 1, body });

export interface PriorityPlan {
  /** The order's key. */
  readonly order: string;
}

export interface PriorityResult {
  readonly order: string;
  readonly priority: number;
}

/** Refusals: those of `openOrder`. */
export function decideSetPriority(
  { body: { order, priority } }: Command<SetPriorityBody>,
  meant: readonly MeantOrder[],
): Decision<PriorityPlan, PriorityResult> {
  const known = openOrder(order, meant);
  return isProblem(known) ? refused(known) : applied({ order: known.key }, { order, priority });
}
