import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { none, rowByRow, shippedState } from '../platform/facts/literals.ts';
import type { StockOf } from './look-up.queries.ts';

/** Whose promises are meant: of goods, of an order, of a shipment or of work. */
export type PromisesOf =
  | StockOf
  | { readonly orderKey: string }
  | { readonly shipment: string }
  | { readonly work: string };

/** What is promised and still in the building, the oldest promise first. */
export function livePromises(read: Runner, warehouse: string, of: PromisesOf, limit: number) {
  return promises(inPlaces(read, warehouse, of))
    .where('r.state', '<>', shippedState)
    .groupBy('r.location')
    .orderBy((eb) => eb.fn.min('r.reserved_at'))
    .orderBy('r.order_key')
    .orderBy('r.line_number')
    .limit(limit)
    .execute();
}

/** What has left, the newest first. */
export function shippedPromises(read: Runner, warehouse: string, of: PromisesOf, limit: number) {
  return promises(meant(read, warehouse, of))
    .where('r.state', '=', shippedState)
    .orderBy('s.confirmed_at', 'desc')
    .orderBy('r.order_key')
    .orderBy('r.line_number')
    .limit(limit)
    .execute();
}

export type PromiseRow = Awaited<ReturnType<typeof livePromises>>[number];

/** By order line, lot and plate. Serials are counted; where there is one it is named. */
function promises(of: ReturnType<typeof meant>) {
  const own = ['r.order_key', 'r.line_number', 'r.lot', 'r.license_plate', 'r.state', 'r.shipment'] as const;
  const joined = ['o.order_number', 'o.consignee', 'i.number', 'i.base_unit', 'i.decimals'] as const;
  const left = ['r.document_number', 's.load_number', 's.confirmed_at'] as const;
  return of
    .innerJoin('item as i', 'i.item_key', 'r.item_key')
    .leftJoin('outbound_order as o', 'o.order_key', 'r.order_key')
    .leftJoin('outbound_shipment as s', 's.shipment', 'r.shipment')
    .select([...own, ...joined, ...left])
    .select((eb) => [
      eb.fn.min('r.location').as('location'),
      eb.fn.min('r.work').as('work'),
      eb.fn.min('r.brought_by').as('brought_by'),
    ])
    .select([
      sql<number>`cast(sum(r.quantity_base) as bigint)`.as('quantity_base'),
      sql<string>`case when count(*) = 1 then min(r.serial) else '' end`.as('serial'),
    ])
    .groupBy([...own, ...joined, ...left]);
}

/**
 * Each kind by an index of its own. What is in the building of an item, or of a lot, is found by the places where any of it
 * is promised; what was shipped of a lot by the lot. Nobody is told of everybody who ever bought an item.
 */
function meant(read: Runner, warehouse: string, of: PromisesOf) {
  const all = read.k.selectFrom('reservation as r');
  if ('orderKey' in of) return all.where('r.order_key', '=', of.orderKey);
  if ('shipment' in of) return all.where('r.shipment', '=', of.shipment);
  if ('work' in of) return all.where('r.work', '=', of.work);
  const { location, licensePlates, itemKey = '', lot, serial } = of;
  if (location !== undefined) {
    const there = all.where('r.warehouse', '=', warehouse).where('r.location', '=', location);
    return itemKey === '' ? there : there.where('r.item_key', '=', itemKey);
  }
  const here = all.where(rowByRow('r.warehouse'), '=', warehouse);
  if (licensePlates !== undefined) {
    return here.where('r.license_plate', 'in', licensePlates).where('r.license_plate', '<>', none);
  }
  const ofItem = here.where(serial === undefined ? 'r.item_key' : rowByRow('r.item_key'), '=', itemKey);
  if (serial !== undefined) return ofItem.where('r.serial', '=', serial).where('r.serial', '<>', none);
  return ofItem.where('r.lot', '=', lot ?? '').where('r.lot', '<>', none);
}

function inPlaces(read: Runner, warehouse: string, of: PromisesOf) {
  if (!('itemKey' in of)) return meant(read, warehouse, of);
  const { itemKey, lot, serial, location, licensePlates } = of;
  const isAtOne = serial !== undefined || location !== undefined || licensePlates !== undefined;
  if (itemKey === undefined || isAtOne) return meant(read, warehouse, of);
  let places = read.k
    .selectFrom('balance as b')
    .select('b.location')
    .where(rowByRow('b.warehouse'), '=', warehouse)
    .where('b.item_key', '=', itemKey)
    .where('b.reserved_base', '>', 0);
  if (lot !== undefined) places = places.where(rowByRow('b.lot'), '=', lot);
  const there = read.k
    .selectFrom('reservation as r')
    .where('r.warehouse', '=', warehouse)
    .where('r.item_key', '=', itemKey)
    .where('r.location', 'in', places);
  return lot === undefined ? there : there.where(rowByRow('r.lot'), '=', lot);
}
