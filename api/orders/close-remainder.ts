import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { outboundOrderStatusOf } from '#shared/ledger/outbound-status.ts';
import {
  type CloseRemainderBody,
  type CloseRemainderFacts,
  type CloseRemainderPlan,
  type CloseRemainderResult,
  closeRemainder,
  decideCloseRemainder,
} from '#shared/orders/close-remainder.ts';
import { lockPickedOf } from '../platform/facts/direct-back.queries.ts';
import { directBack } from '../platform/facts/direct-back.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { cancelRemainders } from './cancel-remainders.ts';
import { meantOrders } from './order-meant.ts';
import { setOutboundOrderStatus } from './outbound-order.queries.ts';

export const closeRemainderHandler = handler({
  operation: closeRemainder,
  facts,
  decide: decideCloseRemainder,
  apply,
});

async function facts(trx: AppTrx, command: Command<CloseRemainderBody>): Promise<CloseRemainderFacts> {
  const meant = await meantOrders(trx, command);
  const keys = meant.map(({ key }) => key);
  return { meant, goods: command.body.putBack === true ? await lockPickedOf(trx, keys) : [] };
}

async function apply(
  trx: AppTrx,
  { id, type, operator, warehouse, body: { reason } }: Command<CloseRemainderBody>,
  { plan }: Applied<CloseRemainderPlan, CloseRemainderResult>,
): Promise<undefined> {
  const { order, lines, back } = plan;
  const { key: orderKey } = order;
  const changed = await cancelRemainders(trx, { orderKey, commandId: id }, lines, reason);
  if (back.length > 0) await directBack(trx, { commandId: id, warehouse }, back);
  const statuses = order.lines.map(({ lineNumber, status }) => ({ status: changed.get(lineNumber) ?? status }));
  const status = outboundOrderStatusOf(statuses);
  await trx.one(setOutboundOrderStatus, { orderKey, status, messageId: null, at: trx.now });
  trx.publish({
    kind: 'audit',
    id,
    at: trx.now,
    actor: operator,
    action: type,
    subject: orderKey,
    before: { status: order.status },
    after: { status, lines: lines.map(({ lineNumber }) => lineNumber), reason },
    commandId: id,
  });
  publishOrderStatus(trx, orderKey);
  return undefined;
}
