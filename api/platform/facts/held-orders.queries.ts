import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

const heldOnShipment = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('outbound_order')
    .select('order_number')
    .where('hold_codes', '<>', '[]')
    .where((eb) =>
      eb(
        'order_key',
        'in',
        eb.selectFrom('outbound_shipment_line').select('order_key').where('shipment', '=', p('shipment')),
      ),
    )
    .orderBy('order_number'),
);

/** Numbers of the orders of a shipment that are on hold: nothing more of it is packed, loaded or shipped. */
export async function heldOrdersOf(read: Runner, shipment: string): Promise<string[]> {
  return (await read.all(heldOnShipment, { shipment })).map((row) => row.order_number);
}
