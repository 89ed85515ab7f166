import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { nothingOf, type WaveState, type WavesResult } from './wave.ts';

const body = z.strictObject({
  /** A wave, or `command:<id>` for the wave of that command. */
  wave: z.string().min(1).max(64),
  reason: z.string().trim().min(1).max(500).optional(),
});

export type HoldBody = z.infer<typeof body>;

/** The supervisor stops a wave: nobody begins anything of it until it is released again. What is begun goes on. */
export const hold = operation({ type: 'waves.hold', version: 1, body });

export interface HoldFacts {
  readonly wave: WaveState | null;
}

/**
 * Refusals, in this order: `waves.unknown`, `waves.cancelled`, `waves.not_processed` it has no work yet. A wave that is
 * held already stays so.
 */
export function decideHold(
  { body: asked }: Command<HoldBody>,
  { wave }: HoldFacts,
): Decision<{ readonly wave: string; readonly isNews: boolean }, WavesResult> {
  if (!wave) return refused(problem('waves.unknown', { wave: asked.wave }));
  if (wave.status === 'cancelled') return refused(problem('waves.cancelled', { wave: wave.wave }));
  if (wave.status === 'created' || wave.status === 'processing') {
    return refused(problem('waves.not_processed', { wave: wave.wave }));
  }
  return applied({ wave: wave.wave, isNews: wave.status === 'released' }, nothingOf(wave.wave));
}
