import { statement } from '../platform/db/statement.ts';

export const substitutesOfLine = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.substitutes', 'i.source_system', 'i.unit_cost'])
    .where('l.order_key', '=', p('orderKey'))
    .where('l.line_number', '=', p('line')),
);
