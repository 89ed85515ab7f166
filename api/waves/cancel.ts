import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { type CancelBody, type CancelFacts, type CancelPlan, cancel, decideCancel } from '#shared/waves/cancel.ts';
import { ordersAtOnce } from '#shared/waves/parts.ts';
import type { WavesResult } from '#shared/waves/wave.ts';
import { cancelReleased } from '../platform/facts/cancel-released.ts';
import { lockPickedOf } from '../platform/facts/direct-back.queries.ts';
import { directBack } from '../platform/facts/direct-back.ts';
import { publishOrderStatus, waitWithOrder } from '../platform/facts/outbound-orders.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { orderWithKey } from './release-facts.queries.ts';
import { waveMeant } from './release-facts.ts';
import { beginUndoing } from './undo-part.ts';
import {
  begunWithWave,
  begunWorkOfWave,
  endWave,
  joinedByWave,
  openWorkOfWave,
  shipmentsOfWave,
} from './waves.queries.ts';

export const cancelHandler = handler({ operation: cancel, facts, decide: decideCancel, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<CancelBody>): Promise<CancelFacts> {
  const wave = await waveMeant(trx, warehouse, asked.wave);
  if (!wave) return { wave, shipments: [], begun: [], goods: [] };
  const shipments = await trx.all(shipmentsOfWave, { wave: wave.wave });
  const joined = await trx.all(joinedByWave, { wave: wave.wave });
  const orders = new Set([...shipments, ...joined].map(({ order_key: key }) => key).sort());
  // Of a large wave each part locks its own orders when it is taken back.
  for (const orderKey of orders.size > ordersAtOnce ? [] : orders) {
    await trx.one(orderWithKey.lock[trx.dialect], { orderKey });
  }
  await trx.all(openWorkOfWave.lock[trx.dialect], { wave: wave.wave });
  const begun = [
    ...(await trx.all(begunWorkOfWave, { wave: wave.wave })),
    ...(await trx.all(begunWithWave, { wave: wave.wave })),
  ];
  const numbers = shipments.map(({ shipment }) => shipment);
  const goods = begun.length === 0 ? [] : await lockPickedOf(trx, orders, { shipments: numbers });
  for (const { order_key: order, work } of begun.length === 0 ? [] : joined) {
    goods.push(...(await lockPickedOf(trx, [order], { work })));
  }
  return {
    wave,
    shipments: [
      ...shipments.map(({ shipment, order_key: order }) => ({ shipment, order })),
      ...joined.map(({ shipment, order_key: order, work }) => ({ shipment, order, work })),
    ],
    begun: begun.map(({ id }) => id),
    goods,
  };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<CancelBody>,
  { plan: { wave, shipments, parts, promises, isPutBack } }: Applied<CancelPlan, WavesResult>,
  { goods }: CancelFacts,
): Promise<undefined> {
  for (const { order: orderKey, ...meant } of shipments) {
    await cancelReleased(trx, {
      orderKey,
      ...meant,
      promises,
      commandId: `${commandId}.${meant.work ?? meant.shipment}`,
    });
    await trx.one(waitWithOrder, { orderKey });
    publishOrderStatus(trx, orderKey);
  }
  if (isPutBack && parts.length === 0) await directBack(trx, { commandId, warehouse }, goods);
  await trx.one(endWave, { wave, status: 'cancelled', at: trx.now });
  if (parts.length > 0) await beginUndoing(trx, { wave, warehouse, promises, parts, isPutBack });
  return undefined;
}
