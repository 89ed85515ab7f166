import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { planRelease, type ReleaseOrder, type ReleasePlan } from '#shared/waves/plan-release.ts';
import type { WaveProgress, WaveState } from '#shared/waves/wave.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { progressOf } from './begin-wave.ts';
import { candidatesOf, ordersWithKeys, waveMeant } from './release-facts.ts';
import { isCutByZone } from './wave-orders.ts';
import { endPart, ordersOfPart, ordersToCome } from './waves.queries.ts';
import { setProgress, setWaveStatus } from './write-release.queries.ts';
import { writeRelease } from './write-release.ts';

const body = z.strictObject({ wave: z.string().min(1).max(64), part: z.int().min(1) });

type FillBody = z.infer<typeof body>;

/** The server fills a part of a large wave: nobody else does. */
export const fill = operation({ type: 'waves.fill', version: 1, body });

interface Facts {
  readonly wave: WaveState | null;
  readonly progress: WaveProgress | null;
  readonly orders: readonly ReleaseOrder[];
  readonly candidates: ReadonlyMap<string, readonly StockCandidate[]>;
}

interface Plan {
  readonly release: ReleasePlan;
  readonly progress: WaveProgress;
}

/**
 * Refusals, in this order: `auth.permit_missing` from anybody but the server itself; `waves.unknown`;
 * `waves.not_processing` it was cancelled meanwhile, or another node was quicker.
 */
export const fillHandler = handler({ operation: fill, facts, decide, apply });

async function facts(trx: AppTrx, { operator, warehouse, body: asked }: Command<FillBody>): Promise<Facts> {
  const wave = operator === 'server' ? await waveMeant(trx, warehouse, asked.wave) : null;
  if (wave?.status !== 'processing') return { wave, progress: null, orders: [], candidates: new Map() };
  const keys = await trx.all(ordersOfPart, asked);
  const orders = await ordersWithKeys(
    trx,
    warehouse,
    keys.map(({ order_key: key }) => key),
  );
  const progress = await progressOf(trx, wave.wave);
  return { wave, progress, orders, candidates: await candidatesOf(trx, warehouse, orders) };
}

function decide(command: Command<FillBody>, facts: Facts): Decision<Plan, Record<string, never>> {
  const { wave, progress, orders, candidates } = facts;
  if (command.operator !== 'server') {
    const params = { operation: fill.type, warehouse: command.warehouse };
    return refused(problem('auth.permit_missing', params));
  }
  if (!wave) return refused(problem('waves.unknown', { wave: command.body.wave }));
  if (!progress) return refused(problem('waves.not_processing', { wave: wave.wave }));
  return applied({ release: planRelease(orders, candidates), progress }, {});
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse, body: { wave, part } }: Command<FillBody>,
  { plan: { release, progress } }: { readonly plan: Plan },
): Promise<undefined> {
  const isShown = progress.target === 'released';
  const loads = new Map(Object.entries(progress.loads));
  const byZone = await isCutByZone(trx, warehouse, wave);
  await writeRelease(trx, { commandId, warehouse, wave, isShown, byZone, loads }, release);
  await trx.one(endPart, { wave, part });
  const left = Number((await trx.one(ordersToCome, { wave }))?.orders ?? 0);
  const now = { ...progress, done: progress.of - left, loads: Object.fromEntries(loads) };
  await trx.one(setProgress, { wave, status: 'processing', document: JSON.stringify(now) });
  if (left > 0) return undefined;
  const releasedAt = isShown ? trx.now : null;
  await trx.one(setWaveStatus, { wave, status: progress.target, processedAt: trx.now, releasedAt });
  return undefined;
}
