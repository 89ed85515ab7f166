import { statement } from '../platform/db/statement.ts';

/** Lines of an order, with what people call their items. */
export const linesOfOrder = statement<{ order: string }>()((k, p) =>
  k
    .selectFrom('inbound_order as o')
    .innerJoin('inbound_order_line as l', 'l.order_key', 'o.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['o.source_system', 'l.line_number', 'i.number', 'l.lot'])
    .where('o.order_number', '=', p('order'))
    .orderBy('o.source_system')
    .orderBy('l.line_number'),
);

export const warehouseOfOrder = statement<{ order: string }>()((k, p) =>
  k.selectFrom('inbound_order').select('warehouse').where('order_number', '=', p('order')).limit(1),
);

export const warehouseOfOutbound = statement<{ order: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select('warehouse')
    .where((eb) => eb.or([eb('order_number', '=', p('order')), eb('own_number', '=', p('order'))]))
    .limit(1),
);

export const warehouseCodes = statement<object>()((k) => k.selectFrom('warehouse').select('code').orderBy('code'));

export const judgedCommand = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('command')
    .select(['id', 'type', 'warehouse', 'outcome', 'problem', 'body', 'operator'])
    .where('id', '=', p('id')),
);
