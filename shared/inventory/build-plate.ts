import * as z from 'zod';
import { type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { decideMove, type MoveBody, type MoveFacts, type MovePlan, type MoveResult } from './move.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** The plate that is put onto another one, with all that is on it. */
  licensePlate: code,
  /** The plate that it comes onto; one that is not known is made where the goods stand. */
  toLicensePlate: code,
});

export type BuildPlateBody = z.infer<typeof body>;

/** The worker stands a plate on another one. It comes from wherever it stands to where the other one does. */
export const buildPlate = operation({ type: 'inventory.build_plate', version: 1, body });

/** Where both stand. */
export interface BuildPlaces {
  /** Null: the plate is not known, or nothing is on it. */
  readonly from: string | null;
  /** Null: nothing is on the other one yet. */
  readonly onto: string | null;
}

export interface BuildPlateFacts extends MoveFacts {
  readonly places: BuildPlaces;
}

/** The move that it is. */
export function asMove(command: Command<BuildPlateBody>, { from, onto }: BuildPlaces): Command<MoveBody> {
  const place = from ?? onto ?? '';
  return { ...command, body: { ...command.body, from: place, to: onto ?? place } };
}

/**
 * Refusals, in this order: `inventory.plate_unknown`, `inventory.plate_empty`, `inventory.in_hands` one of the two is in
 * somebody's hands; then those of a move of the plate onto the other one, see `decideMove`.
 */
export function decideBuildPlate(
  command: Command<BuildPlateBody>,
  facts: BuildPlateFacts,
): Decision<MovePlan, MoveResult> {
  const { licensePlate, toLicensePlate } = command.body;
  const { places, plate, from, to } = facts;
  if (!plate) return refused(problem('inventory.plate_unknown', { licensePlate }));
  if (places.from === null) return refused(problem('inventory.plate_empty', { licensePlate }));
  if (!from || !to)
    return refused(problem('inventory.in_hands', { licensePlate: from ? toLicensePlate : licensePlate }));
  return decideMove(asMove(command, places), { ...facts, isBuilding: true });
}
