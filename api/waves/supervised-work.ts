import type { Command } from '#shared/command/envelope.ts';
import {
  cancelWork,
  decideCancelWork,
  decideSetPriority,
  decideTakeBack,
  setPriority,
  takeBack,
  type WorkFacts,
} from '#shared/waves/supervised-work.ts';
import { cancelReleased } from '../platform/facts/cancel-released.ts';
import { lockPickedOf } from '../platform/facts/direct-back.queries.ts';
import { directBack } from '../platform/facts/direct-back.ts';
import { cancelReplenishment } from '../platform/facts/end-replenishment.ts';
import { lockInHandFor } from '../platform/facts/hands.queries.ts';
import { publishOrderStatus, waitWithOrder } from '../platform/facts/outbound-orders.queries.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import { lockReservationsOfWork } from '../platform/facts/reservations.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { orderWithKey } from './release-facts.queries.ts';
import { ordersOfWork, setClaimant, setWorkPriority } from './supervised-work.queries.ts';

export const setPriorityHandler = handler({
  operation: setPriority,
  facts: workFacts,
  decide: decideSetPriority,
  apply: async (trx, { warehouse, body: { priority } }, { plan: { work } }) => {
    await trx.one(setWorkPriority, { work, priority });
    trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
    return undefined;
  },
});

export const takeBackHandler = handler({
  operation: takeBack,
  facts: workFacts,
  decide: decideTakeBack,
  apply: async (trx, { warehouse }, { plan: { work } }) => {
    await trx.one(setClaimant, { work, badge: null, at: null });
    trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: true });
    return undefined;
  },
});

export const cancelWorkHandler = handler({
  operation: cancelWork,
  facts: workFacts,
  decide: decideCancelWork,
  apply: async (trx, { id: commandId, warehouse, body: { reason, putBack } }, { plan: { work, orders } }, known) => {
    if (known.work?.type === 'replenish') {
      await cancelReplenishment(trx, { commandId, warehouse, work, reason });
      return undefined;
    }
    for (const orderKey of orders) {
      await cancelReleased(trx, { orderKey, work, promises: 'give-up', commandId: `${commandId}.${orderKey}` });
      await trx.one(waitWithOrder, { orderKey });
      publishOrderStatus(trx, orderKey);
    }
    if (putBack === true) await directBack(trx, { commandId, warehouse }, known.goods);
    return undefined;
  },
});

/** The work with its orders, which are locked before it as everywhere. */
export async function workFacts(
  trx: AppTrx,
  { warehouse, body: asked }: Command<{ readonly work: string }>,
): Promise<WorkFacts> {
  const rows = await trx.all(ordersOfWork, { work: asked.work });
  const orders = [...new Set(rows.flatMap(({ order_key: key }) => (key === null ? [] : [key])))];
  for (const orderKey of orders) await trx.one(orderWithKey.lock[trx.dialect], { orderKey });
  const work = await lockFillWork(trx, asked.work);
  if (work?.warehouse !== warehouse) return { work: null, orders, goods: [] };
  const inHand = (await lockInHandFor(trx, work)).length;
  const promised = await lockReservationsOfWork(trx, work.id);
  const picked = Math.max(inHand, promised.filter(({ state }) => state === 'picked').length);
  const { id, type, status, claimed_by: claimedBy } = work;
  const goods = await lockPickedOf(trx, orders, { work: id });
  return { work: { id, type, status, claimedBy, inHand, picked }, orders, goods };
}
