import { fromBase } from '#shared/kernel/quantity.ts';
import type { WavePreview } from '#shared/waves/console.ts';
import { finishOf } from '#shared/waves/finish.ts';
import { planRelease } from '#shared/waves/plan-release.ts';
import { outlookOf } from '#shared/waves/preview.ts';
import type { Runner } from '../platform/db/connection.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { finishShown } from './finish-shown.ts';
import { headsWithNumber } from './order-heads.queries.ts';
import { usualPace } from './pace.ts';
import { placesOf } from './preview.queries.ts';
import { readCandidates, readOrders } from './read-orders.ts';
import { ordersOfWave, templateOfWave } from './release-facts.queries.ts';
import { keysOfTemplate, templateNamed } from './template.ts';

export interface PreviewAsked {
  readonly warehouse: string;
  readonly orders?: readonly string[] | undefined;
  readonly template?: string | undefined;
  readonly wave?: string | undefined;
  readonly sourceSystem?: string | undefined;
}

/** What would come of releasing orders at this moment. Changes nothing, promises nothing, and keeps nobody waiting. */
export async function previewRelease(read: Runner, asked: PreviewAsked, now: number): Promise<WavePreview> {
  const { warehouse } = asked;
  const { keys, unknown, template: code } = await keysMeant(read, asked, now);
  const orders = await readOrders(read, warehouse, keys, now);
  const plan = planRelease(orders, await readCandidates(read, warehouse, orders));
  const places = new Map((await placesOf(read, warehouse)).map((row) => [row.code, row]));
  const outlook = outlookOf(orders, plan, (location) => {
    const place = places.get(location);
    return { zone: place?.zone ?? '', walkSequence: place?.walk_sequence ?? 0 };
  });
  const keysShort = plan.shortages.map(({ item }) => item);
  const items = new Map((await itemsByKey(read, keysShort)).map((item) => [item.key, item]));
  const going = outlook.orders.filter(({ outcome }) => outcome !== 'nothing').map(({ order }) => order.shipBy);
  const finish = finishOf(outlook.stops, await usualPace(read, warehouse, code, now), going, now);
  return {
    orders: outlook.orders.map(({ order, outcome, done, of }) => ({
      sourceSystem: order.sourceSystem,
      order: order.number,
      outcome,
      lines: { done, of },
    })),
    shortages: plan.shortages.map(({ orderNumber, line, item: key, quantityBase, reason }) => {
      const item = items.get(key);
      const quantity = fromBase(quantityBase, item?.decimals ?? 0);
      return { order: orderNumber, line, item: item?.number ?? key, quantity, unit: item?.baseUnit ?? '', reason };
    }),
    zones: [...outlook.zones],
    stops: outlook.stops,
    shipments: outlook.shipments,
    ...finishShown(finish),
    unknown,
  };
}

async function keysMeant(
  read: Runner,
  { warehouse, orders, template, wave, sourceSystem }: PreviewAsked,
  now: number,
): Promise<{ keys: string[]; unknown: string[]; template: string | null }> {
  if (wave !== undefined) {
    const keys = (await read.all(ordersOfWave, { wave })).map((row) => row.order_key);
    return { keys, unknown: [], template: (await read.one(templateOfWave, { wave }))?.template ?? null };
  }
  if (template !== undefined) {
    const known = await templateNamed(read, warehouse, template);
    return { keys: known ? await keysOfTemplate(read, warehouse, known, now) : [], unknown: [], template };
  }
  const keys: string[] = [];
  const unknown: string[] = [];
  for (const order of new Set(orders)) {
    const rows = await read.all(headsWithNumber, { warehouse, order });
    const meant = rows.filter((row) => (sourceSystem ?? row.source_system) === row.source_system);
    const [only, ...others] = meant;
    if (only && others.length === 0) keys.push(only.order_key);
    else unknown.push(order);
  }
  return { keys, unknown, template: null };
}
