import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { type CreateBody, type CreateFacts, type CreatePlan, create, decideCreate } from '#shared/waves/create.ts';
import type { ReleaseOrder } from '#shared/waves/plan-release.ts';
import type { WavesResult } from '#shared/waves/wave.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { candidatesOf, ordersMeant } from './release-facts.ts';
import { ordersOfTemplate, templateNamed } from './template.ts';
import { waitingWavesOf } from './waves.queries.ts';
import { insertWave, putWaveOrder } from './write-release.queries.ts';
import { shortagesTold } from './write-release.ts';

export const createHandler = handler({ operation: create, facts, decide: decideCreate, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<CreateBody>): Promise<CreateFacts> {
  const template = asked.template === undefined ? null : await templateNamed(trx, warehouse, asked.template);
  const { orders, unknown } =
    asked.orders === undefined
      ? { orders: template ? await ordersOfTemplate(trx, warehouse, template) : [], unknown: [] }
      : await ordersMeant(trx, warehouse, asked.orders, asked.sourceSystem);
  return {
    orders,
    unknown,
    template: template && { code: template.code, byZone: template.byZone },
    inOtherWave: await wavesOf(trx, orders),
    candidates: await candidatesOf(trx, warehouse, orders),
  };
}

async function wavesOf(trx: AppTrx, orders: readonly ReleaseOrder[]): Promise<Map<string, string>> {
  const waves = new Map<string, string>();
  for (const { key } of orders) {
    const waiting = await trx.one(waitingWavesOf, { orderKey: key });
    if (waiting) waves.set(key, waiting.wave);
  }
  return waves;
}

async function apply(
  trx: AppTrx,
  { operator, warehouse }: Command<CreateBody>,
  { plan }: Applied<CreatePlan, WavesResult>,
): Promise<WavesResult> {
  const wave = `WV-${String(await trx.drawNumber('wave')).padStart(8, '0')}`;
  const { name, template } = plan;
  const made = { wave, warehouse, name, status: 'created', template, madeBy: operator, at: trx.now };
  await trx.one(insertWave, { ...made, processedAt: null, releasedAt: null });
  for (const orderKey of plan.orders) {
    const shortages = plan.shortages.filter(({ order }) => order === orderKey);
    await trx.one(putWaveOrder, { wave, orderKey, status: 'in', shortages: JSON.stringify(shortages) });
  }
  return { wave, work: [], shortages: await shortagesTold(trx, plan.shortages), shipments: [] };
}
