import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { PlacedReservation } from '#shared/ledger/shipment-goods.ts';

/** What cartons may be. Codes as in the outside contract. */
export const cartonTypes = ['BOX-S', 'BOX-M', 'PALLET'] as const;

export interface Carton {
  readonly carton: string;
  readonly shipment: string;
  readonly status: 'open' | 'closed' | 'loaded' | 'shipped';
  readonly location: string;
  readonly warehouse: string;
}

/** A carton with the goods of its shipment. */
export interface CartonFacts {
  /** `command:<id>` resolved; null where there is none. */
  readonly carton: Carton | null;
  /** What is picked for its shipment and in the building. */
  readonly goods: readonly PlacedReservation[];
  /** Numbers of all cartons of the shipment. */
  readonly cartons: readonly string[];
}

/** What keeps a shipment from being packed. */
export interface PackingHold {
  /** Numbers of its orders that are on hold. */
  readonly heldOrders: readonly string[];
  /** They were put on hold after the device's `knownAt`; left out: the device knew, or was able to. */
  readonly isHoldNews?: boolean;
}

/** A hold stops what is packed, as it stops what is picked and loaded: `packing.order_held`. */
export function whyHeld(shipment: string, { heldOrders: [order] }: PackingHold): Problem | null {
  return order === undefined ? null : problem('packing.order_held', { shipment, order });
}

/**
 * Why nothing can be done to a carton. In this order: `packing.carton_unknown`, `packing.carton_elsewhere` of another
 * warehouse, `packing.carton_shipped`, `packing.carton_closed`.
 */
export function whyNotOpen(asked: string, warehouse: string, { carton }: Pick<CartonFacts, 'carton'>): Problem | null {
  if (!carton) return problem('packing.carton_unknown', { carton: asked });
  const named = { carton: carton.carton };
  if (carton.warehouse !== warehouse)
    return problem('packing.carton_elsewhere', { ...named, warehouse: carton.warehouse });
  if (carton.status === 'shipped') return problem('packing.carton_shipped', named);
  return carton.status === 'open' ? null : problem('packing.carton_closed', named);
}
