import { type RowOf, statement } from '../db/statement.ts';

/** An order that goes to another warehouse, as it was sent. */
export const transferOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select(['source_system', 'order_number', 'order_type', 'warehouse', 'consignee'])
    .where('order_key', '=', p('orderKey')),
);

/** Its lines as the other warehouse is to receive them: what was cancelled is left out. */
export const linesToReceive = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select([
      'l.line_number',
      'i.number as item',
      'i.base_unit',
      'i.decimals',
      'l.owner',
      'l.inventory_status',
      'l.lot',
    ])
    .select((eb) => eb('l.quantity_base', '-', eb.ref('l.cancelled_base')).$castTo<number>().as('wanted_base'))
    .where('l.order_key', '=', p('orderKey'))
    .orderBy('l.line_number'),
);

export type LineToReceive = RowOf<typeof linesToReceive>;

/** The message that the order to receive came by, and where; nothing where there is no such order. */
export const receivingOrder = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('inbound_order').select(['message_id', 'warehouse']).where('order_key', '=', p('orderKey')),
);

/** A message of our own about it that was not carried out yet. */
export const waitingOrder = statement<{ sourceSystem: string; lane: string; like: string }>()((k, p) =>
  k
    .selectFrom('message')
    .select('message_id')
    .where('source_system', '=', p('sourceSystem'))
    .where('lane', '=', p('lane'))
    .where('status', 'in', ['received', 'failed', 'parked'])
    .where('message_id', 'like', p('like'))
    .limit(1),
);
