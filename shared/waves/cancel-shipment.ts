import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type PickedGoods, whyNotBack } from '#shared/ledger/put-back.ts';
import { putBack } from './supervised-work.ts';

const body = z.strictObject({
  shipment: z.string().min(1).max(64),
  reason: z.string().trim().min(1).max(500),
  putBack,
});

export type CancelShipmentBody = z.infer<typeof body>;

/**
 * A shipment does not go out: what it was for is its orders' again. Goods that were picked for it, or came straight from
 * the dock, go back to a shelf where that is asked for.
 */
export const cancelShipment = operation({ type: 'waves.cancel_shipment', version: 1, body });

export interface CancelShipmentFacts {
  /** Null: there is none of that number in the warehouse. `orders`: keys. */
  readonly shipment: { readonly shipment: string; readonly status: string; readonly orders: readonly string[] } | null;
  /** What was picked for it and has not left. */
  readonly goods: readonly PickedGoods[];
}

export interface CancelShipmentPlan {
  readonly shipment: string;
  readonly orders: readonly string[];
}

/**
 * Refusals, in this order: `picking.shipment_unknown`; `waves.shipment_over` it was shipped or cancelled;
 * `waves.shipment_begun` something of it was picked and is not to go back; else those of `whyNotBack`.
 */
export function decideCancelShipment(
  { body: asked }: Command<CancelShipmentBody>,
  { shipment: known, goods }: CancelShipmentFacts,
): Decision<CancelShipmentPlan, Record<string, never>> {
  if (!known) return refused(problem('picking.shipment_unknown', { shipment: asked.shipment }));
  const { shipment, status, orders } = known;
  if (status === 'shipped' || status === 'cancelled') return refused(problem('waves.shipment_over', { shipment }));
  if (goods.length > 0 && asked.putBack !== true) return refused(problem('waves.shipment_begun', { shipment }));
  const inTheWay = whyNotBack(goods);
  return inTheWay ? refused(inTheWay) : applied({ shipment, orders }, {});
}
