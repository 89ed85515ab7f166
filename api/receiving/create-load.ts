import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { instantMs } from '#shared/kernel/instant.ts';
import {
  type CreateLoadBody,
  type CreateLoadFacts,
  type CreateLoadPlan,
  type CreateLoadResult,
  createLoad,
  decideCreateLoad,
} from '#shared/receiving/create-load.ts';
import { TryAgain } from '../platform/db/locking.ts';
import { expectOnLoad, makeLoad, publishLoad, putShipment } from '../platform/facts/loads.queries.ts';
import { refillOwnLoad } from '../platform/facts/own-loads.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { findLoad } from './load-facts.queries.ts';
import { lockLoadableOrders } from './loadable-lines.ts';

export const createLoadHandler = handler({ operation: createLoad, facts, decide: decideCreateLoad, apply });

async function facts(trx: AppTrx, { body: asked }: Command<CreateLoadBody>): Promise<CreateLoadFacts> {
  const numbers = [...(asked.orders ?? []), ...(asked.lines ?? []).map(({ order }) => order)];
  const known = await lockLoadableOrders(trx, numbers, asked.sourceSystem);
  const taken = asked.load === undefined ? undefined : await trx.one(findLoad, { load: asked.load });
  return { ...known, isNameTaken: taken !== undefined };
}

async function apply(
  trx: AppTrx,
  { body: asked, warehouse }: Command<CreateLoadBody>,
  { plan, result }: Applied<CreateLoadPlan, CreateLoadResult>,
): Promise<CreateLoadResult> {
  const { expectedArrival, carrier, notes, shippedAt } = asked;
  const made = await makeLoad(trx, {
    warehouse,
    sourceSystem: plan.sourceSystem,
    madeBy: 'hand',
    ...(plan.load !== null && { load: plan.load }),
    shippedAt: shippedAt === undefined ? null : instantMs(shippedAt),
    document: { expectedArrival, carrier, notes },
  });
  if (!made) throw new TryAgain(`the load ${plan.load} was made at the same moment`);
  const { load, shipment } = made;
  for (const [index, orderKey] of plan.orders.entries()) {
    await putShipment(trx, { load, orderKey, shipment: index === 0 ? shipment : `${shipment}-${index + 1}` });
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key: orderKey, warehouse, deleted: false });
  }
  for (const { line, expectedBase } of plan.lines) {
    const { order: orderKey, line: number, overPercent } = line;
    await expectOnLoad(trx, { load, orderKey, line: number, expectedBase, overPercent });
  }
  for (const orderKey of plan.orders) await refillOwnLoad(trx, orderKey);
  publishLoad(trx, load, warehouse);
  return { ...result, load };
}
