import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { ChosenStock, StockCandidate } from '#shared/ledger/choose-stock.ts';
import type { LocationState } from '#shared/ledger/fits.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { asFits } from './as-fits.ts';
import { partsOf, usualPriority } from './meet-need.ts';

/** How much of an item a face is to hold, in steps of the item. */
export interface Limits {
  readonly minimumBase: number;
  readonly maximumBase: number;
}

/** A face as it is, for one item. */
export interface FaceFacts {
  readonly item: StockItem;
  readonly limits: Limits;
  /** The place as it will be with all that is on its way there. */
  readonly face: LocationState;
  /** How much of the item stands there and may be picked, and how much is on its way. */
  readonly onHandBase: number;
  readonly comingBase: number;
  /** Stock of the item in the warehouse. */
  readonly candidates: readonly StockCandidate[];
}

export type FaceVerdict =
  | { readonly state: 'enough' }
  | { readonly state: 'to-fill'; readonly parts: ChosenStock['parts']; readonly priority: number }
  | { readonly state: 'stuck'; readonly why: Problem };

/** A face that has nothing goes with what people ask for; one that still has some comes after it. */
const emptyPriority = usualPriority;
const lowPriority = 800;

/** Whether a face holds less than it should, counting what is on its way; with a minimum of 0 once nothing is there. */
export function isLow({ limits, onHandBase, comingBase }: Pick<FaceFacts, 'limits' | 'onHandBase' | 'comingBase'>) {
  const { minimumBase, maximumBase } = limits;
  return onHandBase + comingBase < Math.max(minimumBase, Math.min(1, maximumBase));
}

/**
 * What a face is filled with once it holds less than its minimum: up to its maximum, out of reserve, what expires first;
 * as much of it as fits, an empty place as well as one that still has some. Why nothing can be brought, in this order:
 * `replenishment.none_in_reserve`; what stands against the goods that would come first, as in `whyNotFit`.
 */
export function judgeFace(facts: FaceFacts): FaceVerdict {
  if (!isLow(facts)) return { state: 'enough' };
  const { item, limits, onHandBase, comingBase, candidates } = facts;
  const lackBase = limits.maximumBase - onHandBase - comingBase;
  const chosen = partsOf(lackBase, item, facts.face.code, candidates);
  if (chosen.length === 0) return stuck(problem('replenishment.none_in_reserve', { item: item.number }));
  const { parts, why } = asFits(chosen, facts.face, item);
  if (parts.length === 0) return stuck(why ?? problem('replenishment.none_in_reserve', { item: item.number }));
  return { state: 'to-fill', parts, priority: onHandBase === 0 ? emptyPriority : lowPriority };
}

function stuck(why: Problem): FaceVerdict {
  return { state: 'stuck', why };
}
