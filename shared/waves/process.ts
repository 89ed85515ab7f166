import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { type OrderHead, partsOf } from './parts.ts';
import { planRelease, type ReleaseOrder, type ReleasePlan } from './plan-release.ts';
import { inProgress, nothingOf, type WaveState, type WavesResult } from './wave.ts';

const body = z.strictObject({
  /** A wave, or `command:<id>` for the wave of that command. */
  wave: z.string().min(1).max(64),
});

export type ProcessBody = z.infer<typeof body>;

/** The wave gets its goods and its work; the floor sees neither before it is released. */
export const process = operation({ type: 'waves.process', version: 1, body });

export interface ProcessFacts {
  readonly wave: WaveState | null;
  /** Its orders, where they are few enough to be dealt with at once and that was not done before. */
  readonly orders: readonly ReleaseOrder[];
  /** Its orders, where they are too many. */
  readonly many: readonly OrderHead[];
  readonly candidates: ReadonlyMap<string, readonly StockCandidate[]>;
}

export interface ProcessPlan {
  readonly wave: string;
  /** Null: it was processed before, and stays as it is; or it is filled part by part. */
  readonly release: ReleasePlan | null;
  /** The part of each order, where it is filled part by part from now on. */
  readonly parts: readonly { readonly key: string; readonly part: number }[];
  readonly isInProgress: boolean;
}

/**
 * Refusals, in this order: `waves.unknown`, `waves.cancelled`. A wave that was processed answers what it got; a large one
 * is filled part by part, and answers `inProgress` meanwhile.
 */
export function decideProcess(
  { body: asked }: Command<ProcessBody>,
  facts: ProcessFacts,
): Decision<ProcessPlan, WavesResult> {
  const { wave } = facts;
  if (!wave) return refused(problem('waves.unknown', { wave: asked.wave }));
  if (wave.status === 'cancelled') return refused(problem('waves.cancelled', { wave: wave.wave }));
  const parts = partsOf(facts.many);
  const isInProgress = parts.length > 0 || wave.status === 'processing';
  const isNew = wave.status === 'created' && !isInProgress;
  const release = isNew ? planRelease(facts.orders, facts.candidates) : null;
  const plan = { wave: wave.wave, release, parts, isInProgress };
  return applied(plan, isInProgress ? inProgress(wave.wave) : nothingOf(wave.wave));
}
