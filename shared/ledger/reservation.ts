import { machine } from '../kernel/machine.ts';
import type { StockRow } from './stock-row.ts';

/**
 * Who holds promised goods. The order first, then the shipment it was released to, then the work that sends somebody for
 * them; then they are picked and go with whoever carries them; once shipped they are out of the building.
 */
export const reservationMachine = machine({
  name: 'reservation',
  start: 'order',
  states: {
    order: ['shipment', 'work'],
    shipment: ['order', 'work'],
    work: ['order', 'shipment', 'picked'],
    picked: ['work', 'shipped'],
    shipped: ['picked'],
  },
  final: [],
});

export type ReservationState = keyof typeof reservationMachine.states;

/** Goods of one balance that are promised to an order line. `order` is the order's key; '' for replenishment. */
export interface Reservation extends Omit<StockRow, 'reservedBase'> {
  readonly id: string;
  readonly warehouse: string;
  readonly order: string;
  readonly line: number;
  readonly shipment: string | null;
  readonly work: string | null;
  readonly workLine: number | null;
  readonly state: ReservationState;
  /** The replenishment that brings the goods to where they are picked; left out or null: they are there. */
  readonly broughtBy?: string | null;
}
