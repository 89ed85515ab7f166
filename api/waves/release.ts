import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideRelease,
  type ReleaseBody,
  type ReleaseFacts,
  type ReleaseWavePlan,
  release,
} from '#shared/waves/release.ts';
import type { WavesResult } from '#shared/waves/wave.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { openPickWorkOfOrder, openPickWorkOfWave, workResults } from '../platform/facts/work-results.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { candidatesOf, ordersMeant, waveMeant } from './release-facts.ts';
import { isCutByZone, ordersInWave } from './wave-orders.ts';
import { backorderLine, insertWave, setWaveStatus, showWorkOfWave } from './write-release.queries.ts';
import { shortagesTold, writeRelease } from './write-release.ts';

export const releaseHandler = handler({ operation: release, facts, decide: decideRelease, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<ReleaseBody>): Promise<ReleaseFacts> {
  const wave = asked.wave === undefined ? null : await waveMeant(trx, warehouse, asked.wave);
  const { orders, unknown } =
    asked.orders === undefined
      ? { orders: wave?.status === 'created' ? await ordersInWave(trx, warehouse, wave.wave) : [], unknown: [] }
      : await ordersMeant(trx, warehouse, asked.orders, asked.sourceSystem);
  return { orders, unknown, wave, candidates: await candidatesOf(trx, warehouse, orders) };
}

async function apply(
  trx: AppTrx,
  command: Command<ReleaseBody>,
  { plan }: Applied<ReleaseWavePlan, WavesResult>,
  known: ReleaseFacts,
): Promise<WavesResult> {
  const { warehouse, id: commandId } = command;
  if (plan.kind === 'orders') {
    if (plan.release.released.length === 0) return nothingNew(trx, known, plan);
    const wave = `WV-${String(await trx.drawNumber('wave')).padStart(8, '0')}`;
    await trx.one(insertWave, {
      wave,
      warehouse,
      name: '',
      status: 'released',
      template: null,
      madeBy: command.operator,
      processedAt: trx.now,
      releasedAt: trx.now,
      at: trx.now,
    });
    return writeRelease(trx, { commandId, warehouse, wave, isShown: true, byZone: false }, plan.release);
  }
  const { wave } = plan.wave;
  const into = { commandId, warehouse, wave, isShown: true, byZone: await isCutByZone(trx, warehouse, wave) };
  const made = plan.release && (await writeRelease(trx, into, plan.release));
  if (plan.wave.status === 'created' || plan.wave.status === 'held') {
    await trx.one(showWorkOfWave, { wave });
    await trx.one(setWaveStatus, { wave, status: 'released', processedAt: trx.now, releasedAt: trx.now });
  }
  return (
    made ?? { wave, work: await workResults(trx, await openPickWorkOfWave(trx, wave)), shortages: [], shipments: [] }
  );
}

/** Everything of the orders that can go has gone before: whoever releases again is told what there is. */
async function nothingNew(
  trx: AppTrx,
  { orders }: ReleaseFacts,
  { release: { shortages } }: Extract<ReleaseWavePlan, { kind: 'orders' }>,
): Promise<WavesResult> {
  const works: string[] = [];
  for (const { key } of orders) works.push(...(await openPickWorkOfOrder(trx, key)));
  for (const { order, line, reason } of shortages) await trx.one(backorderLine, { orderKey: order, line, reason });
  for (const orderKey of new Set(shortages.map(({ order }) => order))) publishOrderStatus(trx, orderKey);
  return {
    wave: '',
    work: await workResults(trx, works),
    shortages: await shortagesTold(trx, shortages),
    shipments: [],
  };
}
