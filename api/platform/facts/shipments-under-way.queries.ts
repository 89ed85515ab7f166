import { lockingStatement } from '../db/locking.ts';

/** Shipments of an order that are in the building, the newest first. */
export const shipmentsUnderWay = lockingStatement<{ orderKey: string }>('s')((k, p) =>
  k
    .selectFrom('outbound_shipment as s')
    .select(['s.shipment', 's.status', 's.warehouse'])
    .where('s.status', 'not in', ['shipped', 'cancelled'])
    .where('s.shipment', 'in', (eb) =>
      eb.selectFrom('outbound_shipment_line').select('shipment').where('order_key', '=', p('orderKey')),
    )
    .orderBy('s.shipment', 'desc'),
);
