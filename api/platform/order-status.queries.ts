import { statement } from './db/statement.ts';
import { waitingPromises } from './facts/waiting-promises.queries.ts';

export const orderStatusHeader = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['order_number', 'source_system', 'warehouse', 'status', 'hold_codes'])
    .where('order_key', '=', p('orderKey')),
);

export const orderStatusLines = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.line_number', 'l.status', 'l.quantity_base', 'l.reserved_base', 'l.released_base', 'l.picked_base'])
    .select(['l.shipped_base', 'l.cancelled_base', 'l.backorder_reason', 'l.expected_on', 'l.cross_dock_source'])
    .select(['i.number as item_number', 'i.base_unit', 'i.decimals', waitingPromises.as('waiting_base')])
    .where('l.order_key', '=', p('orderKey'))
    .orderBy('l.line_number'),
);
