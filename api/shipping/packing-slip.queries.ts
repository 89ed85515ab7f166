import { statement } from '../platform/db/statement.ts';

/** What a slip says of an order line (`l`), with its order (`o`) and item (`i`). */
const saidOfLine = [
  'o.order_number',
  'l.item_key',
  'l.unit',
  'l.quantity',
  'l.quantity_base',
  'l.shipped_base as shipped_in_all_base',
  'l.cancelled_base',
  'l.cancel_reason',
  'l.document',
  'i.decimals',
  'i.base_unit',
  'i.description',
] as const;

/** The order lines of a shipment as the slip says them, with their items. */
export const slipLines = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as s')
    .innerJoin('outbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 's.order_key').onRef('l.line_number', '=', 's.line_number'),
    )
    .innerJoin('outbound_order as o', 'o.order_key', 's.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['s.order_key', 's.line_number', 's.shipped_base', ...saidOfLine])
    .where('s.shipment', '=', p('shipment'))
    .orderBy('s.order_key')
    .orderBy('s.line_number'),
);

/** An order line that is on no shipment, as a slip says it that closes it. */
export const slipLineOff = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.order_key', 'l.line_number', ...saidOfLine])
    .select((eb) => eb.lit(0).as('shipped_base'))
    .where('l.order_key', '=', p('orderKey'))
    .where('l.line_number', '=', p('line')),
);

export const itemOfDetail = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('item').select(['number', 'decimals', 'base_unit', 'description']).where('item_key', '=', p('itemKey')),
);
