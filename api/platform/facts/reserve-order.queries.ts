import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';

/** The order that is to be reserved for, with the time zone of its warehouse. */
export const orderToReserve = lockingStatement<{ orderKey: string }>('o')((k, p) =>
  k
    .selectFrom('outbound_order as o')
    .innerJoin('warehouse as w', 'w.code', 'o.warehouse')
    .select(['o.warehouse', 'o.ship_by', 'w.time_zone'])
    .where('o.order_key', '=', p('orderKey'))
    .where('o.status', '=', 'open'),
);

/** Its lines that are not promised or released whole. */
export const linesToReserve = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['l.line_number', 'l.item_key', 'l.owner', 'l.inventory_status', 'l.lot', 'l.serial', 'l.sellable_days'])
    .select(['l.quantity_base', 'l.reserved_base', 'l.released_base', 'l.cancelled_base', 'i.expiry_tracked'])
    .where('l.order_key', '=', p('orderKey'))
    .where('l.status', '=', 'open')
    .where((eb) =>
      eb(
        'l.quantity_base',
        '>',
        eb(eb('l.reserved_base', '+', eb.ref('l.released_base')), '+', eb.ref('l.cancelled_base')),
      ),
    )
    .orderBy('l.line_number'),
);

export const reserveLine = statement<{ orderKey: string; line: number; reservedBase: number }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({ reserved_base: eb('reserved_base', '+', p('reservedBase')) }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);
