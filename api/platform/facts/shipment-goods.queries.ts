import type { PlacedReservation } from '#shared/ledger/shipment-goods.ts';
import { lockingStatement } from '../db/locking.ts';
import type { AppTrx } from '../store.ts';
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
