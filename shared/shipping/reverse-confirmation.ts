import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { carriedTo, type EntryDraft } from '#shared/ledger/entry.ts';
import { type Outside, outside } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';

const body = z.strictObject({
  /** The packing slip of the shipment. */
  documentNumber: z.string().min(1).max(64),
  reason: z.string().trim().min(1).max(500),
});

export type ReverseConfirmationBody = z.infer<typeof body>;

/** The truck has not left after all, or something wrong is on it: what was shipped stands where it stood before. */
export const reverseConfirmation = operation({ type: 'shipping.reverse_confirmation', version: 1, body });

/**
 * Goods that a slip told of. They went from `location`; `entry` shipped them. Their plate may be in use elsewhere by
 * now: ''.
 */
export interface ShippedGoods extends Reservation {
  readonly entry: string;
  readonly coverage: string;
}

/** What was closed of an order line with the shipment, since one stood for the order; in steps of the item. */
export interface ClosedLine {
  readonly order: string;
  readonly line: number;
  readonly restBase: number;
  /** What was ordered then: what the ERP asks for otherwise since stays as it asks. */
  readonly orderedBase: number;
  /** So much of the rest was promised, and is promised again as far as there are goods for it. */
  readonly promisedBase: number;
  readonly reason: string;
  /** Why something of it was cancelled before; null where nothing was, or an ERP said so. */
  readonly reasonBefore: string | null;
}

export interface ReverseConfirmationFacts {
  /** The slip as it stands, its newest version; null where there is none. */
  readonly document: {
    readonly number: string;
    readonly version: number;
    readonly kind: string;
    readonly warehouse: string;
    readonly isActive: boolean;
    readonly postingStatus: string;
  } | null;
  readonly shipment: string | null;
  readonly load: string | null;
  readonly goods: readonly ShippedGoods[];
  readonly closed: readonly ClosedLine[];
  /** It is a transfer: the load that brings it to the other warehouse, and whether anything of it was received there. */
  readonly transfer?: { readonly load: string; readonly warehouse: string; readonly isReceived: boolean };
  /** Some of it came back and was taken in: it cannot stand where it stood before. */
  readonly cameBack: boolean;
  /** Numbers of its orders that the ERP has cancelled since. */
  readonly endedOrders: readonly string[];
}

export interface ReverseConfirmationPlan {
  readonly shipment: string;
  readonly load: string;
  readonly reason: string;
  readonly number: string;
  readonly goods: readonly ShippedGoods[];
  /** Open again with it. */
  readonly closed: readonly ClosedLine[];
  readonly transfer: ReverseConfirmationFacts['transfer'];
}

export interface ReverseConfirmationResult {
  readonly documents: readonly { readonly documentNumber: string; readonly version: number }[];
}

/**
 * Refusals, in this order: `document.unknown`; `document.not_reversible` it tells of no outbound shipment;
 * `shipping.document_elsewhere` it is of another warehouse; `document.reversed` already; `document.posted` it is final;
 * `document.order_ended` the ERP ended the order for good; `shipping.goods_came_back` some of it was returned;
 * `shipping.transfer_received` the other warehouse received some.
 */
export function decideReverseConfirmation(
  command: Command<ReverseConfirmationBody>,
  facts: ReverseConfirmationFacts,
): Decision<ReverseConfirmationPlan, ReverseConfirmationResult> {
  const why = whyNot(command, facts);
  const { document, shipment, load, goods, closed } = facts;
  if (why || !document || shipment === null || load === null) {
    return refused(why ?? problem('document.not_reversible', { document: command.body.documentNumber }));
  }
  const { number, version } = document;
  const plan = { shipment, load, reason: command.body.reason, number, goods, closed, transfer: facts.transfer };
  const from = facts.transfer ? outside.transit : outside.customer;
  const entries = goods.map((one) => entryOf(one, from));
  return applied(plan, { documents: [{ documentNumber: number, version }] }, entries);
}

function whyNot(
  { body: asked, warehouse }: Command<ReverseConfirmationBody>,
  { document, shipment, endedOrders, transfer, cameBack }: ReverseConfirmationFacts,
): Problem | null {
  if (!document) return problem('document.unknown', { document: asked.documentNumber });
  const named = { document: document.number };
  if (document.kind !== 'packing-slip' || shipment === null) return problem('document.not_reversible', named);
  if (document.warehouse !== warehouse) {
    return problem('shipping.document_elsewhere', { ...named, warehouse: document.warehouse });
  }
  if (!document.isActive) return problem('document.reversed', { ...named, version: document.version });
  if (document.postingStatus === 'posted') return problem('document.posted', named);
  const [order] = endedOrders;
  if (order !== undefined) return problem('document.order_ended', { ...named, order, status: 'cancelled' });
  if (cameBack) return problem('shipping.goods_came_back', named);
  if (!transfer?.isReceived) return null;
  return problem('shipping.transfer_received', { ...named, load: transfer.load, warehouse: transfer.warehouse });
}

function entryOf(goods: ShippedGoods, from: Outside): EntryDraft {
  const back = { location: goods.location, licensePlate: goods.licensePlate || null };
  return {
    ...carriedTo({ ...goods, location: from }, back, 'ship'),
    corrects: goods.entry,
    coverage: { id: goods.coverage, kind: 'packing-slip' },
  };
}
