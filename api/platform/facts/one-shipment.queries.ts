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

/**
 * The shipment that stands for an order where its source system lets only one do so: the newest that more can go with; one
 * that is on the truck where there is no other. Null: none is under way.
 */
export function theOneUnderWay(
  shipments: readonly { readonly shipment: string; readonly status: string }[],
): { readonly shipment: string; readonly isLoaded: boolean } | null {
  const going = shipments.find(({ status }) => status !== 'loaded') ?? shipments[0];
  return going ? { shipment: going.shipment, isLoaded: going.status === 'loaded' } : null;
}
