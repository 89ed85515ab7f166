import { sql } from 'kysely';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

/** Orders of a number, locked while it is decided what a load brings of them. */
export const ordersWithNumber = lockingStatement<{ order: string }>()((k, p) =>
  k
    .selectFrom('inbound_order')
    .select(['order_key', 'order_number', 'source_system', 'warehouse', 'status'])
    .where('order_number', '=', p('order'))
    .orderBy('order_key'),
);

/** Every line of an order, with what open loads are still to bring of it. The order's own load gives way to others. */
export const linesToLoad = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('inbound_order_line as l')
    .selectAll('l')
    .select(
      sql<number>`(select coalesce(sum(case when n.expected_base > n.registered_base
          then n.expected_base - n.registered_base else 0 end), 0)
        from inbound_load_line n join inbound_load d on d.load_number = n.load_number
        where n.order_key = l.order_key and n.line_number = l.line_number and d.status = 'open'
          and d.made_by <> 'message')`.as('on_loads_base'),
    )
    .where('l.order_key', '=', p('orderKey'))
    .orderBy('l.line_number'),
);

export const setLoadLinePercent = statement<{ load: string; orderKey: string; line: number; percent: string }>()(
  (k, p) =>
    k
      .updateTable('inbound_load_line')
      .set({ over_percent: p('percent'), over_overridden: 1 })
      .where('load_number', '=', p('load'))
      .where('order_key', '=', p('orderKey'))
      .where('line_number', '=', p('line')),
);
