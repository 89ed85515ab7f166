import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type Content, type Goods, type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import type { PutawayOrigin, PutawayRule, PutawayStrategy } from '#shared/ledger/putaway-rule.ts';
import { defaultRules } from './default-rules.ts';
import { whyNotFor } from './rule-fits.ts';

/**
 * Where goods should go, or null when no place is known and a person chooses. The rules are tried in order, those that
 * are for the goods; of each its strategies in order; of each the locations from the nearest to the farthest. The place
 * takes the goods by the same rule that judges the put.
 */
export function propose(
  goods: Goods,
  locations: readonly LocationState[],
  rules: readonly PutawayRule[] = defaultRules,
  from: PutawayOrigin | null = null,
): LocationState | null {
  for (const stage of stagesFor(goods, rules, from)) {
    const found = pickIn(stage, goods, locations, from);
    if (found) return found;
  }
  return null;
}

/** One strategy of one rule that is for the goods. */
export interface Stage {
  readonly rule: PutawayRule;
  readonly strategy: PutawayStrategy;
}

/** All that is tried for the goods, in order. Nothing after a rule that stops. */
export function stagesFor(goods: Goods, rules: readonly PutawayRule[], from: PutawayOrigin | null): readonly Stage[] {
  if (goods.contents.length === 0) return [];
  const meant = rules.filter((rule) => whyNotFor(rule, goods, from) === null);
  const last = meant.findIndex(({ otherwise }) => otherwise === 'stop');
  return (last < 0 ? meant : meant.slice(0, last + 1)).flatMap((rule) =>
    rule.strategies.map((strategy) => ({ rule, strategy })),
  );
}

/** The place that one stage chooses among these; the server gives the few that can be meant, a device all it knows. */
export function pickIn(
  stage: Stage,
  goods: Goods,
  locations: readonly LocationState[],
  from: PutawayOrigin | null,
): LocationState | null {
  const possible = locations.filter((location) => whyNotChosen(stage, location, goods) === null);
  return possible.sort(byDistanceFrom(from)).find((location) => whyNotFit(location, goods) === null) ?? null;
}

/**
 * Why a stage does not look at a location, whether or not it would take the goods: `putaway.other_type`,
 * `putaway.other_zone`, `putaway.not_fixed`, `putaway.kept_for_fixed`, `putaway.other_lot_there`,
 * `putaway.other_item_there`, `putaway.not_empty`.
 */
export function whyNotChosen({ rule, strategy }: Stage, location: LocationState, goods: Goods): Problem | null {
  const { code, type, zone, fixedItem } = location;
  if (!isOfType(rule, strategy, type)) return problem('putaway.other_type', { location: code, type });
  if (rule.zones.length > 0 && !rule.zones.includes(zone)) {
    return problem('putaway.other_zone', { location: code, zone, zones: rule.zones.join(', ') });
  }
  if (strategy === 'fixed') return fixedItem === null ? problem('putaway.not_fixed', { location: code }) : null;
  if (fixedItem !== null) return problem('putaway.kept_for_fixed', { location: code });
  if (strategy === 'same-lot' && !holds(location, goods, isSameLot)) {
    return problem('putaway.other_lot_there', { location: code });
  }
  if (strategy === 'same-item' && !holds(location, goods, isSameItem)) {
    return problem('putaway.other_item_there', { location: code });
  }
  if (strategy === 'empty' && location.contents.length > 0) return problem('putaway.not_empty', { location: code });
  return null;
}

function isOfType({ locationTypes }: PutawayRule, strategy: PutawayStrategy, type: string): boolean {
  const use = useOf(type);
  if (!use.isPutTarget) return false;
  if (locationTypes.length > 0) return (locationTypes as readonly string[]).includes(type);
  return strategy === 'fixed' || use.isBulk;
}

/** From the nearest to the farthest, along the way that people walk. */
export function byDistanceFrom(from: PutawayOrigin | null) {
  const distance = ({ walkSequence }: LocationState) => Math.abs(walkSequence - (from?.walkSequence ?? 0));
  return (one: LocationState, other: LocationState): number =>
    distance(one) - distance(other) ||
    one.walkSequence - other.walkSequence ||
    (one.code < other.code ? -1 : one.code > other.code ? 1 : 0);
}

function holds(location: LocationState, goods: Goods, same: (a: Content, b: Content) => boolean): boolean {
  return location.contents.some((there) => goods.contents.some((coming) => same(there, coming)));
}

function isSameItem(a: Content, b: Content): boolean {
  return a.item === b.item;
}

function isSameLot(a: Content, b: Content): boolean {
  return a.item === b.item && a.lot === b.lot;
}
