import { type Problem, problem } from '../kernel/problem.ts';

/**
 * A location with what stands there, as far as the rules of capacity and mixing need it. Goods without a plate take one
 * place together. `capacityPlates` null: no limit.
 */
export interface LocationState {
  readonly code: string;
  readonly type: string;
  readonly zone: string;
  readonly walkSequence: number;
  readonly capacityPlates: number | null;
  readonly mixedItems: boolean;
  readonly mixedLots: boolean;
  /** The key of the one item that belongs here. */
  readonly fixedItem: string | null;
  readonly isActive: boolean;
  /** How many licence plates stand here. */
  readonly plates: number;
  readonly hasLoose: boolean;
  /** The different items and lots that are here; '' for no lot. */
  readonly contents: readonly { readonly item: string; readonly lot: string }[];
}

/** Goods on their way to a location: the different items and lots, on a plate or loose. */
export interface Goods {
  readonly licensePlate: string | null;
  readonly contents: readonly { readonly item: string; readonly lot: string }[];
}

/**
 * Why goods may not stand at a location, or null when they may. In this order: `location.inactive`,
 * `location.other_item` (it belongs to one item), `location.mixes_items`, `location.mixes_lots`, `location.full`.
 */
export function whyNotFit(location: LocationState, goods: Goods): Problem | null {
  const params = { location: location.code };
  if (!location.isActive) return problem('location.inactive', params);
  const items = new Set(goods.contents.map((content) => content.item));
  const isOthers = location.fixedItem !== null && [...items].some((item) => item !== location.fixedItem);
  if (isOthers) return problem('location.other_item', { ...params, item: numberOf(location.fixedItem ?? '') });
  const there = new Set(location.contents.map((content) => content.item));
  const mixesItems = new Set([...there, ...items]).size > 1 && [...items].some((item) => !there.has(item));
  if (!location.mixedItems && mixesItems) {
    return problem('location.mixes_items', { ...params, item: numberOf([...there][0] ?? [...items][0] ?? '') });
  }
  if (!location.mixedLots && mixesLots(location, goods)) return problem('location.mixes_lots', params);
  if (isFull(location, goods)) return problem('location.full', { ...params, plates: location.capacityPlates ?? 0 });
  return null;
}

function mixesLots(location: LocationState, goods: Goods): boolean {
  const all = [...location.contents, ...goods.contents];
  return goods.contents.some((coming) => all.some((other) => other.item === coming.item && other.lot !== coming.lot));
}

function isFull(location: LocationState, goods: Goods): boolean {
  if (location.capacityPlates === null) return false;
  if (goods.licensePlate === null && location.hasLoose) return false;
  const taken = location.plates + (location.hasLoose ? 1 : 0);
  return taken + 1 > location.capacityPlates;
}

function numberOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
