import type { Reservation } from '#shared/ledger/reservation.ts';
import type { PromisedPart } from '#shared/ledger/restated.ts';
import type { AppTrx } from '../store.ts';
import { carryReservation } from './carry-reservations.queries.ts';

/**
 * The goods of promises have got another status by entries with `isReserved`: the promises are of such goods now. What is
 * a part of one becomes a promise of its own, whose id begins with `id`. Answers the promises of what has the status.
 */
export async function carryToStatus(
  trx: AppTrx,
  parts: readonly PromisedPart[],
  { inventoryStatus, id }: { readonly inventoryStatus: string; readonly id: string },
): Promise<Reservation[]> {
  const carried: Reservation[] = [];
  for (const [index, { reservation, quantityBase }] of parts.entries()) {
    const { location, licensePlate, state } = reservation;
    const splitId = `${id}.apart${index}`;
    const place = { location, licensePlate: licensePlate || null, inventoryStatus };
    await carryReservation(trx, reservation, place, { quantityBase, splitId, state });
    const isWhole = quantityBase === reservation.quantityBase;
    carried.push({ ...reservation, id: isWhole ? reservation.id : splitId, quantityBase, inventoryStatus });
  }
  return carried;
}
