import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { OutboundLoadStatus, ShipmentStatus } from '#shared/shipping/outbound.machine.ts';
import {
  decidePlanLoad,
  loadStatusOf,
  type PlanLoadBody,
  type PlanLoadFacts,
  type PlanLoadPlan,
  type PlanLoadResult,
  type PlannedShipment,
  planLoad,
} from '#shared/shipping/plan-load.ts';
import { makeOutboundLoad } from '../platform/facts/outbound-loads.queries.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { shipmentNumbered } from './confirm-facts.queries.ts';
import {
  goodsOnTruck,
  loadToPlan,
  moveShipment,
  setLoadPlan,
  setLoadStatus,
  statesOnLoad,
} from './plan-load.queries.ts';
import { openWorkShown } from './shipment-things.queries.ts';

export const planLoadHandler = handler({ operation: planLoad, facts, decide: decidePlanLoad, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<PlanLoadBody>): Promise<PlanLoadFacts> {
  const shipments: PlannedShipment[] = [];
  const unknown: string[] = [];
  for (const shipment of [...new Set(asked.shipments)].sort()) {
    const row = await trx.one(shipmentNumbered.lock[trx.dialect], { warehouse, shipment });
    if (!row) {
      unknown.push(shipment);
      continue;
    }
    const isOnTruck = (await trx.one(goodsOnTruck, { shipment })) !== undefined;
    shipments.push({ shipment, status: row.status as ShipmentStatus, load: row.load_number, isOnTruck });
  }
  const row =
    asked.load === undefined ? undefined : await trx.one(loadToPlan.lock[trx.dialect], { warehouse, load: asked.load });
  return {
    load: row ? { load: row.load_number, status: row.status as OutboundLoadStatus } : null,
    shipments,
    unknown,
    door: asked.door ? await placeNamed(trx, warehouse, asked.door) : null,
  };
}

async function apply(
  trx: AppTrx,
  { warehouse, operator, body: asked }: Command<PlanLoadBody>,
  { plan: { load: known, moved } }: Applied<PlanLoadPlan, PlanLoadResult>,
): Promise<PlanLoadResult> {
  const load = known ?? (await makeOutboundLoad(trx, { warehouse, status: 'open', carrier: '', madeBy: operator }));
  const now = await trx.one(loadToPlan.read, { load, warehouse });
  const departsAt = asked.departsAt === undefined ? (now?.departs_at ?? null) : instantOf(asked.departsAt);
  const door = asked.door === undefined ? (now?.door ?? null) : asked.door;
  await trx.one(setLoadPlan, { load, carrier: asked.carrier ?? now?.carrier ?? '', door, departsAt });
  for (const { shipment } of moved) {
    await trx.one(moveShipment, { shipment, load });
    trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
    // Whoever picks for it hears which truck it goes with now.
    for (const { id: key } of await trx.all(openWorkShown, { shipments: [shipment] })) {
      trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: false });
    }
  }
  if (moved.length > 0)
    for (const each of new Set([load, ...moved.map((one) => one.load)])) await settleLoad(trx, each);
  for (const key of new Set([load, ...moved.map((one) => one.load)])) {
    trx.publish({ kind: 'thing', thing: 'outboundLoad', key, warehouse, deleted: false });
  }
  return { load };
}

/** A load is what its shipments are now: without any it is cancelled, and gone where the last one that stood here left it. */
async function settleLoad(trx: AppTrx, load: string): Promise<void> {
  const states = (await trx.all(statesOnLoad, { load })).map(({ status }) => status as ShipmentStatus);
  if (states.length === 0) {
    await trx.one(setLoadStatus, { load, status: 'cancelled', shippedAt: null });
    return;
  }
  const isGone = states.every((status) => status === 'shipped');
  const status = isGone ? 'shipped' : loadStatusOf(states);
  await trx.one(setLoadStatus, { load, status, shippedAt: isGone ? trx.now : null });
}

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
