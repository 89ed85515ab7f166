import { sourceSystemOf } from '#shared/ledger/item-key.ts';
import type { Limits } from './fill-face.ts';

/** What people set for an item at a place. */
export interface OwnLimit extends Limits {
  readonly location: string;
  readonly item: string;
}

/** What the active version of a plan says of an item: at a place, or (`location` '') at each face of it. */
export interface PlannedLimit {
  readonly location: string;
  readonly item: string;
  /** The source system of the publisher's key; '' for a key of all. */
  readonly scope: string;
  /** A day `YYYY-MM-DD`; '' for always. */
  readonly validFrom: string;
  readonly plan: string;
  readonly reorderPointBase: number | null;
  readonly minimumBase: number | null;
  readonly maximumBase: number | null;
}

/** A place from which an item is picked, with how much of it is to be there. */
export interface LimitedFace {
  readonly location: string;
  readonly item: string;
  readonly limits: Limits;
  /** The version of the plan that says so; null: people do. */
  readonly plan: string | null;
}

/**
 * How much of each item is to be at which place: what a plan says of the place itself, else what people set, else what a
 * plan says of the item in the warehouse, for each of its faces. `faces` are the places that belong to an item. Of several
 * policies the one that began last counts, and of two publishers the one of the item's own system.
 */
export function limitedFaces(
  own: readonly OwnLimit[],
  planned: readonly PlannedLimit[],
  faces: readonly { readonly location: string; readonly item: string }[],
): LimitedFace[] {
  const inForce = new Map<string, PlannedLimit>();
  for (const policy of [...planned].sort(byRank)) inForce.set(keyOf(policy), policy);
  const found = new Map<string, LimitedFace>();
  const add = (key: string, face: LimitedFace | null) => {
    if (face && !found.has(key)) found.set(key, face);
  };
  for (const policy of inForce.values()) {
    if (policy.location !== '') add(keyOf(policy), faceOf(policy, policy.location));
  }
  for (const { location, item, minimumBase, maximumBase } of own) {
    add(keyOf({ location, item }), { location, item, limits: { minimumBase, maximumBase }, plan: null });
  }
  for (const { location, item } of faces) {
    const policy = inForce.get(keyOf({ location: '', item }));
    if (policy) add(keyOf({ location, item }), faceOf(policy, location));
  }
  return [...found.values()];
}

/** A policy without a maximum fills up to its minimum; without a minimum its reorder point is one. */
function faceOf(policy: PlannedLimit, location: string): LimitedFace | null {
  const minimumBase = policy.minimumBase ?? policy.reorderPointBase;
  if (minimumBase === null) return null;
  const maximumBase = Math.max(minimumBase, policy.maximumBase ?? minimumBase);
  return { location, item: policy.item, limits: { minimumBase, maximumBase }, plan: policy.plan };
}

function keyOf({ location, item }: { readonly location: string; readonly item: string }): string {
  return `${item}\u0000${location}`;
}

/** The one that counts comes last. */
function byRank(a: PlannedLimit, b: PlannedLimit): number {
  const isOwn = ({ scope, item }: PlannedLimit) => Number(scope === sourceSystemOf(item));
  return isOwn(a) - isOwn(b) || (a.validFrom < b.validFrom ? -1 : Number(a.validFrom > b.validFrom));
}
