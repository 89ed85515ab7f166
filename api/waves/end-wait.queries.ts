import { statement } from '../platform/db/statement.ts';
import { rowByRow } from '../platform/facts/literals.ts';

/** A line waits no more, and with it those of its order that lacked nothing. */
export const endWaitOfLine = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set({ waits_from: null })
    .where('order_key', '=', p('orderKey'))
    .where((eb) => eb.or([eb('line_number', '=', p('line')), eb('backorder_reason', 'is', null)])),
);

/** Backorders of a warehouse that wait for goods to come, each with the position of the feeds since when. */
export const linesWaitingToArrive = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['l.order_key', 'l.line_number', 'l.item_key', 'l.waits_from'])
    .where('l.backorder_reason', 'is not', null)
    .where('l.waits_from', 'is not', null)
    .where('l.status', '=', 'open')
    .where(rowByRow('o.warehouse'), '=', p('warehouse')),
);

/** Items that came into a warehouse behind a position, each with the newest one at which it did. */
export const arrivedBehind = statement<{ warehouse: string; position: number }>()((k, p) =>
  k
    .selectFrom('inventory_delta')
    .select(['item_key', (eb) => eb.fn.max<number>('position').as('position')])
    .where('warehouse_level', '=', 1)
    .where('position', '>', p('position'))
    .where('warehouse', '=', p('warehouse'))
    .where('quantity_base', '>', 0)
    .groupBy('item_key'),
);
