import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { percent } from '#shared/kernel/fields.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { byPercent, fromBase } from '#shared/kernel/quantity.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { code } from './body.ts';
import type { OnLoad, ReceivingLine, ReceivingOrder, RegisterLoadFacts } from './facts.ts';
import { limitOf } from './spread.ts';

const body = z.strictObject({
  load: code,
  order: code,
  sourceSystem: code.optional(),
  line: z.int().min(1),
  /** How much more than expected the load may bring of the line. */
  percent: percent(1000),
  reason: z.string().trim().min(1).max(500),
});

export type SetOverDeliveryBody = z.infer<typeof body>;

/**
 * Early loads came exact and the excess is all on the last truck: a supervisor lets that load bring more of a line than
 * the order line's own percentage, as long as the order allows it.
 */
export const setOverDelivery = operation({ type: 'receiving.set_over_delivery', version: 1, body });

export interface SetOverDeliveryFacts {
  readonly load: RegisterLoadFacts | null;
  /** The orders with the number. */
  readonly orders: readonly ReceivingOrder[];
  /** The line, with what the load is to bring of it; null where the order has none of that number. */
  readonly line: (ReceivingLine & { readonly stockItem: StockItem; readonly onLoad: OnLoad | null }) | null;
}

export interface SetOverDeliveryPlan {
  readonly load: string;
  readonly order: string;
  readonly line: number;
  readonly before: number;
  readonly percent: number;
}

export interface SetOverDeliveryResult {
  readonly load: string;
  readonly order: string;
  readonly line: number;
  readonly percent: number;
  /** How much the load may bring now. */
  readonly limit: number;
  readonly unit: string;
}

/**
 * Refusals, in this order: `receiving.load_unknown`, `receiving.load_completed`; `receiving.order_unknown`,
 * `receiving.order_ambiguous`, `receiving.order_not_on_load`; `receiving.line_unknown`, `receiving.line_not_on_load`;
 * `receiving.order_cap_exceeded` what other loads brought and all that this one then may is more than the order allows.
 */
export function decideSetOverDelivery(
  command: Command<SetOverDeliveryBody>,
  facts: SetOverDeliveryFacts,
): Decision<SetOverDeliveryPlan, SetOverDeliveryResult> {
  const { load: number, order, line: lineNumber, percent: wanted } = command.body;
  const why = whyNotOrder(command, facts);
  if (why) return refused(why);
  const { line } = facts;
  if (!line) return refused(problem('receiving.line_unknown', { order, line: lineNumber }));
  const { onLoad, stockItem } = line;
  if (!onLoad) return refused(problem('receiving.line_not_on_load', { order, line: lineNumber, load: number }));
  const limitBase = byPercent(onLoad.expectedBase, wanted);
  const elsewhereBase = line.registeredBase - onLoad.registeredBase;
  const fitsBase = Math.max(0, limitOf(line) - elsewhereBase);
  const shown = (base: number) => fromBase(base, stockItem.decimals);
  if (limitBase > fitsBase) {
    const numbers = { wanted: shown(limitBase), fits: shown(fitsBase), unit: stockItem.baseUnit };
    return refused(problem('receiving.order_cap_exceeded', { order, line: lineNumber, load: number, ...numbers }));
  }
  const plan = { load: number, order: line.order, line: line.line, before: onLoad.overPercent, percent: wanted };
  const limit = { limit: shown(limitBase), unit: stockItem.baseUnit };
  return applied(plan, { load: number, order, line: line.line, percent: wanted, ...limit });
}

function whyNotOrder(
  { body: asked, warehouse }: Command<SetOverDeliveryBody>,
  { load, orders }: SetOverDeliveryFacts,
): Problem | null {
  const { load: number, order } = asked;
  if (!load || load.warehouse !== warehouse) return problem('receiving.load_unknown', { load: number });
  if (load.status !== 'open') return problem('receiving.load_completed', { load: number });
  const [first, second] = orders;
  if (!first) return problem('receiving.order_unknown', { order });
  if (second) {
    const sourceSystems = orders.map((each) => each.sourceSystem).join(', ');
    return problem('receiving.order_ambiguous', { order, sourceSystems });
  }
  return load.orders.includes(first.key) ? null : problem('receiving.order_not_on_load', { order, load: number });
}
