import { statement } from '../platform/db/statement.ts';

/** The orders that work fetches for, and the shipments they go with. */
export const ordersOfWork = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line')
    .select(['order_key', 'shipment'])
    .distinct()
    .where('work', '=', p('work'))
    .where('order_key', 'is not', null)
    .orderBy('order_key'),
);

export const setWorkPriority = statement<{ work: string; priority: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ priority: p('priority'), version: eb('version', '+', 1) }))
    .where('id', '=', p('work')),
);

export const dropClaim = statement<{ work: string }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ claimed_by: null, claimed_at: null, trolley_position: null, version: eb('version', '+', 1) }))
    .where('id', '=', p('work')),
);
