import { sql } from 'kysely';
import { outside } from '#shared/ledger/place.ts';
import type { PlacedReservation } from '#shared/ledger/shipment-goods.ts';
import type { Runner } from '../db/connection.ts';
import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { none, shippedState } from './literals.ts';
import { reservationOf } from './reservations.queries.ts';

const goodsOfShipment = lockingStatement<{ shipment: string }>('reservation')((k, p) =>
  k
    .selectFrom('reservation')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'reservation.warehouse').onRef('l.code', '=', 'reservation.location'),
    )
    .selectAll('reservation')
    .select('l.type as location_type')
    .where('reservation.shipment', '=', p('shipment'))
    .where('reservation.state', 'in', ['work', 'picked'])
    .orderBy('reservation.id'),
);

/** What is promised to a shipment, on the shelf and picked, each with where it is; locked. */
export async function goodsOfShipmentPlaced(trx: AppTrx, shipment: string): Promise<PlacedReservation[]> {
  const rows = await trx.all(goodsOfShipment.lock[trx.dialect], { shipment });
  return rows.map((row) => ({ ...reservationOf(row), locationType: row.location_type ?? '' }));
}

const shippedSerial = statement<{ itemKey: string; serial: string }>()((k, p) =>
  k
    .selectFrom('reservation')
    .select('id')
    .where('item_key', '=', p('itemKey'))
    .where('serial', '=', p('serial'))
    .where('serial', '<>', none)
    .where('state', '=', shippedState)
    .limit(1),
);

/** Where a piece went last; what came in and was scrapped at once went there. */
const lastPlaceOf = statement<{ itemKey: string; serial: string }>()((k, p) =>
  k
    .selectFrom('ledger_entry')
    .select('to_location')
    .where('serial', '=', p('serial'))
    .where('item_key', '=', p('itemKey'))
    .orderBy('recorded_at', 'desc')
    .orderBy((eb) => eb.case().when('to_location', '=', sql.lit(outside.scrap)).then(0).else(1).end())
    .limit(1),
);

/** Those of the pieces that went to a place outside last: to scrap, say. */
export async function serialsLastAt(
  read: Runner,
  place: string,
  itemKey: string,
  serials: readonly string[],
): Promise<string[]> {
  const there: string[] = [];
  for (const serial of serials) {
    if ((await read.one(lastPlaceOf, { itemKey, serial }))?.to_location === place) there.push(serial);
  }
  return there;
}

/** Those of the pieces that have left with a shipment, and have not come back since. */
export async function serialsShipped(read: Runner, itemKey: string, serials: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const serial of serials) {
    if (await read.one(shippedSerial, { itemKey, serial })) left.push(serial);
  }
  return serialsLastAt(read, outside.customer, itemKey, left);
}
