import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { cartonTypes, type PackingHold, whyHeld } from './carton.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  shipment: code,
  cartonType: z.string().min(1).max(32),
  /** Where it is packed; the packing place where the goods are, or the first one, where it is left out. */
  location: code.optional(),
  /** The number on its label, where the device gave one of its own. */
  carton: code.optional(),
});

export type OpenCartonBody = z.infer<typeof body>;

/** The packer takes an empty carton for a shipment. */
export const openCarton = operation({ type: 'packing.open_carton', version: 1, body });

export interface OpenCartonFacts extends PackingHold {
  readonly shipment: { readonly shipment: string; readonly status: string } | null;
  /** The place named, or the one that is meant; null where there is none. */
  readonly place: { readonly code: string; readonly type: string } | null;
  /** The number that is on it: the device's own, or the next of the server's, or why it has none to give. */
  readonly number: string | Problem;
  readonly isNumberTaken: boolean;
}

export interface OpenCartonPlan {
  readonly carton: string;
  readonly shipment: string;
  readonly cartonType: string;
  readonly location: string;
}

export interface CartonResult {
  readonly carton: string;
}

/** Where goods are packed. */
const places: readonly string[] = ['packing', 'staging'];

/**
 * Refusals, in this order: `packing.carton_type_unknown`; `packing.shipment_unknown`, `packing.shipment_gone` shipped
 * or cancelled; `packing.order_held`; `location.unknown`, `packing.wrong_place`; what keeps the server from giving a
 * number; `packing.carton_taken` the number is another carton's or plate's.
 *
 * A carton that was taken before the device heard of the hold is a carton all the same: what went into it is judged by
 * itself.
 */
export function decideOpenCarton(
  { body: asked }: Command<OpenCartonBody>,
  facts: OpenCartonFacts,
): Decision<OpenCartonPlan, CartonResult> {
  const { shipment, place, number: carton } = facts;
  const why = whyNot(asked, facts);
  if (why || !shipment || !place || typeof carton !== 'string')
    return refused(why ?? problem('location.unknown', { location: asked.location ?? '' }));
  const plan = { carton, shipment: shipment.shipment, cartonType: asked.cartonType, location: place.code };
  return applied(plan, { carton });
}

function whyNot(asked: OpenCartonBody, facts: OpenCartonFacts): Problem | null {
  const { shipment, place } = facts;
  if (!(cartonTypes as readonly string[]).includes(asked.cartonType)) {
    return problem('packing.carton_type_unknown', { type: asked.cartonType, types: cartonTypes.join(', ') });
  }
  if (!shipment) return problem('packing.shipment_unknown', { shipment: asked.shipment });
  if (shipment.status === 'shipped' || shipment.status === 'cancelled') {
    return problem('packing.shipment_gone', { shipment: shipment.shipment });
  }
  const hold = facts.isHoldNews === true ? null : whyHeld(shipment.shipment, facts);
  if (hold) return hold;
  if (!place) return problem('location.unknown', { location: asked.location ?? '' });
  if (!places.includes(place.type)) return problem('packing.wrong_place', { location: place.code, type: place.type });
  if (typeof facts.number !== 'string') return facts.number;
  return facts.isNumberTaken ? problem('packing.carton_taken', { carton: facts.number }) : null;
}
