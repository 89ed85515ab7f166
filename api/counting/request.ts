import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideRequest,
  type RequestBody,
  type RequestFacts,
  type RequestPlan,
  type RequestResult,
  request,
} from '#shared/counting/request.ts';
import { nextName } from '../platform/counter.ts';
import { countPlansOf } from '../platform/facts/count-plans.queries.ts';
import { openCountWork } from '../platform/facts/count-work.queries.ts';
import { locationUse } from '../platform/facts/locations.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { lockWarehouse } from '../platform/facts/warehouses.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { placesOfZone } from './count.queries.ts';
import { dueOf } from './due.queries.ts';

export const requestHandler = handler({ operation: request, facts, decide: decideRequest, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<RequestBody>): Promise<RequestFacts> {
  // One at a time in a warehouse: two that ask for the same would send people there twice.
  await lockWarehouse(trx, warehouse);
  const locations = new Map<string, { readonly type: string } | null>();
  for (const code of new Set(asked.locations ?? [])) locations.set(code, await locationUse(trx, warehouse, code));
  const items = await Promise.all([...new Set(asked.items ?? [])].map((number) => itemsByNumber(trx, number)));
  const zones = new Map<string, readonly string[]>();
  for (const zone of asked.zones ?? []) zones.set(zone, await placesInZone(trx, warehouse, zone));
  return { due: await dueOfPlan(trx, warehouse, asked.plan), locations, zones, items: items.flat() };
}

async function placesInZone(trx: AppTrx, warehouse: string, zone: string): Promise<string[]> {
  return (await trx.all(placesOfZone, { warehouse, zone })).map(({ code }) => code);
}

async function dueOfPlan(trx: AppTrx, warehouse: string, code: string | undefined): Promise<RequestFacts['due']> {
  if (code === undefined) return null;
  const plan = (await countPlansOf(trx, warehouse)).find((one) => one.code === code);
  if (!plan) return null;
  return { places: await dueOf(trx, warehouse, plan, trx.now), isSecondCounter: plan.secondCounter };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse, operator: askedBy }: Command<RequestBody>,
  { plan: { places, isSecondCounter, plan } }: Applied<RequestPlan, RequestResult>,
): Promise<RequestResult> {
  const task = { origin: plan === null ? 'request' : 'plan', plan, isSecondCounter, askedBy } as const;
  const work: RequestResult['work'][number][] = [];
  for (const { location, item } of places) {
    const id = await nextName(trx, 'work', 'WK');
    const what = { warehouse, location: location ?? '', itemKey: item?.key ?? null };
    const opened = await openCountWork(trx, { ...what, id, commandId, task });
    work.push({ work: opened, location, item: item?.number ?? null });
  }
  return { work };
}
