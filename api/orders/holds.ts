import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { decideReleaseHold, releaseHold } from '#shared/orders/release-hold.ts';
import { decideSetHold, type HoldPlan, type HoldResult, setHold } from '#shared/orders/set-hold.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { meantOrders } from './order-meant.ts';
import { setHoldCodes } from './outbound-order.queries.ts';
import { tellPickers } from './tell-pickers.ts';

export const setHoldHandler = handler({ operation: setHold, facts: meantOrders, decide: decideSetHold, apply });

export const releaseHoldHandler = handler({
  operation: releaseHold,
  facts: meantOrders,
  decide: decideReleaseHold,
  apply,
});

async function apply(
  trx: AppTrx,
  { id, type, operator, body }: Command<{ readonly reason: string }>,
  { plan }: Applied<HoldPlan, HoldResult>,
): Promise<undefined> {
  const { order: orderKey, before, holdCodes } = plan;
  await trx.one(setHoldCodes, { orderKey, holdCodes: JSON.stringify(holdCodes), at: trx.now });
  trx.publish({
    kind: 'audit',
    id,
    at: trx.now,
    actor: operator,
    action: type,
    subject: orderKey,
    before: { holdCodes: before },
    after: { holdCodes, reason: body.reason },
    commandId: id,
  });
  await tellPickers(trx, orderKey);
  publishOrderStatus(trx, orderKey);
  return undefined;
}
