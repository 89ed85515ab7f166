import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { ordersAtOnce } from '#shared/waves/parts.ts';
import {
  decideRelease,
  type ReleaseBody,
  type ReleaseFacts,
  type ReleaseWavePlan,
  release,
} from '#shared/waves/release.ts';
import { nothingOf, type WavesResult } from '#shared/waves/wave.ts';
import { server } from '../platform/auth.ts';
import { backorderLine, publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import {
  openPickWorkOfOrder,
  openPickWorkOfWave,
  waveOfWork,
  workResults,
} from '../platform/facts/work-results.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { beginParts, makeWave, showWhileFilled } from './begin-wave.ts';
import { headsMeant } from './order-heads.ts';
import { candidatesOf, ordersMeant, waveMeant } from './release-facts.ts';
import { isCutByZone, ordersToFill } from './wave-orders.ts';
import { setWaveStatus, showWorkOfWave } from './write-release.queries.ts';
import { shortagesTold, writeRelease } from './write-release.ts';

export const releaseHandler = handler({ operation: release, facts, decide: decideRelease, apply });

async function facts(trx: AppTrx, { warehouse, operator, body: asked }: Command<ReleaseBody>): Promise<ReleaseFacts> {
  const wave = asked.wave === undefined ? null : await waveMeant(trx, warehouse, asked.wave);
  const named = asked.orders ? await ordersNamed(trx, warehouse, asked, operator) : ofWave;
  const { orders, many } = asked.orders ? named : await ordersToFill(trx, wave);
  return { ...named, wave, orders, many, candidates: await candidatesOf(trx, warehouse, orders) };
}

type Named = Pick<ReleaseFacts, 'heads' | 'unknown' | 'orders' | 'many'>;

const ofWave: Named = { heads: [], unknown: [], orders: [], many: [] };

async function ordersNamed(
  trx: AppTrx,
  warehouse: string,
  { orders: numbers = [], sourceSystem }: ReleaseBody,
  operator: string,
): Promise<Named> {
  if (numbers.length > ordersAtOnce) {
    const { heads, unknown } = await headsMeant(trx, warehouse, numbers, sourceSystem);
    return { heads, unknown, orders: [], many: heads };
  }
  const { orders, unknown } = await ordersMeant(trx, warehouse, numbers, sourceSystem, operator === server.operator);
  return { heads: orders, unknown, orders, many: [] };
}

async function apply(
  trx: AppTrx,
  { warehouse, operator, id: commandId }: Command<ReleaseBody>,
  { plan, result }: Applied<ReleaseWavePlan, WavesResult>,
  known: ReleaseFacts,
): Promise<WavesResult | undefined> {
  switch (plan.kind) {
    case 'nothing':
      return undefined;
    case 'parts': {
      if (plan.wave?.status === 'processing') {
        await showWhileFilled(trx, plan.wave.wave);
        return undefined;
      }
      const made = { warehouse, name: '', template: null, madeBy: operator, status: 'created' } as const;
      const wave = plan.wave?.wave ?? (await makeWave(trx, made));
      await beginParts(trx, wave, plan.parts, 'released');
      return { ...result, wave };
    }
    case 'orders': {
      if (plan.release.released.length === 0) return nothingNew(trx, known, plan);
      const made = { warehouse, name: '', template: null, madeBy: operator, status: 'released' } as const;
      const wave = await makeWave(trx, made);
      return writeRelease(trx, { commandId, warehouse, wave, isShown: true, byZone: false }, plan.release);
    }
    case 'wave':
      return releaseWave(trx, commandId, plan);
  }
}

async function releaseWave(
  trx: AppTrx,
  commandId: string,
  plan: Extract<ReleaseWavePlan, { kind: 'wave' }>,
): Promise<WavesResult> {
  const { wave, warehouse, status } = plan.wave;
  const into = { commandId, warehouse, wave, isShown: true, byZone: await isCutByZone(trx, warehouse, wave) };
  const made = plan.release && (await writeRelease(trx, into, plan.release));
  if (status === 'created' || status === 'held') {
    await trx.one(showWorkOfWave, { wave });
    await trx.one(setWaveStatus, { wave, status: 'released', processedAt: trx.now, releasedAt: trx.now });
  }
  if (made) return made;
  const works = await openPickWorkOfWave(trx, wave);
  // Who released so many orders looks at the wave; all their work in one answer would keep everybody waiting.
  return { ...nothingOf(wave), work: works.length > worksToldAtMost ? [] : await workResults(trx, works) };
}

const worksToldAtMost = 200;

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
  const [first] = works;
  return {
    wave: (first !== undefined && (await waveOfWork(trx, first))) || '',
    work: await workResults(trx, works),
    shortages: await shortagesTold(trx, shortages),
    shipments: [],
  };
}
