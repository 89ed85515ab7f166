import type { Reservation } from './reservation.ts';

/** Goods that are promised to a shipment, on the shelf or picked, with the kind of place where they are. */
export interface PlacedReservation extends Reservation {
  readonly locationType: string;
}
