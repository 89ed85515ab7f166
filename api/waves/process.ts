import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideProcess,
  type ProcessBody,
  type ProcessFacts,
  type ProcessPlan,
  process,
} from '#shared/waves/process.ts';
import { nothingOf, type WavesResult } from '#shared/waves/wave.ts';
import { openPickWorkOfWave, workResults } from '../platform/facts/work-results.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { beginParts } from './begin-wave.ts';
import { candidatesOf, waveMeant } from './release-facts.ts';
import { isCutByZone, ordersToFill } from './wave-orders.ts';
import { setWaveStatus } from './write-release.queries.ts';
import { writeRelease } from './write-release.ts';

export const processHandler = handler({ operation: process, facts, decide: decideProcess, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<ProcessBody>): Promise<ProcessFacts> {
  const wave = await waveMeant(trx, warehouse, asked.wave);
  const { orders, many } = await ordersToFill(trx, wave);
  return { wave, orders, many, candidates: await candidatesOf(trx, warehouse, orders) };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<ProcessBody>,
  { plan: { wave, release, parts, isInProgress } }: Applied<ProcessPlan, WavesResult>,
): Promise<WavesResult | undefined> {
  if (parts.length > 0) await beginParts(trx, wave, parts, 'held');
  if (isInProgress) return undefined;
  if (!release) return { ...nothingOf(wave), work: await workResults(trx, await openPickWorkOfWave(trx, wave)) };
  const byZone = await isCutByZone(trx, warehouse, wave);
  const made = await writeRelease(trx, { commandId, warehouse, wave, isShown: false, byZone }, release);
  await trx.one(setWaveStatus, { wave, status: 'held', processedAt: trx.now, releasedAt: null });
  return made;
}
