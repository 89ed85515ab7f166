import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type LocationState, placesTaken } from '#shared/ledger/fits.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  licensePlate: code,
  /** Only these of the plates that stand on it; all of them unless said. */
  nested: z.array(code).min(1).max(500).optional(),
});

export type BreakPlateBody = z.infer<typeof body>;

/** The worker takes the plates off the one that they stand on: each stands by itself then, where it is. */
export const breakPlate = operation({ type: 'inventory.break_plate', version: 1, body });

export interface BreakPlateFacts {
  readonly plate: { readonly number: string; readonly warehouse: string; readonly parent: string | null } | null;
  /** Plates that stand on it with goods. */
  readonly nested: readonly string[];
  /** Goods stand on the plate itself, too. */
  readonly hasGoods: boolean;
  /** Where it stands; null: nowhere goods are kept. */
  readonly location: LocationState | null;
}

export interface BreakPlatePlan {
  readonly plate: string;
  readonly taken: readonly string[];
  readonly location: LocationState;
}

export type BreakPlateResult = Readonly<Record<string, never>>;

/**
 * Refusals, in this order: `inventory.plate_unknown`, `inventory.wrong_warehouse`, `inventory.nothing_nested`,
 * `inventory.not_nested` one that was named does not stand on it, `inventory.in_hands`, `location.full` the place does not
 * take so many plates side by side.
 */
export function decideBreakPlate(
  { body: asked, warehouse, approvedBy }: Command<BreakPlateBody>,
  { plate, nested, hasGoods, location }: BreakPlateFacts,
): Decision<BreakPlatePlan, BreakPlateResult> {
  if (!plate) return refused(problem('inventory.plate_unknown', { licensePlate: asked.licensePlate }));
  const { number: licensePlate } = plate;
  if (plate.warehouse !== warehouse) {
    return refused(problem('inventory.wrong_warehouse', { licensePlate, warehouse: plate.warehouse }));
  }
  if (nested.length === 0) return refused(problem('inventory.nothing_nested', { licensePlate }));
  const taken = asked.nested ?? nested;
  const strange = taken.find((number) => !nested.includes(number));
  if (strange !== undefined)
    return refused(problem('inventory.not_nested', { licensePlate: strange, parent: licensePlate }));
  if (!location) return refused(problem('inventory.in_hands', { licensePlate }));
  const staysFull = hasGoods || taken.length < nested.length || plate.parent !== null;
  const more = new Set(taken).size - (staysFull ? 0 : 1);
  const { code: place, capacityPlates } = location;
  if (capacityPlates !== null && placesTaken(location) + more > capacityPlates && approvedBy === undefined) {
    return refused(problem('location.full', { location: place, taken: placesTaken(location), plates: capacityPlates }));
  }
  return applied({ plate: licensePlate, taken, location }, {});
}
