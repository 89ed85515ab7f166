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

/** Whether the piece with this serial number has left with a shipment. */
export async function isSerialShipped(read: Runner, itemKey: string, serial: string): Promise<boolean> {
  return (await read.one(shippedSerial, { itemKey, serial })) !== undefined;
}
