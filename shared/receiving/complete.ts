import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { DiscrepancyLine } from '#shared/ledger/discrepancy.ts';
import { isEnough } from '#shared/ledger/enough.ts';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import { code } from './body.ts';
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
  /** What the load is still to bring of it, as was said beforehand; missing where nobody said anything. */
  readonly plannedBase?: number;
  /** What other open loads are still to bring of it. */
  readonly elsewhereBase?: number;
}

/** A load that is to be completed. What is missing is not known: a device keeps no copy of loads without a plan. */
export interface CompletingLoad extends LoadFacts {
  /** Numbers of the orders on it. */
  readonly orders?: readonly string[];
  /** It was said beforehand what it brings; by a notice or a person, where `isMadeByItself` is not. */
  readonly isPlanned?: boolean;
  readonly isMadeByItself?: boolean;
  /** Receipts tell of some of it already. */
  readonly hasReceipts?: boolean;
}

export interface CompleteFacts {
  /** The orders that the body can mean; with a load, all orders on it. */
  readonly orders: readonly ReceivingOrder[];
  readonly load: CompletingLoad | null;
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
  /** What becomes of the load: it stays open where it may have several receipts and more is to come. */
  readonly loadStatus: InboundLoadStatus;
  readonly supplierPackingSlip: string | null;
  /** The lines of which the load brought something: what its receipts tell of, one for each shipment. */
  readonly received: readonly LineOutcome[];
  readonly orders: readonly { readonly order: ReceivingOrder; readonly status: string }[];
  /** Lines that came otherwise than was said beforehand; none where nobody said anything. */
  readonly differences: readonly DiscrepancyLine[];
}

export interface CompleteResult {
  readonly documents: readonly { readonly documentNumber: string; readonly version: number }[];
}

/**
 * Refusals, in this order: `receiving.order_missing` neither order nor load; `receiving.order_unknown`,
 * `receiving.order_ambiguous`, `receiving.load_unknown`; `receiving.wrong_warehouse`; `receiving.load_completed`;
 * `receiving.no_open_load` nothing was registered since the last completion; `receiving.load_ambiguous` several loads
 * are open; `receiving.load_shared` the order came with others on one load, which is completed as a whole;
 * `receiving.packing_slip_required`; `receiving.differences` something else arrived than was expected: one error a line,
 * with what was expected and registered, unless `acceptDifferences`; `receiving.must_equal` accepting them does not help
 * where the source system wants loads that were made by themselves to bring what was ordered.
 *
 * A line that got all, or all but its under-delivery with no other load still to bring some, is closed and nothing
 * remains; any other stays open for the next load. A load of which it was said beforehand what it brings expects that,
 * any other all that its orders lack. With nothing registered at all an accepted completion closes the load empty and
 * makes no document; one that may have several receipts stays open until all of it came. The result is filled in where
 * documents get their numbers.
 */
export function decideComplete(
  command: Command<CompleteBody>,
  facts: CompleteFacts,
): Decision<CompletePlan, CompleteResult> {
  const why = whyNotComplete(command, facts);
  if (why || !facts.load) return refused(why ?? problem('receiving.no_open_load', { order: command.body.order ?? '' }));
  const { load } = facts;
  const settings = facts.orders[0]?.settings ?? standardSettings;
  const { supplierPackingSlip: slip } = command.body;
  if (settings.supplierPackingSlip === 'always' && slip === undefined) {
    return refused(problem('receiving.packing_slip_required', { load: load.number }));
  }
  const differences = facts.lines.filter((line) => isExpected(line) && line.onLoadBase !== expectedBase(line));
  const isBound = settings.inboundDelivery === 'require-equal' && load.isMadeByItself === true;
  if (differences.length > 0 && (isBound || command.body.acceptDifferences !== true)) {
    const code = isBound ? 'receiving.must_equal' : 'receiving.differences';
    return refused(problem(code, { lines: differences.length }, differences.map(differenceOf)));
  }
  const hasSeveral = settings.multipleReceiptsPerLoad && load.isPlanned === true;
  const outcomes = facts.lines.map((line) => outcomeOf(line, hasSeveral));
  const received = outcomes.filter(({ line }) => line.onLoadBase > 0);
  const touched = facts.orders.filter(({ key }) => received.some(({ line }) => line.order === key));
  const isMoreToCome = hasSeveral && received.length > 0 && outcomes.some(isStillToCome);
  const ended = received.length > 0 || load.hasReceipts ? 'received' : 'closed_empty';
  const plan: CompletePlan = {
    load: load.number,
    loadStatus: isMoreToCome ? 'open' : ended,
    supplierPackingSlip: settings.supplierPackingSlip === 'never' ? null : (slip ?? null),
    received,
    orders: touched.map((order) => ({ order, status: statusOf(order, outcomes) })),
    differences: load.isPlanned && !isMoreToCome ? differences.map(discrepancyLine) : [],
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
  const order = asked.order ?? '';
  if (openLoads.length > 1) return problem('receiving.load_ambiguous', { order, loads: openLoads.join(', ') });
  const others = (load?.orders ?? []).filter((number) => number !== asked.order);
  if (!load || others.length === 0) return null;
  return problem('receiving.load_shared', { order, load: load.number, others: others.join(', ') });
}

/** Whether anything was expected or arrived: of closed and cancelled lines nothing more is. */
function isExpected(line: CompletingLine): boolean {
  const isWanted = line.status === 'open' && line.plannedBase !== 0;
  return isWanted || line.onLoadBase > 0;
}

/**
 * What the load was to bring: as was said, else all that is ordered and neither received nor on another load. Of a line
 * that was closed since, because its remainder was cancelled, what came of it by then.
 */
function expectedBase(line: CompletingLine): number {
  const leftBase = Math.max(0, line.orderedBase - line.receivedBase - (line.elsewhereBase ?? 0));
  if (line.status === 'closed') return Math.min(line.onLoadBase, leftBase);
  return line.status === 'open' ? (line.plannedBase ?? leftBase) : 0;
}

function differenceOf(line: CompletingLine): FieldError {
  return {
    pointer: '/body/acceptDifferences',
    code: 'receiving.difference',
    params: { ...discrepancyLine(line) },
  };
}

function discrepancyLine(line: CompletingLine): DiscrepancyLine {
  return {
    order: line.order.slice(line.order.indexOf(':') + 1),
    line: line.line,
    item: line.itemNumber,
    expected: fromBase(expectedBase(line), line.decimals),
    registered: fromBase(line.onLoadBase, line.decimals),
    unit: line.baseUnit,
  };
}

/** Received by all loads. What may be missing closes a line only when nothing more of it is on its way. */
function outcomeOf(line: CompletingLine, hasSeveralReceipts: boolean): LineOutcome {
  const receivedBase = line.receivedBase + line.onLoadBase;
  const restBase = hasSeveralReceipts ? Math.max(0, (line.plannedBase ?? 0) - line.onLoadBase) : 0;
  const isOnItsWay = (line.elsewhereBase ?? 0) + restBase > 0;
  const isAll = isOnItsWay ? receivedBase >= line.orderedBase : isEnough({ ...line, receivedBase });
  const isDone = line.status !== 'open' || isAll;
  const closes = line.status === 'open' && isDone && line.onLoadBase > 0;
  return {
    line,
    receivedBase,
    remainingBase: isDone ? 0 : line.orderedBase - receivedBase,
    status: closes ? 'received' : line.status,
  };
}

function isStillToCome({ line, status }: LineOutcome): boolean {
  return status === 'open' && (line.plannedBase ?? 0) > line.onLoadBase;
}

function statusOf(order: ReceivingOrder, outcomes: readonly LineOutcome[]): string {
  // What the ERP ended for good stays ended; what had come before is reported all the same.
  if (order.status === 'cancelled' || order.status === 'closed_short') return order.status;
  const isOpen = outcomes.some(({ line, status }) => line.order === order.key && status === 'open');
  return isOpen ? 'partially_received' : 'received';
}
