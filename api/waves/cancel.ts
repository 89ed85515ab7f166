import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { type CancelBody, type CancelFacts, type CancelPlan, cancel, decideCancel } from '#shared/waves/cancel.ts';
import type { WavesResult } from '#shared/waves/wave.ts';
import { cancelReleased } from '../platform/facts/cancel-released.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { orderWithKey } from './release-facts.queries.ts';
import { waveMeant } from './release-facts.ts';
import { begunWorkOfWave, endWave, shipmentsOfWave } from './waves.queries.ts';

export const cancelHandler = handler({ operation: cancel, facts, decide: decideCancel, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<CancelBody>): Promise<CancelFacts> {
  const wave = await waveMeant(trx, warehouse, asked.wave);
  if (!wave) return { wave, shipments: [], begun: [] };
  const shipments = await trx.all(shipmentsOfWave, { wave: wave.wave });
  for (const orderKey of new Set(shipments.map(({ order_key: key }) => key))) {
    await trx.one(orderWithKey.lock[trx.dialect], { orderKey });
  }
  const begun = await trx.all(begunWorkOfWave, { wave: wave.wave });
  return {
    wave,
    shipments: shipments.map(({ shipment, order_key: order }) => ({ shipment, order })),
    begun: begun.map(({ id }) => id),
  };
}

async function apply(
  trx: AppTrx,
  { id: commandId }: Command<CancelBody>,
  { plan: { wave, shipments, promises } }: Applied<CancelPlan, WavesResult>,
): Promise<undefined> {
  for (const { shipment, order: orderKey } of shipments) {
    await cancelReleased(trx, { orderKey, shipment, promises, commandId: `${commandId}.${shipment}` });
    publishOrderStatus(trx, orderKey);
  }
  await trx.one(endWave, { wave, status: 'cancelled', at: trx.now });
  return undefined;
}
