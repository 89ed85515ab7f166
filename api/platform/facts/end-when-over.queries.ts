import { statement } from '../db/statement.ts';
import { undoneWork } from './literals.ts';

export const ordersOfShipment = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line')
    .select('order_key')
    .distinct()
    .where('shipment', '=', p('shipment'))
    .orderBy('order_key'),
);

/** How much work of a shipment is not over, and how much is picked for it. */
export const shipmentLeft = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment as s')
    .select((eb) => [
      eb
        .selectFrom('work as w')
        .select((count) => count.fn.countAll<number>().as('works'))
        .whereRef('w.shipment', '=', 's.shipment')
        .where('w.status', 'in', undoneWork)
        .as('works'),
      eb
        .selectFrom('outbound_shipment_line as l')
        .select((sum) => sum.fn.sum<number>('l.picked_base').as('picked_base'))
        .whereRef('l.shipment', '=', 's.shipment')
        .as('picked_base'),
    ])
    .where('s.shipment', '=', p('shipment')),
);
