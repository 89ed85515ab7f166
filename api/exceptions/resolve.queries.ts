import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

/** An exception with the author of its command, locked against a second decision. */
export const exceptionOf = lockingStatement<{ id: string; warehouse: string }>('exception_case')((k, p) =>
  k
    .selectFrom('exception_case')
    .innerJoin('command', 'command.id', 'exception_case.command_id')
    .select([
      'exception_case.id as id',
      'exception_case.kind as kind',
      'exception_case.status as status',
      'exception_case.problem as problem',
      'exception_case.command_id as command',
      'exception_case.details as details',
      'command.operator as operator',
      'command.caused_by as caused_by',
    ])
    .where('exception_case.id', '=', p('id'))
    .where('exception_case.warehouse', '=', p('warehouse')),
);

export const openCaseOf = statement<{ command: string }>()((k, p) =>
  k.selectFrom('exception_case').select('id').where('id', '=', p('command')).where('status', '=', 'open'),
);

export const closeException = statement<{
  id: string;
  at: number;
  by: string;
  action: string;
  reason: string;
  result: string | null;
}>()((k, p) =>
  k
    .updateTable('exception_case')
    .set({
      status: 'resolved',
      resolved_at: p('at'),
      resolved_by: p('by'),
      action: p('action'),
      reason: p('reason'),
      result: p('result'),
    })
    .where('id', '=', p('id')),
);
