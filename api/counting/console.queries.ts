import { statement } from '../platform/db/statement.ts';

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

export const differencesShown = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('stock_count_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .selectAll('l')
    .select(['i.number', 'i.description', 'i.decimals', 'i.base_unit'])
    .where('l.count_number', '=', p('number'))
    .orderBy('l.line'),
);
