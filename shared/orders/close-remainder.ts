import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type PickedGoods, whyNotBack } from '#shared/ledger/put-back.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { totalBase } from '../kernel/quantity.ts';
import { aboutOrder } from './about-order.ts';
import type { KnownOutboundLine } from './known-outbound-order.ts';
import { type MeantOrder, openOrder } from './order-meant.ts';

const body = z.strictObject({
  ...aboutOrder,
  /** All lines where none is named. */
  line: z.int().min(1).optional(),
  /** What is picked already is not sent either: it goes back to its shelf. */
  putBack: z.boolean().optional(),
});

export type CloseRemainderBody = z.infer<typeof body>;

/**
 * What is not picked of an order, or of one of its lines, is not sent any more: work for it is taken back, its goods are
 * free for others. What is picked is still to be shipped, or brought back where that is asked for.
 */
export const closeRemainder = operation({ type: 'orders.close_remainder', version: 1, body });

export interface CloseRemainderFacts {
  readonly meant: readonly MeantOrder[];
  /** What was picked for them and has not left. */
  readonly goods: readonly PickedGoods[];
}

export interface CloseRemainderPlan {
  readonly order: MeantOrder;
  readonly lines: readonly KnownOutboundLine[];
  /** What of these lines is brought back. */
  readonly back: readonly PickedGoods[];
}

export interface CloseRemainderResult {
  readonly order: string;
  /** Numbers of the lines of which something was cancelled. */
  readonly lines: readonly number[];
}

/**
 * Refusals, in this order: those of `openOrder`; `order.line_unknown`; with `putBack` those of `whyNotBack`;
 * `order.nothing_left` nothing of it is neither picked nor cancelled, or with `putBack` neither shipped nor cancelled.
 */
export function decideCloseRemainder(
  { body: { order, line: asked, putBack } }: Command<CloseRemainderBody>,
  { meant, goods }: CloseRemainderFacts,
): Decision<CloseRemainderPlan, CloseRemainderResult> {
  const known = openOrder(order, meant);
  if (isProblem(known)) return refused(known);
  const named = known.lines.filter((line) => asked === undefined || line.lineNumber === asked);
  if (named.length === 0) return refused(problem('order.line_unknown', { order, line: asked ?? 0 }));
  const isNamed = ({ order: key, line }: PickedGoods) =>
    key === known.key && named.some(({ lineNumber }) => lineNumber === line);
  const back = putBack === true ? goods.filter(isNamed) : [];
  const inTheWay = whyNotBack(back);
  if (inTheWay) return refused(inTheWay);
  const left = named.map(without(back));
  const lines = left.filter(
    (line) => line.status === 'open' && line.quantityBase - line.cancelledBase > line.pickedBase,
  );
  if (lines.length === 0) return refused(problem('order.nothing_left', { order }));
  return applied({ order: known, lines, back }, { order, lines: lines.map(({ lineNumber }) => lineNumber) });
}

/** A line as it is once goods are on their way back: they are not picked for it any more. */
function without(back: readonly PickedGoods[]) {
  return (line: KnownOutboundLine): KnownOutboundLine => {
    const own = back.filter((one) => one.line === line.lineNumber);
    const backBase = totalBase(own);
    return { ...line, pickedBase: line.pickedBase - backBase, releasedBase: line.releasedBase - backBase };
  };
}
