import type { Command } from '#shared/command/envelope.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { canonicalJson } from '../canonical-json.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { openStatus } from './literals.ts';

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

const waitingOfType = statement<{ type: string; id: string }>()((k, p) =>
  k
    .selectFrom('exception_case as x')
    .innerJoin('command as c', 'c.id', 'x.command_id')
    .select(['x.id', 'c.warehouse', 'c.body'])
    .where('x.status', '=', openStatus)
    .where('x.kind', '=', 'approval')
    .where('c.type', '=', p('type'))
    .where('c.id', '<>', p('id'))
    .orderBy('x.opened_at')
    .orderBy('x.id'),
);

/** Approvals that commands of a type wait for, the oldest first, with what they ask; but for the command's own. */
export async function approvalsOfType<Body>(
  trx: AppTrx,
  { id, type }: Pick<Command<Body>, 'id' | 'type'>,
): Promise<readonly { readonly approval: string; readonly warehouse: string; readonly asked: Body }[]> {
  const rows = await trx.all(waitingOfType, { type, id });
  return rows.map((row) => ({ approval: row.id, warehouse: row.warehouse, asked: JSON.parse(row.body) as Body }));
}

/**
 * The approval that waits already of what a command asks: of its type and warehouse, its body equal but for `besides`.
 * Null where there is none. Whoever asks has locked what both are about.
 */
export async function sameApproval<Body extends object>(
  trx: AppTrx,
  command: Pick<Command<Body>, 'id' | 'type' | 'warehouse' | 'body'>,
  besides: readonly (keyof Body)[],
): Promise<string | null> {
  const essenceOf = (body: Body) =>
    canonicalJson({ ...body, ...Object.fromEntries(besides.map((name) => [name, null])) });
  const essence = essenceOf(command.body);
  const waiting = await approvalsOfType(trx, command);
  const same = waiting.find((one) => one.warehouse === command.warehouse && essenceOf(one.asked) === essence);
  return same?.approval ?? null;
}

const approvalOf = statement<{ id: string }>()((k, p) =>
  k.selectFrom('exception_case').select('problem').where('id', '=', p('id')).where('kind', '=', 'approval'),
);

/** What a second person was asked about a command; null where nobody was. */
export async function problemOfApproval(trx: AppTrx, id: string): Promise<Problem | null> {
  const row = await trx.one(approvalOf, { id });
  return row ? (JSON.parse(row.problem) as Problem) : null;
}
