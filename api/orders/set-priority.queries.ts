import { statement } from '../platform/db/statement.ts';
import { undoneWork } from '../platform/facts/literals.ts';

export const priorityOf = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('outbound_order').select('priority').where('order_key', '=', p('orderKey')),
);

export const changePriority = statement<{ orderKey: string; priority: number; at: number }>()((k, p) =>
  k
    .updateTable('outbound_order')
    .set((eb) => ({ priority: p('priority'), changed_at: p('at'), version: eb('version', '+', 1) }))
    .where('order_key', '=', p('orderKey')),
);

/** Work that is not over and fetches for this order alone. */
export const rankOpenWork = statement<{ orderKey: string; priority: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ priority: p('priority'), version: eb('version', '+', 1) }))
    .where('order_key', '=', p('orderKey'))
    .where('status', 'in', undoneWork)
    .returning(['id', 'claimed_by']),
);
