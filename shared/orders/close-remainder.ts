import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { aboutOrder } from './about-order.ts';
import type { KnownOutboundLine } from './known-outbound-order.ts';
import { type MeantOrder, openOrder } from './order-meant.ts';

const body = z.strictObject({
  ...aboutOrder,
  /** All lines where none is named. */
  line: z.int().min(1).optional(),
});

export type CloseRemainderBody = z.infer<typeof body>;

/**
 * What is not picked of an order, or of one of its lines, is not sent any more: work for it is taken back, its goods are
 * free for others. What is picked is still to be shipped.
 */
export const closeRemainder = operation({ type: 'orders.close_remainder', version: 1, body });

export interface CloseRemainderPlan {
  readonly order: MeantOrder;
  readonly lines: readonly KnownOutboundLine[];
}

export interface CloseRemainderResult {
  readonly order: string;
  /** Numbers of the lines of which something was cancelled. */
  readonly lines: readonly number[];
}

/**
 * Refusals, in this order: those of `openOrder`; `order.line_unknown`; `order.nothing_left` nothing of it is neither
 * picked nor cancelled.
 */
export function decideCloseRemainder(
  { body: { order, line: asked } }: Command<CloseRemainderBody>,
  meant: readonly MeantOrder[],
): Decision<CloseRemainderPlan, CloseRemainderResult> {
  const known = openOrder(order, meant);
  if (isProblem(known)) return refused(known);
  const named = known.lines.filter((line) => asked === undefined || line.lineNumber === asked);
  if (named.length === 0) return refused(problem('order.line_unknown', { order, line: asked ?? 0 }));
  const lines = named.filter(
    (line) => line.status === 'open' && line.quantityBase - line.cancelledBase > line.pickedBase,
  );
  if (lines.length === 0) return refused(problem('order.nothing_left', { order }));
  return applied({ order: known, lines }, { order, lines: lines.map(({ lineNumber }) => lineNumber) });
}
