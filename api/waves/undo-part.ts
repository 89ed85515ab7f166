import * as z from 'zod';
import { applied, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { CancelPlan } from '#shared/waves/cancel.ts';
import { cancelReleased } from '../platform/facts/cancel-released.ts';
import { lockPickedOf } from '../platform/facts/direct-back.queries.ts';
import { directBack } from '../platform/facts/direct-back.ts';
import { publishOrderStatus, waitWithOrder } from '../platform/facts/outbound-orders.queries.ts';
import { type AnyHandler, handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { orderWithKey } from './release-facts.queries.ts';
import {
  cancelWorkOfWave,
  joinedByOrderInWave,
  openWorkOfWave,
  ordersToUndo,
  progressOfWave,
  setPartOfOrder,
  shipmentsOfOrderInWave,
} from './waves.queries.ts';
import { setProgress } from './write-release.queries.ts';

/** A part is named by its number, turned around so that it is no part that is filled. */
const body = z.strictObject({ wave: z.string().min(1).max(64), part: z.int().max(-1) });

type Body = z.infer<typeof body>;

/** The server takes back a part of a large wave that was cancelled: nobody else does. */
export const undoPart = operation({ type: 'waves.undo_part', version: 1, body });

/** A large wave was cancelled: nobody picks for it from now on, and its orders wait to be taken back part by part. */
export async function beginUndoing(
  trx: AppTrx,
  {
    wave,
    warehouse,
    promises,
    parts,
    isPutBack,
  }: Pick<CancelPlan, 'wave' | 'promises' | 'parts' | 'isPutBack'> & { readonly warehouse: string },
): Promise<void> {
  for (const { id: key, claimed_by: claimedBy } of await trx.all(openWorkOfWave.read, { wave })) {
    if (claimedBy !== null) trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: true });
  }
  await trx.one(cancelWorkOfWave, { wave, at: trx.now });
  for (const { key: orderKey, part } of parts) await trx.one(setPartOfOrder, { wave, orderKey, part: -part });
  const known = JSON.parse((await trx.one(progressOfWave, { wave }))?.document ?? '{}') as object;
  await trx.one(setProgress, {
    wave,
    status: 'cancelled',
    document: JSON.stringify({ ...known, promises, isPutBack }),
  });
}

/** Refused from anybody but the server itself (`auth.permit_missing`). A part that was taken back already is left alone. */
export const undoPartHandler: AnyHandler = handler<Body, readonly string[], Body, Record<string, never>>({
  operation: undoPart,
  facts: lockOrders,
  decide: ({ operator, warehouse, body: part }) => {
    if (operator === 'server') return applied(part, {});
    return refused(problem('auth.permit_missing', { operation: undoPart.type, warehouse }));
  },
  apply: async (trx, { id: commandId, warehouse }, { plan: { wave } }, orders) => {
    const { promises, isPutBack } = JSON.parse(
      (await trx.one(progressOfWave, { wave }))?.document ?? '{}',
    ) as Partial<CancelPlan>;
    const shipments: string[] = [];
    const joined: { order: string; work: string }[] = [];
    for (const orderKey of orders) {
      for (const { shipment } of await trx.all(shipmentsOfOrderInWave, { wave, orderKey })) {
        const command = { promises: promises ?? 'give-up', commandId: `${commandId}.${shipment}` };
        await cancelReleased(trx, { orderKey, shipment, ...command });
        shipments.push(shipment);
      }
      for (const { shipment, work } of await trx.all(joinedByOrderInWave, { wave, orderKey })) {
        const command = { promises: promises ?? 'give-up', commandId: `${commandId}.${work}` };
        await cancelReleased(trx, { orderKey, shipment, work, ...command });
        joined.push({ order: orderKey, work });
      }
      await trx.one(waitWithOrder, { orderKey });
      publishOrderStatus(trx, orderKey);
      await trx.one(setPartOfOrder, { wave, orderKey, part: null });
    }
    if (isPutBack === true) {
      const goods = await lockPickedOf(trx, orders, { shipments });
      for (const { order, work } of joined) goods.push(...(await lockPickedOf(trx, [order], { work })));
      await directBack(trx, { commandId, warehouse }, goods);
    }
    return undefined;
  },
});

/** The orders of the part, locked in the order of their keys. */
async function lockOrders(trx: AppTrx, { operator, body: asked }: Command<Body>): Promise<readonly string[]> {
  if (operator !== 'server') return [];
  const rows = await trx.all(ordersToUndo, asked);
  const orders: string[] = [];
  for (const { order_key: orderKey } of rows) {
    await trx.one(orderWithKey.lock[trx.dialect], { orderKey });
    orders.push(orderKey);
  }
  return orders;
}
