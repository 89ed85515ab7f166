import { type Problem, problem } from '../kernel/problem.ts';
import type { Reservation } from './reservation.ts';

/** Goods that were picked and have not left, each with what keeps them from being brought back. */
export interface PickedGoods extends Reservation {
  /** The carton that they are packed into; null: none. */
  readonly carton: string | null;
  /** They stand at a door, on the truck. */
  readonly isLoaded: boolean;
}

/**
 * Why picked goods cannot be sent back to their shelves as they are: `picking.goods_packed` somebody has to take them out
 * of their carton first; `picking.goods_loaded` they are on the truck. Null where nothing is in the way.
 */
export function whyNotBack(goods: readonly PickedGoods[]): Problem | null {
  const packed = goods.find(({ carton }) => carton !== null);
  if (packed) return problem('picking.goods_packed', { carton: packed.carton ?? '' });
  const loaded = goods.find(({ isLoaded }) => isLoaded);
  return loaded ? problem('picking.goods_loaded', { location: loaded.location }) : null;
}
