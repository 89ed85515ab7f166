import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import {
  type ClaimableWork,
  type ClaimBody,
  type ClaimFacts,
  type ClaimPlan,
  type ClaimResult,
  claim,
  decideClaim,
  positionsOf,
} from '#shared/picking/claim.ts';
import { lockPickWork, type PickWorkRow, workFacts } from '../platform/facts/pick-work.queries.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import { shipmentMeant } from '../platform/facts/shipment-meant.queries.ts';
import { workResults } from '../platform/facts/work-results.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  holdsOfOrder,
  nextWork,
  orderExists,
  setClaim,
  shipmentExists,
  shipmentsOfOrder,
  workOfShipment,
} from './claim.queries.ts';
import { leaveToZones } from './leave-to-zones.ts';
import { holdOf } from './pick-facts.ts';

export const claimHandler = handler({ operation: claim, facts, decide: decideClaim, apply });

async function facts(trx: AppTrx, command: Command<ClaimBody>): Promise<ClaimFacts> {
  const { works, isKnown } = await worksMeant(trx, command);
  const named: ClaimableWork[] = [];
  for (const work of works) named.push({ ...workFacts(work, trx.now), ...(await holdOn(trx, work)) });
  return { works: named, isKnown };
}

async function holdOn(trx: AppTrx, { order_key: orderKey }: PickWorkRow): Promise<Pick<ClaimableWork, 'hold'>> {
  const order = orderKey === null ? undefined : await trx.one(holdsOfOrder, { orderKey });
  return order ? holdOf(order) : {};
}

async function worksMeant(
  trx: AppTrx,
  { warehouse, operator, body: asked }: Command<ClaimBody>,
): Promise<{ works: readonly PickWorkRow[]; isKnown: boolean }> {
  if (asked.work !== undefined) {
    const work = await lockPickWork(trx, asked.work);
    return work?.warehouse === warehouse ? { works: [work], isKnown: true } : { works: [], isKnown: false };
  }
  if (asked.shipment !== undefined) {
    const shipment = await shipmentMeant(trx, asked.shipment);
    const isKnown = (await trx.one(shipmentExists, { shipment, warehouse })) !== undefined;
    return { works: await worksOf(trx, warehouse, [shipment]), isKnown };
  }
  if (asked.order !== undefined) {
    const isKnown = (await trx.one(orderExists, { order: asked.order, warehouse })) !== undefined;
    const shipments = await trx.all(shipmentsOfOrder, { order: asked.order, warehouse });
    const named = shipments.map(({ shipment }) => shipment);
    return { works: await worksOf(trx, warehouse, named), isKnown };
  }
  const near = asked.near === undefined ? null : await placeNamed(trx, warehouse, asked.near);
  const due = {
    ...{ warehouse, zone: asked.zone ?? '', operator, expired: trx.now - claimLeaseMs },
    ...{ from: near?.walkSequence ?? 0, count: positionsOf(asked)?.length ?? 1 },
  };
  const works = await trx.all(nextWork[asked.type ?? 'pick'].lock[trx.dialect], due);
  if (works.length > 0 || asked.type !== undefined || asked.positions !== undefined) return { works, isKnown: true };
  return { works: await trx.all(nextWork.put_back.lock[trx.dialect], due), isKnown: true };
}

async function worksOf(trx: AppTrx, warehouse: string, shipments: readonly string[]): Promise<PickWorkRow[]> {
  const works: PickWorkRow[] = [];
  for (const shipment of shipments) {
    works.push(...(await trx.all(workOfShipment.lock[trx.dialect], { shipment, warehouse })));
  }
  return works;
}

async function apply(
  trx: AppTrx,
  { operator, warehouse }: Command<ClaimBody>,
  { plan }: Applied<ClaimPlan, ClaimResult>,
): Promise<ClaimResult> {
  for (const { id, position, zone } of plan.works) {
    if (zone !== null) await leaveToZones(trx, { work: id, warehouse, zone });
    await trx.one(setClaim, { id, by: operator, at: trx.now, position });
    trx.publish({ kind: 'thing', thing: 'pickWork', key: id, warehouse, deleted: false });
  }
  return {
    work: await workResults(
      trx,
      plan.works.map(({ id }) => id),
    ),
  };
}
