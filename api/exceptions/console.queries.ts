import type { Runner } from '../platform/db/connection.ts';

export interface DecisionsAsked {
  readonly warehouse: string;
  readonly isOpen: boolean;
  readonly limit: number;
}

/** What waits for a decision (oldest first), or what was decided (newest first), each with its command. */
export function decisionsOf(read: Runner, { warehouse, isOpen, limit }: DecisionsAsked) {
  const query = read.k
    .selectFrom('exception_case as e')
    .innerJoin('command as c', 'c.id', 'e.command_id')
    .leftJoin('person as p', 'p.badge', 'c.operator')
    .select([
      'e.id',
      'e.kind',
      'e.status',
      'e.warehouse',
      'e.problem',
      'e.opened_at',
      'e.resolved_at',
      'e.resolved_by',
      'e.action',
      'e.reason',
      'e.class',
      'e.responsible',
      'e.details',
      'c.id as command_id',
      'c.type',
      'c.device',
      'c.operator',
      'p.name as operator_name',
      'c.occurred_at',
      'c.received_at',
      'c.body',
    ])
    .where('e.warehouse', '=', warehouse)
    .where('e.status', isOpen ? '=' : '<>', 'open');
  const ordered = isOpen ? query.orderBy('e.opened_at') : query.orderBy('e.resolved_at', 'desc');
  return ordered.orderBy('e.id').limit(limit).execute();
}

/** How many commands of open decisions wait behind each of these commands. */
export async function waitingBehind(read: Runner, warehouse: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, number>();
  const rows = await read.k
    .selectFrom('exception_case as e')
    .innerJoin('command as c', 'c.id', 'e.command_id')
    .select((eb) => ['c.caused_by', eb.fn.countAll<number>().as('count')])
    .where('e.warehouse', '=', warehouse)
    .where('e.status', '=', 'open')
    .where('e.kind', '<>', 'discrepancy')
    .where('c.caused_by', 'in', ids)
    .groupBy('c.caused_by')
    .execute();
  return new Map(rows.map(({ caused_by, count }) => [caused_by ?? '', count]));
}
