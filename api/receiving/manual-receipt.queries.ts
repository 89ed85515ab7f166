import { statement } from '../platform/db/statement.ts';

/** The order that a command registered on: its ids begin with its own. */
export const orderOfCommand = statement<{ from: string; to: string }>()((k, p) =>
  k
    .selectFrom('registration as r')
    .innerJoin('inbound_order as o', 'o.order_key', 'r.order_key')
    .select(['o.order_number', 'o.source_system'])
    .where('r.id', '>=', p('from'))
    .where('r.id', '<=', p('to'))
    .limit(1),
);

/** The lines of a manual order: the open one with an item, if any, and the highest number. */
export const manualLines = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('inbound_order_line')
    .select(['line_number', 'item_key', 'status', 'registered_base', 'owner'])
    .where('order_key', '=', p('orderKey'))
    .orderBy('line_number'),
);

/** A line of an order that people made, after something on it was taken back; nothing for lines that an ERP ordered. */
export const manualLineAfter = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('inbound_order_line as l')
    .innerJoin('inbound_order as o', 'o.order_key', 'l.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.registered_base', 'i.decimals'])
    .where('l.order_key', '=', p('orderKey'))
    .where('l.line_number', '=', p('line'))
    .where('o.message_id', 'is', null),
);

export const lowerManualLine = statement<{
  orderKey: string;
  line: number;
  quantity: string;
  quantityBase: number;
}>()((k, p) =>
  k
    .updateTable('inbound_order_line')
    .set({ quantity: p('quantity'), quantity_base: p('quantityBase') })
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

export const cancelManualLine = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .updateTable('inbound_order_line')
    .set({ status: 'cancelled' })
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** A manual order on which nothing stands any more. */
export const cancelManualOrder = statement<{ orderKey: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_order')
    .set((eb) => ({ status: 'cancelled', changed_at: p('at'), version: eb('version', '+', 1) }))
    .where('order_key', '=', p('orderKey'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('inbound_order_line as l')
            .select('l.line_number')
            .whereRef('l.order_key', '=', 'inbound_order.order_key')
            .where('l.status', '<>', 'cancelled'),
        ),
      ),
    ),
);
