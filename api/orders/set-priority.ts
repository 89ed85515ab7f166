import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideSetPriority,
  type PriorityPlan,
  type PriorityResult,
  type SetPriorityBody,
  setPriority,
} from '#shared/orders/set-priority.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { meantOrders } from './order-meant.ts';
import { rankWork } from './outbound-order.queries.ts';
import { changePriority, priorityOf } from './set-priority.queries.ts';
import { tellPickers } from './tell-pickers.ts';

export const setPriorityHandler = handler({
  operation: setPriority,
  facts: meantOrders,
  decide: decideSetPriority,
  apply,
});

/** Work that is left of the order goes with it; who has some of that is told. */
async function apply(
  trx: AppTrx,
  { id, type, operator, body: { priority, reason } }: Command<SetPriorityBody>,
  { plan: { order: orderKey } }: Applied<PriorityPlan, PriorityResult>,
): Promise<undefined> {
  const before = await trx.one(priorityOf, { orderKey });
  await trx.one(changePriority, { orderKey, priority, at: trx.now });
  await trx.one(rankWork, { orderKey, priority });
  await tellPickers(trx, orderKey);
  trx.publish({
    kind: 'audit',
    id,
    at: trx.now,
    actor: operator,
    action: type,
    subject: orderKey,
    before: { priority: before?.priority ?? null },
    after: { priority, reason },
    commandId: id,
  });
  return undefined;
}
