import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { code } from './body.ts';
import { isEnough } from './enough.ts';
import type { LoadFacts, ReceivingLine, ReceivingOrder } from './facts.ts';
import type { InboundLoadStatus } from './inbound-load.machine.ts';

const body = z.strictObject({
  order: code.optional(),
  load: code.optional(),
  sourceSystem: code.optional(),
  supplierPackingSlip: z.string().min(1).max(64).optional(),
  acceptDifferences: z.boolean().optional(),
});

export type CompleteBody = z.infer<typeof body>;

/** Nothing more will come with this load: whoever answers for the dock says so, and the ERP gets its receipts. */
export const complete = operation({ type: 'receiving.complete', version: 1, body });

/** A line of an order on the load. `onLoadBase` is registered on this load and not yet reported. */
export interface CompletingLine extends ReceivingLine {
  readonly onLoadBase: number;
  /** How the item is shown to people: its number, base unit and decimals. */
  readonly itemNumber: string;
  readonly baseUnit: string;
  readonly decimals: number;
}

export interface CompleteFacts {
  /** The orders that the body can mean; with a load, all orders on it. */
  readonly orders: readonly ReceivingOrder[];
  readonly load: LoadFacts | null;
  /** All lines of these orders that can still be received, or have something on the load. */
  readonly lines: readonly CompletingLine[];
}

/** What completing does to one line. */
export interface LineOutcome {
  readonly line: CompletingLine;
  readonly receivedBase: number;
  readonly remainingBase: number;
  readonly status: string;
}

export interface CompletePlan {
  readonly load: string;
  readonly loadStatus: Exclude<InboundLoadStatus, 'open'>;
  readonly supplierPackingSlip: string | null;
  /** One per order on the load with at least one unit received: each becomes a receipt. */
  readonly shipments: readonly { readonly order: ReceivingOrder; readonly lines: readonly LineOutcome[] }[];
  readonly orders: readonly { readonly order: ReceivingOrder; readonly status: string }[];
}

export interface CompleteResult {
  readonly documents: readonly { readonly documentNumber: string; readonly version: number }[];
}

/**
 * Refusals, in this order: `receiving.order_missing` neither order nor load; `receiving.order_unknown`,
 * `receiving.order_ambiguous`, `receiving.load_unknown`; `receiving.wrong_warehouse`; `receiving.load_completed`;
 * `receiving.no_open_load` nothing was registered since the last completion; `receiving.load_ambiguous` several loads
 * are open; `receiving.differences` something else arrived than was expected: one error a line, with what was expected
 * and registered, unless `acceptDifferences`.
 *
 * A line that got all, or all but its under-delivery, is closed and nothing remains; any other stays open for the next
 * load. With nothing registered at all an accepted completion closes the load empty and makes no document. The result
 * is filled in where documents get their numbers.
 */
export function decideComplete(
  command: Command<CompleteBody>,
  facts: CompleteFacts,
): Decision<CompletePlan, CompleteResult> {
  const why = whyNotComplete(command, facts);
  if (why || !facts.load) return refused(why ?? problem('receiving.no_open_load', { order: command.body.order ?? '' }));
  const differences = facts.lines.filter((line) => isExpected(line) && line.onLoadBase !== expectedBase(line));
  if (differences.length > 0 && command.body.acceptDifferences !== true) {
    return refused(problem('receiving.differences', { lines: differences.length }, differences.map(differenceOf)));
  }
  const outcomes = facts.lines.map(outcomeOf);
  const shipments = facts.orders.map((order) => ({
    order,
    lines: outcomes.filter(({ line }) => line.order === order.key && line.onLoadBase > 0),
  }));
  const received = shipments.filter((shipment) => shipment.lines.length > 0);
  const plan: CompletePlan = {
    load: facts.load.number,
    loadStatus: received.length > 0 ? 'received' : 'closed_empty',
    supplierPackingSlip: command.body.supplierPackingSlip ?? null,
    shipments: received,
    orders: received.map(({ order }) => ({ order, status: statusOf(order, outcomes) })),
  };
  return applied(plan, { documents: [] });
}

function whyNotComplete({ body: asked, warehouse }: Command<CompleteBody>, facts: CompleteFacts): Problem | null {
  if (asked.order === undefined && asked.load === undefined) return problem('receiving.order_missing');
  const [first, second] = facts.orders;
  if (asked.order !== undefined) {
    if (!first) return problem('receiving.order_unknown', { order: asked.order });
    if (second) {
      const sourceSystems = facts.orders.map((order) => order.sourceSystem).join(', ');
      return problem('receiving.order_ambiguous', { order: asked.order, sourceSystems });
    }
    if (first.warehouse !== warehouse) {
      return problem('receiving.wrong_warehouse', { order: first.number, warehouse: first.warehouse });
    }
  }
  const { load } = facts;
  if (asked.load !== undefined) {
    if (!load || load.warehouse !== warehouse) return problem('receiving.load_unknown', { load: asked.load });
    return load.status === 'open' ? null : problem('receiving.load_completed', { load: load.number });
  }
  const openLoads = first?.openLoads ?? [];
  if (openLoads.length > 1) {
    return problem('receiving.load_ambiguous', { order: asked.order ?? '', loads: openLoads.join(', ') });
  }
  return null;
}

/** Whether anything was expected or arrived: closed and cancelled lines expect nothing. */
function isExpected(line: CompletingLine): boolean {
  return line.status === 'open' || line.onLoadBase > 0;
}

/** What the load was to bring: what is ordered and was not received by earlier loads. */
function expectedBase(line: CompletingLine): number {
  return line.status === 'open' ? Math.max(0, line.orderedBase - line.receivedBase) : 0;
}

function differenceOf(line: CompletingLine): FieldError {
  return {
    pointer: '/body/acceptDifferences',
    code: 'receiving.difference',
    params: {
      order: line.order.slice(line.order.indexOf(':') + 1),
      line: line.line,
      item: line.itemNumber,
      expected: fromBase(expectedBase(line), line.decimals),
      registered: fromBase(line.onLoadBase, line.decimals),
      unit: line.baseUnit,
    },
  };
}

/** Received by all loads. */
function outcomeOf(line: CompletingLine): LineOutcome {
  const receivedBase = line.receivedBase + line.onLoadBase;
  const isDone = line.status !== 'open' || isEnough({ ...line, receivedBase });
  const closes = line.status === 'open' && isDone && line.onLoadBase > 0;
  return {
    line,
    receivedBase,
    remainingBase: isDone ? 0 : line.orderedBase - receivedBase,
    status: closes ? 'received' : line.status,
  };
}

function statusOf(order: ReceivingOrder, outcomes: readonly LineOutcome[]): string {
  // What the ERP ended for good stays ended; what had come before is reported all the same.
  if (order.status === 'cancelled' || order.status === 'closed_short') return order.status;
  const isOpen = outcomes.some(({ line, status }) => line.order === order.key && status === 'open');
  return isOpen ? 'partially_received' : 'received';
}
