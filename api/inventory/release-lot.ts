import type { Applied } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import {
  decideReleaseLot,
  type ReleaseLotBody,
  type ReleaseLotFacts,
  type ReleaseLotPlan,
  type ReleaseLotResult,
  releaseLot,
} from '#shared/inventory/release-lot.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import { approvalsOfType, openApproval } from '../platform/facts/approval.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { lotGoods, restateLot, tellShippers } from './hold-lot.ts';
import { endHold, lockHold } from './lot-holds.queries.ts';

export const releaseLotHandler = handler({ operation: releaseLot, facts, decide: decideReleaseLot, apply });

async function facts(trx: AppTrx, command: Command<ReleaseLotBody>): Promise<ReleaseLotFacts> {
  const row = await lockHold(trx, command.body.hold);
  const [item] = row ? await itemsByKey(trx, [row.item_key]) : [];
  if (!row || !item) return { hold: null, rows: [], promised: [], sameApproval: null };
  const { hold, status, lot, placed_by: placedBy } = row;
  const isOfHold = (asked: ReleaseLotBody) => asked.hold === hold || commandReference(asked.hold) === row.command_id;
  const waiting = await approvalsOfType<ReleaseLotBody>(trx, command);
  return {
    hold: { hold, status, lot, placedBy, item },
    sameApproval: waiting.find(({ asked }) => isOfHold(asked))?.approval ?? null,
    ...(await lotGoods(trx, item.key, lot)),
  };
}

async function apply(
  trx: AppTrx,
  command: Command<ReleaseLotBody>,
  { plan, result, entries }: Applied<ReleaseLotPlan, ReleaseLotResult>,
): Promise<ReleaseLotResult> {
  const { id: commandId, warehouse, operator, approvedBy = operator, body: asked } = command;
  const { hold } = plan;
  if (plan.approval) {
    await openApproval(trx, { commandId, warehouse, problem: plan.approval });
    return result;
  }
  await trx.one(endHold, { hold, by: approvedBy, at: trx.now, reason: asked.reason });
  await restateLot(trx, command, plan, { inventoryStatus: availableStatus, posted: entries.length });
  tellShippers(trx, plan);
  trx.publish({
    ...{ kind: 'audit', id: commandId, at: trx.now, actor: operator, action: releaseLot.type, subject: hold },
    ...{ before: { status: 'active' }, after: { status: 'released', reason: asked.reason, approvedBy }, commandId },
  });
  return result;
}
