import type { Place } from '#shared/ledger/place.ts';
import type { Reservation, ReservationState } from '#shared/ledger/reservation.ts';
import { isOneOf } from '../db/lists.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { insertReservation, takeFromReservation } from './reservations.queries.ts';

const assign = statement<{
  id: string;
  shipment: string | null;
  work: string | null;
  workLine: number | null;
  state: ReservationState;
}>()((k, p) =>
  k
    .updateTable('reservation')
    .set({ shipment: p('shipment'), work: p('work'), work_line: p('workLine'), state: p('state') })
    .where('id', '=', p('id')),
);

const carry = statement<{
  id: string;
  location: string;
  licensePlate: string;
  inventoryStatus: string;
  state: ReservationState;
}>()((k, p) =>
  k
    .updateTable('reservation')
    .set({
      location: p('location'),
      license_plate: p('licensePlate'),
      inventory_status: p('inventoryStatus'),
      state: p('state'),
    })
    .where('id', '=', p('id')),
);

const giveBack = statement<{ ids: readonly string[]; work: string; line: number }>()((k, p, dialect) =>
  k
    .updateTable('reservation')
    .set({ order_key: '', line_number: 0, shipment: null, work: p('work'), work_line: p('line'), state: 'picked' })
    .where(isOneOf(dialect, 'id', p('ids'))),
);

/** Picked goods are brought back to a shelf by a line of work: promised to nobody, and free once they stand there. */
export async function returnReservations(
  trx: AppTrx,
  goods: readonly Reservation[],
  by: { readonly work: string; readonly line: number },
): Promise<void> {
  await trx.one(giveBack, { ids: goods.map(({ id }) => id), ...by });
}

/** Hands a promise on, whole: to a shipment, to work, back to its order. The goods stay where they are. */
export async function assignReservation(
  trx: AppTrx,
  reservation: Reservation,
  to: Pick<Reservation, 'shipment' | 'work' | 'workLine' | 'state'>,
): Promise<void> {
  await trx.one(assign, { id: reservation.id, ...to });
}

/**
 * The goods of a promise were carried to another place by an entry with `isReserved`: all of them, or `quantityBase`, of
 * which a promise of its own with the id `splitId` is made.
 */
export async function carryReservation(
  trx: AppTrx,
  reservation: Reservation,
  to: Place,
  { quantityBase, splitId, state = 'picked' }: { quantityBase: number; splitId: string; state?: ReservationState },
): Promise<void> {
  const place = {
    location: to.location,
    licensePlate: to.licensePlate ?? '',
    inventoryStatus: to.inventoryStatus,
  };
  if (quantityBase === reservation.quantityBase) {
    await trx.one(carry, { id: reservation.id, ...place, state });
    return;
  }
  await takeFromReservation(trx, reservation, quantityBase);
  await insertReservation(trx, { ...reservation, ...place, id: splitId, quantityBase, state });
}

/** All goods of these promises were carried to a place, each on the plate that it is on. */
export async function carryAll(trx: AppTrx, reservations: readonly Reservation[], location: string): Promise<void> {
  for (const one of reservations) {
    const { licensePlate, inventoryStatus, quantityBase } = one;
    const place = { location, licensePlate: licensePlate || null, inventoryStatus };
    await carryReservation(trx, one, place, { quantityBase, splitId: one.id });
  }
}
