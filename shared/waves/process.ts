import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { planRelease, type ReleaseOrder, type ReleasePlan } from './plan-release.ts';
import type { WaveState, WavesResult } from './wave.ts';

const body = z.strictObject({
  /** A wave, or `command:<id>` for the wave of that command. */
  wave: z.string().min(1).max(64),
});

export type ProcessBody = z.infer<typeof body>;

/** The wave gets its goods and its work; the floor sees neither before it is released. */
export const process = operation({ type: 'waves.process', version: 1, body });

export interface ProcessFacts {
  readonly wave: WaveState | null;
  readonly orders: readonly ReleaseOrder[];
  readonly candidates: ReadonlyMap<string, readonly StockCandidate[]>;
}

export interface ProcessPlan {
  readonly wave: string;
  /** Null: it was processed before, and stays as it is. */
  readonly release: ReleasePlan | null;
}

/** Refusals, in this order: `waves.unknown`, `waves.cancelled`. A wave that was processed answers what it got. */
export function decideProcess(
  { body: asked }: Command<ProcessBody>,
  facts: ProcessFacts,
): Decision<ProcessPlan, WavesResult> {
  const { wave } = facts;
  if (!wave) return refused(problem('waves.unknown', { wave: asked.wave }));
  if (wave.status === 'cancelled') return refused(problem('waves.cancelled', { wave: wave.wave }));
  const release = wave.status === 'created' ? planRelease(facts.orders, facts.candidates) : null;
  return applied({ wave: wave.wave, release }, { wave: wave.wave, work: [], shortages: [], shipments: [] });
}
