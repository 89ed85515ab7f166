import { handsType } from '#shared/ledger/location-type.ts';
import type { Runner } from '../platform/db/connection.ts';
import { comingStatuses } from '../platform/facts/coming-orders.ts';

/** Every location in walking order: put-away may propose any of them. */
export async function allLocations(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('location')
    .select(['code', 'type', 'zone', 'check_digit'])
    .where('warehouse', '=', warehouse)
    .where('type', '<>', handsType)
    .orderBy('walk_sequence')
    .execute();
}

/** Those of these licence plates that nobody has used, in the given order. */
export async function freePlates(read: Runner, plates: readonly string[]): Promise<string[]> {
  const rows = await read.k.selectFrom('license_plate').select('number').where('number', 'in', plates).execute();
  const used = new Set(rows.map(({ number }) => number));
  return plates.filter((plate) => !used.has(plate));
}

/** Orders that still wait for goods, with their lines. */
export async function openOrders(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('inbound_order')
    .select(['order_number', 'order_key'])
    .where('warehouse', '=', warehouse)
    .where('status', 'in', comingStatuses)
    .orderBy('order_number')
    .limit(16)
    .execute();
}

/** Plates on their way to a warehouse that no other plate carries, each with the load that brings it. */
export async function platesToCome(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('expected_plate as e')
    .innerJoin('inbound_load as d', 'd.load_number', 'e.load_number')
    .select(['e.license_plate as plate', 'e.load_number as load'])
    .where('d.warehouse', '=', warehouse)
    .where('d.status', '=', 'open')
    .where('e.parent', 'is', null)
    .orderBy('e.load_number')
    .orderBy('e.license_plate')
    .limit(12)
    .execute();
}

/** Shipments that left, for customers and for other warehouses, the newest first, each with its order. */
export async function shipmentsGone(read: Runner) {
  return read.k
    .selectFrom('outbound_shipment as s')
    .innerJoin('outbound_shipment_line as l', 'l.shipment', 's.shipment')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['s.shipment', 's.consignee', 'o.order_number'])
    .distinct()
    .where('s.status', '=', 'shipped')
    .orderBy('s.shipment', 'desc')
    .limit(12)
    .execute();
}

/** Orders that are still to be shipped, the most urgent first. */
export async function ordersToShip(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('outbound_order')
    .select(['order_number', 'order_key'])
    .where('warehouse', '=', warehouse)
    .where('status', '=', 'open')
    .orderBy('priority')
    .orderBy('ship_by')
    .orderBy('order_number')
    .limit(12)
    .execute();
}

/** Cartons that have not left yet, the newest first, each with what it is for. */
export async function cartonsToLoad(read: Runner, warehouse: string) {
  return read.k
    .selectFrom('carton')
    .innerJoin('outbound_shipment', 'outbound_shipment.shipment', 'carton.shipment')
    .select(['carton.carton as carton', 'carton.shipment as shipment'])
    .where('outbound_shipment.warehouse', '=', warehouse)
    .where('outbound_shipment.status', 'not in', ['shipped', 'cancelled'])
    .orderBy('carton.opened_at', 'desc')
    .orderBy('carton.carton')
    .limit(12)
    .execute();
}

/** The items of the lines of these orders, each once. */
export async function itemsOfOrders(read: Runner, orderKeys: readonly string[]) {
  if (orderKeys.length === 0) return [];
  return read.k
    .selectFrom('item')
    .innerJoin('item_barcode', 'item_barcode.item_key', 'item.item_key')
    .select(['item.number as number', 'item.description as description', 'item.lot_tracked as lot_tracked'])
    .select(['item.expiry_tracked as expiry_tracked', 'item_barcode.code as code', 'item_barcode.unit as unit'])
    .where((eb) =>
      eb.or([
        eb(
          'item.item_key',
          'in',
          eb.selectFrom('inbound_order_line').select('item_key').where('order_key', 'in', orderKeys),
        ),
        eb(
          'item.item_key',
          'in',
          eb.selectFrom('outbound_order_line').select('item_key').where('order_key', 'in', orderKeys),
        ),
      ]),
    )
    .orderBy('item.number')
    .orderBy('item_barcode.code')
    .limit(120)
    .execute();
}
