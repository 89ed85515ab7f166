import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { isEnough } from '#shared/ledger/enough.ts';
import { code } from './body.ts';
import type { ReceivingOrder } from './facts.ts';

const body = z.strictObject({
  /** A receipt of the completion that was wrong. */
  documentNumber: code,
  reason: z.string().trim().min(1).max(500),
});

export type ReverseCompletionBody = z.infer<typeof body>;

/**
 * A load was completed by mistake, or with something wrong on it: a supervisor opens it again. What was registered stays
 * registered; its receipts count no longer, and completing the load once more makes their next versions.
 */
export const reverseCompletion = operation({ type: 'receiving.reverse_completion', version: 1, body });

/** A document as it stands: its newest version. */
export interface ReversedDocument {
  readonly number: string;
  readonly version: number;
  readonly kind: string;
  readonly warehouse: string;
  readonly isActive: boolean;
  readonly postingStatus: string;
}

/** A line of such an order. `onReceiptsBase` is what the receipts to be reversed say of it. */
export interface ReversedLine {
  readonly order: string;
  readonly line: number;
  readonly orderedBase: number;
  readonly underPercent: number;
  readonly receivedBase: number;
  readonly onReceiptsBase: number;
  readonly status: string;
}

export interface ReverseCompletionFacts {
  /** The document asked for; null when there is none. */
  readonly document: ReversedDocument | null;
  /** The load that it tells of; null for a document of anything else. */
  readonly load: string | null;
  /** The receipts that count and were made by the same completion, all orders on the load together. */
  readonly receipts: readonly ReversedDocument[];
  /** The orders that these receipts are of. */
  readonly orders: readonly Pick<ReceivingOrder, 'key' | 'number' | 'status'>[];
  /** Every line of these orders. */
  readonly lines: readonly ReversedLine[];
}

export interface ReverseCompletionPlan {
  readonly load: string;
  readonly reason: string;
  /** Every receipt of the completion, the one asked for first. */
  readonly receipts: readonly ReversedDocument[];
  /** The lines that the receipts told of, as they are without them. */
  readonly lines: readonly { readonly line: ReversedLine; readonly receivedBase: number; readonly status: string }[];
  readonly orders: readonly { readonly order: string; readonly status: string }[];
}

export interface ReverseCompletionResult {
  readonly documents: readonly { readonly documentNumber: string; readonly version: number }[];
}

/**
 * Refusals, in this order: `document.unknown`; `document.not_reversible` it tells of no load, such as a journal;
 * `receiving.document_elsewhere` it is of another warehouse; `document.reversed` already; `document.posted` it, or
 * another receipt of its completion, is final; `document.order_ended` the ERP ended an order for good, so what came of it
 * stays received.
 *
 * A completion is of a whole load, and so is its reversal: the receipts of all orders are reversed together.
 */
export function decideReverseCompletion(
  command: Command<ReverseCompletionBody>,
  facts: ReverseCompletionFacts,
): Decision<ReverseCompletionPlan, ReverseCompletionResult> {
  const why = whyNotReverse(command, facts);
  const { load } = facts;
  if (why || load === null) return refused(why ?? problem('document.not_reversible', { document: '' }));
  const asked = command.body.documentNumber;
  const receipts = [...facts.receipts].sort((a, b) => Number(b.number === asked) - Number(a.number === asked));
  const lines = facts.lines.filter((line) => line.onReceiptsBase > 0).map(without);
  const plan: ReverseCompletionPlan = {
    load,
    reason: command.body.reason,
    receipts,
    lines,
    orders: facts.orders.map(({ key }) => ({ order: key, status: statusWithout(key, facts.lines) })),
  };
  return applied(plan, {
    documents: receipts.map(({ number, version }) => ({ documentNumber: number, version })),
  });
}

const endedForGood: readonly string[] = ['cancelled', 'closed_short'];

function whyNotReverse(
  { body: asked, warehouse }: Command<ReverseCompletionBody>,
  { document, load, receipts, orders }: ReverseCompletionFacts,
): Problem | null {
  if (!document) return problem('document.unknown', { document: asked.documentNumber });
  const named = { document: document.number };
  if (load === null) return problem('document.not_reversible', named);
  if (document.warehouse !== warehouse) {
    return problem('receiving.document_elsewhere', { ...named, warehouse: document.warehouse });
  }
  if (!document.isActive) return problem('document.reversed', { ...named, version: document.version });
  const posted = [document, ...receipts].find(({ postingStatus }) => postingStatus === 'posted');
  if (posted) return problem('document.posted', { document: posted.number });
  const ended = orders.find(({ status }) => endedForGood.includes(status));
  return ended ? problem('document.order_ended', { ...named, order: ended.number, status: ended.status }) : null;
}

/** A line that was done, and is not without the receipts, is expected again; what the ERP ended stays ended. */
function without(line: ReversedLine) {
  const receivedBase = line.receivedBase - line.onReceiptsBase;
  const opensAgain = line.status === 'received' && !isEnough({ ...line, receivedBase });
  return { line, receivedBase, status: opensAgain ? 'open' : line.status };
}

function statusWithout(order: string, lines: readonly ReversedLine[]): string {
  const after = lines.filter((line) => line.order === order).map(without);
  if (after.every(({ status }) => status !== 'open')) return 'received';
  return after.some(({ receivedBase }) => receivedBase > 0) ? 'partially_received' : 'open';
}
