import { pickWorkTypes } from '#shared/ledger/pick-work.ts';
import { statement } from '../platform/db/statement.ts';
import { openStatus } from '../platform/facts/literals.ts';

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

/** Who has work from now on; null: nobody. */
export const setClaimant = statement<{ work: string; badge: string | null; at: number | null }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({
      ...{ claimed_by: p('badge'), claimed_at: p('at') },
      ...{ trolley_position: null, version: eb('version', '+', 1) },
    }))
    .where('id', '=', p('work')),
);

export const everybody = statement<object>()((k) =>
  k.selectFrom('person').select(['badge', 'name', 'roles']).orderBy('name').orderBy('badge'),
);

/** How much work each person has that is not over. */
export const worksClaimed = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['claimed_by', (eb) => eb.fn.countAll<number>().as('works')])
    .where('warehouse', '=', p('warehouse'))
    .where('status', '=', openStatus)
    .where('claimed_by', 'is not', null)
    .where('type', 'in', pickWorkTypes)
    .groupBy('claimed_by'),
);
