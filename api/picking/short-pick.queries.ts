import { statement } from '../platform/db/statement.ts';

/** What decides on dates and on the worth of a line's goods. */
export const worthOfLine = statement<{ itemKey: string; orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('item as i')
    .leftJoin('outbound_order_line as l', (join) =>
      join.on('l.order_key', '=', p('orderKey')).on('l.line_number', '=', p('line')),
    )
    .leftJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['i.unit_cost', 'i.expiry_tracked', 'l.sellable_days', 'o.ship_by', 'o.cutoff_at'])
    .where('i.item_key', '=', p('itemKey')),
);
