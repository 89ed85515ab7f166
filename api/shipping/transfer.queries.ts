import { sql } from 'kysely';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

/** Orders of a shipment with their lines, as the other warehouse is to receive them: what was cancelled is left out. */
export const linesToReceive = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_order as o')
    .innerJoin('outbound_order_line as l', 'l.order_key', 'o.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['o.order_key', 'o.order_number', 'o.order_type', 'l.line_number', 'i.number as item', 'i.base_unit'])
    .select(['i.decimals', 'l.owner', 'l.inventory_status', 'l.lot', 'l.shipped_base'])
    .select((eb) => eb('l.quantity_base', '-', eb.ref('l.cancelled_base')).$castTo<number>().as('wanted_base'))
    .where('o.order_key', 'in', (eb) =>
      eb.selectFrom('outbound_shipment_line').select('order_key').where('shipment', '=', p('shipment')),
    )
    .orderBy('o.order_key')
    .orderBy('l.line_number'),
);

/** The message that the order to receive came by; nothing where there is no such order. */
export const receivingOrder = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('inbound_order').select('message_id').where('order_key', '=', p('orderKey')),
);

export const itemNamed = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('item').select(['number', 'decimals', 'base_unit']).where('item_key', '=', p('itemKey')),
);

export const expiryOfLot = statement<{ itemKey: string; lot: string }>()((k, p) =>
  k.selectFrom('lot').select('expiry_date').where('item_key', '=', p('itemKey')).where('lot', '=', p('lot')),
);

export const plateParent = statement<{ number: string }>()((k, p) =>
  k.selectFrom('license_plate').select('parent').where('number', '=', p('number')),
);

/** A plate is another warehouse's from now on: it went there, or is back. */
export const plateGoesTo = statement<{ number: string; warehouse: string }>()((k, p) =>
  k
    .updateTable('license_plate')
    .set({ warehouse: p('warehouse') })
    .where('number', '=', p('number')),
);

/** Orders on the load of a transfer, locked: nobody registers on it meanwhile. */
export const ordersOnTransfer = lockingStatement<{ load: string }>()((k, p) =>
  k
    .selectFrom('inbound_order')
    .select('order_key')
    .where('order_key', 'in', (sub) =>
      sub.selectFrom('inbound_shipment').select('order_key').where('load_number', '=', p('load')),
    )
    .orderBy('order_key'),
);

/** What was received of a load, completed or not. */
export const receivedOfTransfer = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('inbound_load as d')
    .leftJoin('inbound_load_line as l', 'l.load_number', 'd.load_number')
    .select(['d.warehouse', 'd.status'])
    .select(sql<number>`cast(coalesce(sum(l.registered_base), 0) as bigint)`.as('registered_base'))
    .where('d.load_number', '=', p('load'))
    .groupBy(['d.warehouse', 'd.status']),
);

/** Nothing of it comes any more. */
export const closeTransfer = statement<{ load: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({ status: 'closed_empty', completed_at: p('at'), version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where('status', '=', 'open'),
);

export const platesOnTransfer = statement<{ load: string }>()((k, p) =>
  k.selectFrom('expected_plate').select('license_plate').where('load_number', '=', p('load')),
);

/** A notice that was not carried out yet must not be any more. */
export const dropWaitingNotice = statement<{ sourceSystem: string; lane: string; at: number }>()((k, p) =>
  k
    .updateTable('message')
    .set({ status: 'cancelled', processed_at: p('at') })
    .where('source_system', '=', p('sourceSystem'))
    .where('lane', '=', p('lane'))
    .where('status', 'in', ['received', 'failed', 'parked']),
);
