import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { instant, line as lineOfText, name64 } from '#shared/kernel/fields.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { code, unitCode } from './body.ts';
import type { ReceivingLine, ReceivingOrder } from './facts.ts';
import { limitOf } from './spread.ts';

const body = z.strictObject({
  /** Its name; without one it gets the next number. */
  load: code.optional(),
  sourceSystem: code.optional(),
  /** Everything that these orders still expect and no other load is to bring. */
  orders: z.array(code).min(1).max(500).optional(),
  /** So much of these lines. */
  lines: z
    .array(z.strictObject({ order: code, line: z.int().min(1), quantity: z.number(), unit: unitCode }))
    .min(1)
    .max(5000)
    .optional(),
  shippedAt: instant.optional(),
  expectedArrival: instant.optional(),
  carrier: name64.optional(),
  notes: lineOfText.optional(),
});

export type CreateLoadBody = z.infer<typeof body>;

/** Somebody in the office knows what a truck will bring: which orders, or how much of which of their lines. */
export const createLoad = operation({ type: 'receiving.create_load', version: 1, body });

/** A line of such an order, with its item in all units, and what other open loads are still to bring of it. */
export interface LoadableLine extends ReceivingLine {
  readonly stockItem: StockItem;
  readonly onOtherLoadsBase: number;
}

export interface CreateLoadFacts {
  /** Every order with one of the numbers. */
  readonly orders: readonly ReceivingOrder[];
  /** All lines of these orders. */
  readonly lines: readonly LoadableLine[];
  readonly isNameTaken: boolean;
}

export interface CreateLoadPlan {
  readonly load: string | null;
  readonly sourceSystem: string;
  readonly orders: readonly string[];
  readonly lines: readonly { readonly line: LoadableLine; readonly expectedBase: number }[];
}

export interface CreateLoadResult {
  readonly load: string;
  readonly lines: readonly {
    readonly order: string;
    readonly line: number;
    readonly quantity: number;
    readonly unit: string;
  }[];
}

/**
 * Refusals, in this order: for each order `receiving.order_unknown`, `receiving.order_ambiguous`,
 * `receiving.wrong_warehouse`, `receiving.order_closed`; `receiving.load_sources_differ` they are of several source
 * systems; for each line `receiving.line_unknown`, `receiving.load_line_repeated`, `receiving.line_closed`,
 * `item.unit_unknown`, `quantity.not_positive`, `quantity.too_precise`, `quantity.too_large`,
 * `receiving.load_exceeds_order` more than the order allows, with what is registered and what other loads are to bring;
 * `receiving.load_empty` there is nothing left to bring; `receiving.load_taken` the name belongs to another load.
 */
export function decideCreateLoad(
  { body: asked, warehouse }: Command<CreateLoadBody>,
  facts: CreateLoadFacts,
): Decision<CreateLoadPlan, CreateLoadResult> {
  const numbers = [...new Set([...(asked.orders ?? []), ...(asked.lines ?? []).map(({ order }) => order)])];
  for (const number of numbers) {
    const why = whyNotOrder(number, warehouse, facts);
    if (why) return refused(why);
  }
  const sources = new Set(facts.orders.map(({ sourceSystem }) => sourceSystem));
  if (sources.size > 1) {
    return refused(problem('receiving.load_sources_differ', { sourceSystems: [...sources].join(', ') }));
  }
  const lines: CreateLoadPlan['lines'][number][] = [];
  for (const wanted of asked.lines ?? []) {
    const line = readLine(wanted, facts, lines);
    if (isProblem(line)) return refused(line);
    lines.push(line);
  }
  for (const number of asked.orders ?? []) lines.push(...restOf(number, facts, lines));
  const [first] = facts.orders;
  if (!first || lines.length === 0) return refused(problem('receiving.load_empty'));
  if (facts.isNameTaken) return refused(problem('receiving.load_taken', { load: asked.load ?? '' }));
  const orders = [...new Set(lines.map(({ line }) => line.order))];
  return applied({ load: asked.load ?? null, sourceSystem: first.sourceSystem, orders, lines }, resultOf(lines, facts));
}

const openOrderStatuses: readonly string[] = ['open', 'partially_received'];

function whyNotOrder(number: string, warehouse: string, { orders }: CreateLoadFacts): Problem | null {
  const named = orders.filter((order) => order.number === number);
  const [first, second] = named;
  if (!first) return problem('receiving.order_unknown', { order: number });
  if (second) {
    const sourceSystems = named.map((order) => order.sourceSystem).join(', ');
    return problem('receiving.order_ambiguous', { order: number, sourceSystems });
  }
  if (first.warehouse !== warehouse) {
    return problem('receiving.wrong_warehouse', { order: number, warehouse: first.warehouse });
  }
  return openOrderStatuses.includes(first.status)
    ? null
    : problem('receiving.order_closed', { order: number, status: first.status });
}

type WantedLine = NonNullable<CreateLoadBody['lines']>[number];
type Planned = CreateLoadPlan['lines'][number];

function readLine(wanted: WantedLine, facts: CreateLoadFacts, before: readonly Planned[]): Planned | Problem {
  const { order: number, line: lineNumber, quantity, unit } = wanted;
  const key = facts.orders.find((order) => order.number === number)?.key;
  const line = facts.lines.find((each) => each.order === key && each.line === lineNumber);
  if (!line) return problem('receiving.line_unknown', { order: number, line: lineNumber });
  if (before.some((each) => each.line === line)) {
    return problem('receiving.load_line_repeated', { order: number, line: lineNumber });
  }
  if (line.status !== 'open') return problem('receiving.line_closed', { order: number, line: lineNumber });
  const expectedBase = readQuantity(line.stockItem, quantity, unit);
  if (isProblem(expectedBase)) return expectedBase;
  const fitsBase = Math.max(0, limitOf(line) - line.registeredBase - line.onOtherLoadsBase);
  if (expectedBase <= fitsBase) return { line, expectedBase };
  const { decimals, baseUnit } = line.stockItem;
  const shown = { fits: fromBase(fitsBase, decimals), unit: baseUnit };
  return problem('receiving.load_exceeds_order', { order: number, line: lineNumber, ...shown });
}

/** What an order still expects and no load brings, of the lines that were not named themselves. */
function restOf(number: string, facts: CreateLoadFacts, before: readonly Planned[]): Planned[] {
  const key = facts.orders.find((order) => order.number === number)?.key;
  return facts.lines
    .filter((line) => line.order === key && line.status === 'open' && !before.some((each) => each.line === line))
    .map((line) => ({ line, expectedBase: line.orderedBase - line.registeredBase - line.onOtherLoadsBase }))
    .filter(({ expectedBase }) => expectedBase > 0);
}

function resultOf(lines: readonly Planned[], facts: CreateLoadFacts): CreateLoadResult {
  return {
    load: '',
    lines: lines.map(({ line, expectedBase }) => ({
      order: facts.orders.find((order) => order.key === line.order)?.number ?? '',
      line: line.line,
      quantity: fromBase(expectedBase, line.stockItem.decimals),
      unit: line.stockItem.baseUnit,
    })),
  };
}
