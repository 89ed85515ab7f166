import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotStatusReason } from '#shared/ledger/restated.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import { onHoldStatus } from '#shared/ledger/stock-status.ts';
import { approvalWaits } from './approval-waits.ts';
import { entriesOf, type LotGoods, type LotPlan, withStatus } from './hold-lot.ts';

const body = z.strictObject({
  /** Its number, or `command:<id>` of the command that placed it. */
  hold: z.string().min(1).max(64),
  reason: z.string().min(1).max(32),
});

export type ReleaseLotBody = z.infer<typeof body>;

/** The lot may be used again. */
export const releaseLot = operation({ type: 'inventory.release_lot', version: 1, body });

export interface ReleaseLotFacts extends LotGoods {
  readonly hold: {
    readonly hold: string;
    readonly status: string;
    readonly lot: string;
    readonly placedBy: string;
    readonly item: StockItem;
  } | null;
  /** The approval that a release of this hold waits for already; null: none. */
  readonly sameApproval: string | null;
}

export interface ReleaseLotPlan extends LotPlan {
  readonly hold: string;
  /** What a second person is asked; null when nobody need be. */
  readonly approval: Problem | null;
}

export interface ReleaseLotResult {
  readonly approval?: string;
}

/**
 * Refusals, in this order: `inventory.hold_unknown`; `inventory.reason_unknown`; `inventory.hold_released` already. Whoever
 * placed the hold does not end it alone: a second person has to approve, who is asked once, `inventory.approval_waits`.
 * Everything that the hold stopped is available again, where it stands now.
 */
export function decideReleaseLot(
  command: Command<ReleaseLotBody>,
  facts: ReleaseLotFacts,
): Decision<ReleaseLotPlan, ReleaseLotResult> {
  const { hold } = facts;
  const { reason } = command.body;
  if (!hold) return refused(problem('inventory.hold_unknown', { hold: command.body.hold }));
  const noReason = whyNotStatusReason(reason);
  if (noReason) return refused(noReason);
  const named = { hold: hold.hold, item: hold.item.number, lot: hold.lot };
  if (hold.status !== 'active') return refused(problem('inventory.hold_released', named));
  const goods = withStatus(facts, hold.item, onHoldStatus);
  const isOwn = hold.placedBy === command.operator && command.approvedBy === undefined;
  if (isOwn && facts.sameApproval !== null) return refused(approvalWaits(facts.sameApproval));
  if (isOwn) {
    const approval = problem('inventory.release_needs_approval', { ...named, badge: hold.placedBy });
    return applied({ hold: hold.hold, item: hold.item, ...goods, elsewhere: [], approval }, { approval: command.id });
  }
  const to = { inventoryStatus: availableStatus, reasonCode: reason };
  const { here, elsewhere } = entriesOf(command.warehouse, goods, to);
  return applied({ hold: hold.hold, item: hold.item, ...goods, elsewhere, approval: null }, {}, here);
}
