import { statement } from '../platform/db/statement.ts';

export const priorityOf = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('outbound_order').select('priority').where('order_key', '=', p('orderKey')),
);

export const changePriority = statement<{ orderKey: string; priority: number; at: number }>()((k, p) =>
  k
    .updateTable('outbound_order')
    .set((eb) => ({ priority: p('priority'), changed_at: p('at'), version: eb('version', '+', 1) }))
    .where('order_key', '=', p('orderKey')),
);
