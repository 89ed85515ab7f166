import { statement } from '../platform/db/statement.ts';
import { countType, openStatus, rowByRow } from '../platform/facts/literals.ts';

export const countsWith = statement<{ warehouse: string; status: string; limit: number }>()((k, p) =>
  k
    .selectFrom('stock_count as c')
    .leftJoin('item as i', 'i.item_key', 'c.item_key')
    .selectAll('c')
    .select('i.number')
    .where('c.warehouse', '=', p('warehouse'))
    .where('c.status', '=', p('status'))
    .orderBy('c.counted_at', 'desc')
    .orderBy('c.count_number', 'desc')
    .limit(p('limit')),
);

/** How much of an item is where. */
export const stockByPlace = statement<{ itemKey: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .select((eb) => ['location', eb.fn.sum<number>('quantity_base').as('sum')])
    .where('item_key', '=', p('itemKey'))
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .groupBy('location'),
);

export const workToCount = statement<{ warehouse: string; limit: number }>()((k, p) =>
  k
    .selectFrom('work as w')
    .leftJoin('count_task as t', 't.work', 'w.id')
    .leftJoin('item as i', 'i.item_key', 'w.item_key')
    .select(['w.id', 'w.from_location', 'w.created_at', 'w.claimed_by', 'w.claimed_at', 'i.number', 'i.description'])
    .select(['t.origin', 't.plan', 't.asked_by', 't.second_counter'])
    .where('w.type', '=', countType)
    .where('w.status', '=', openStatus)
    .where('w.warehouse', '=', p('warehouse'))
    .orderBy('w.from_location')
    .orderBy('w.id')
    .limit(p('limit')),
);
