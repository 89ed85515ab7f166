import { type Problem, problem } from '../kernel/problem.ts';
import { itemNumberOf } from './item-key.ts';
import type { Reservation } from './reservation.ts';
import { onHoldStatus } from './stock-status.ts';

/** Goods that are promised to a shipment, on the shelf or picked, with the kind of place where they are. */
export interface PlacedReservation extends Reservation {
  readonly locationType: string;
}

/** Picked goods of a lot on hold stay in the building: `inventory.lot_on_hold`. */
export function whyLotOnHold(goods: readonly Pick<Reservation, 'item' | 'lot' | 'inventoryStatus'>[]): Problem | null {
  const frozen = goods.find(({ inventoryStatus }) => inventoryStatus === onHoldStatus);
  return frozen ? problem('inventory.lot_on_hold', { item: itemNumberOf(frozen.item), lot: frozen.lot }) : null;
}
