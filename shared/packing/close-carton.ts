import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { toBase } from '#shared/kernel/quantity.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { type CartonFacts, whyNotOpen } from './carton.ts';
import type { CartonResult } from './open-carton.ts';

const body = z.strictObject({
  /** Its number, or `command:<id>` of the command that opened it. */
  carton: z.string().min(1).max(64),
  /** In kilograms, to the gram. */
  weight: z.number().optional(),
  trackingNumber: z.string().trim().min(1).max(64).optional(),
  /** It was opened by mistake, or is not needed: given up, empty as it is. */
  discard: z.literal(true).optional(),
});

export type CloseCartonBody = z.infer<typeof body>;

/** The carton is full, weighed and labelled. The last one that is closed completes the shipment. */
export const closeCarton = operation({ type: 'packing.close_carton', version: 1, body });

export interface CloseCartonPlan {
  readonly carton: string;
  readonly shipment: string;
  readonly weightGrams: number | null;
  readonly trackingNumber: string | null;
  readonly isDiscarded: boolean;
}

/** No carton that a person can move weighs more. */
const heaviestGrams = 10_000_000;

/**
 * Refusals, in this order: of the carton, see `whyNotOpen`; `packing.carton_empty`, or `packing.carton_not_empty` where it is
 * to be given up; `packing.weight_wrong` not above
 * zero, finer than a gram, or more than ten tonnes.
 */
export function decideCloseCarton(
  { body: asked, warehouse }: Command<CloseCartonBody>,
  facts: CartonFacts,
): Decision<CloseCartonPlan, CartonResult> {
  const { carton } = facts;
  const noCarton = whyNotOpen(asked.carton, warehouse, facts);
  if (noCarton || !carton) return refused(noCarton ?? problem('packing.carton_unknown', { carton: asked.carton }));
  const isDiscarded = asked.discard === true;
  const isEmpty = !facts.goods.some(({ licensePlate }) => licensePlate === carton.carton);
  if (isEmpty && !isDiscarded) return refused(problem('packing.carton_empty', { carton: carton.carton }));
  if (isDiscarded && !isEmpty) return refused(problem('packing.carton_not_empty', { carton: carton.carton }));
  const weightGrams = gramsOf(asked.weight);
  if (isProblem(weightGrams)) return refused(weightGrams);
  const trackingNumber = asked.trackingNumber ?? null;
  return applied(
    { carton: carton.carton, shipment: carton.shipment, weightGrams, trackingNumber, isDiscarded },
    { carton: carton.carton },
  );
}

function gramsOf(weight: number | undefined): number | null | Problem {
  if (weight === undefined) return null;
  const grams = weight > 0 ? toBase(weight, { numerator: 1, denominator: 1 }, 3) : null;
  const isSound = typeof grams === 'number' && grams <= heaviestGrams;
  return isSound ? grams : problem('packing.weight_wrong', { weight });
}
