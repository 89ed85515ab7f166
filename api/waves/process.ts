import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideProcess,
  type ProcessBody,
  type ProcessFacts,
  type ProcessPlan,
  process,
} from '#shared/waves/process.ts';
import type { WavesResult } from '#shared/waves/wave.ts';
import { openPickWorkOfWave, workResults } from '../platform/facts/work-results.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { candidatesOf, waveMeant } from './release-facts.ts';
import { isCutByZone, ordersInWave } from './wave-orders.ts';
import { setWaveStatus } from './write-release.queries.ts';
import { writeRelease } from './write-release.ts';

export const processHandler = handler({ operation: process, facts, decide: decideProcess, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<ProcessBody>): Promise<ProcessFacts> {
  const wave = await waveMeant(trx, warehouse, asked.wave);
  const orders = wave?.status === 'created' ? await ordersInWave(trx, warehouse, wave.wave) : [];
  return { wave, orders, candidates: await candidatesOf(trx, warehouse, orders) };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<ProcessBody>,
  { plan: { wave, release } }: Applied<ProcessPlan, WavesResult>,
): Promise<WavesResult> {
  if (!release) {
    return { wave, work: await workResults(trx, await openPickWorkOfWave(trx, wave)), shortages: [], shipments: [] };
  }
  const byZone = await isCutByZone(trx, warehouse, wave);
  const made = await writeRelease(trx, { commandId, warehouse, wave, isShown: false, byZone }, release);
  await trx.one(setWaveStatus, { wave, status: 'held', processedAt: trx.now, releasedAt: null });
  return made;
}
