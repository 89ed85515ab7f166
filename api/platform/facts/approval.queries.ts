import type { Problem } from '#shared/kernel/problem.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

const insertApproval = statement<{ id: string; warehouse: string; problem: string; at: number }>()((k, p) =>
  k.insertInto('exception_case').values({
    id: p('id'),
    kind: 'approval',
    warehouse: p('warehouse'),
    command_id: p('id'),
    status: 'open',
    problem: p('problem'),
    opened_at: p('at'),
  }),
);

/**
 * Asks a second person. The case has the id of the command that waits; whoever resolves it with `approve` has that
 * command judged again, its `approvedBy` set to their name, and so with the facts as they are then.
 */
export async function openApproval(
  trx: AppTrx,
  approval: { readonly commandId: string; readonly warehouse: string; readonly problem: Problem },
): Promise<void> {
  const { commandId: id, warehouse } = approval;
  await trx.one(insertApproval, { id, warehouse, problem: JSON.stringify(approval.problem), at: trx.now });
  trx.publish({ kind: 'thing', thing: 'exception', key: id, warehouse, deleted: false });
}
