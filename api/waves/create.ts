import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { type CreateBody, type CreateFacts, type CreatePlan, create, decideCreate } from '#shared/waves/create.ts';
import { ordersAtOnce } from '#shared/waves/parts.ts';
import type { TemplateDocument } from '#shared/waves/template-document.ts';
import type { WavesResult } from '#shared/waves/wave.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { makeWave } from './begin-wave.ts';
import { headsMeant, headsWithKeys } from './order-heads.ts';
import { candidatesOf, ordersMeant, ordersWithKeys } from './release-facts.ts';
import { keysOfTemplate, templateNamed } from './template.ts';
import { waitingWavesOf } from './waves.queries.ts';
import { putWaveOrder } from './write-release.queries.ts';
import { shortagesTold } from './write-release.ts';

export const createHandler = handler({ operation: create, facts, decide: decideCreate, apply });

async function facts(trx: AppTrx, { operator, warehouse, body: asked }: Command<CreateBody>): Promise<CreateFacts> {
  const template = asked.template === undefined ? null : await templateNamed(trx, warehouse, asked.template);
  const { heads, orders, unknown } = asked.orders
    ? await namedOrders(trx, warehouse, asked.orders, asked.sourceSystem)
    : await gatheredOrders(trx, warehouse, template, operator === 'server' ? 'new' : 'any');
  return {
    heads,
    orders,
    unknown,
    template: template && { code: template.code, byZone: template.byZone },
    inOtherWave: await otherWavesOf(trx, heads, ''),
    candidates: await candidatesOf(trx, warehouse, orders),
  };
}

type Gathered = Pick<CreateFacts, 'heads' | 'orders' | 'unknown'>;

async function namedOrders(
  trx: AppTrx,
  warehouse: string,
  numbers: readonly string[],
  sourceSystem: string | undefined,
): Promise<Gathered> {
  if (numbers.length > ordersAtOnce) {
    return { ...(await headsMeant(trx, warehouse, numbers, sourceSystem)), orders: [] };
  }
  const { orders, unknown } = await ordersMeant(trx, warehouse, numbers, sourceSystem);
  return { heads: orders, orders, unknown };
}

/** What a template gathers; by itself only what is new to it. */
async function gatheredOrders(
  trx: AppTrx,
  warehouse: string,
  template: TemplateDocument | null,
  which: 'any' | 'new',
): Promise<Gathered> {
  const keys = template ? await keysOfTemplate(trx, warehouse, template, trx.now, which) : [];
  if (keys.length > ordersAtOnce) {
    return { heads: await headsWithKeys(trx, warehouse, keys), orders: [], unknown: [] };
  }
  const orders = await ordersWithKeys(trx, warehouse, keys);
  return { heads: orders, orders, unknown: [] };
}

/** Waves other than `own` that were not released yet and hold one of the orders, by order. */
export async function otherWavesOf(
  trx: AppTrx,
  heads: readonly { readonly key: string }[],
  own: string,
): Promise<Map<string, string>> {
  const waves = new Map<string, string>();
  for (const { key } of heads) {
    const waiting = await trx.one(waitingWavesOf, { orderKey: key });
    if (waiting && waiting.wave !== own) waves.set(key, waiting.wave);
  }
  return waves;
}

async function apply(
  trx: AppTrx,
  { operator, warehouse }: Command<CreateBody>,
  { plan }: Applied<CreatePlan, WavesResult>,
): Promise<WavesResult> {
  const { name, template } = plan;
  const wave = await makeWave(trx, { warehouse, name, template, madeBy: operator, status: 'created' });
  const shortages = Map.groupBy(plan.shortages, ({ order }) => order);
  for (const orderKey of plan.orders) {
    const short = JSON.stringify(shortages.get(orderKey) ?? []);
    await trx.one(putWaveOrder, { wave, orderKey, status: 'in', shortages: short });
  }
  return { wave, work: [], shortages: await shortagesTold(trx, plan.shortages), shipments: [] };
}
