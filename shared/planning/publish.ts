import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { LocationLimits } from '#shared/ledger/fits.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import type { SentPolicy } from './policies-document.ts';

/** A policy of a version. Levels in steps of the item. */
export interface Policy {
  readonly item: string;
  readonly warehouse: string;
  /** '' for the whole warehouse. */
  readonly location: string;
  /** A day `YYYY-MM-DD`; '' for at once. */
  readonly validFrom: string;
  /** The version that brought it. */
  readonly plan: string;
  readonly safetyStockBase: number | null;
  readonly reorderPointBase: number | null;
  readonly minimumBase: number | null;
  readonly maximumBase: number | null;
}

export interface PolicyFacts {
  /** The item meant, or why it is not known which. */
  readonly item: StockItem | Problem;
  /** The warehouse exists, and the publisher may speak of it. */
  readonly isWarehouse: boolean;
  /** The place that is named; null where there is none of that name. */
  readonly place: (Pick<LocationLimits, 'fixedItem'> & { readonly type: string }) | null;
  /** The local day, and the first one that planning may change policies of: the same where nothing is frozen. */
  readonly today: string;
  readonly freeFrom: string;
  /** The local day on which the version was first sent: what is to count from then or before counts at once. */
  readonly publishedOn: string;
  /** The local day of `validFrom`; null where none was named. */
  readonly validFrom: string | null;
}

/** What counts, by what it is about. */
type Known = ReadonlyMap<string, readonly Policy[]>;

export interface JudgedPolicy {
  readonly outcome: 'accepted' | 'rejected' | 'already_published';
  readonly why: Problem | null;
  /** What it is about; null where the item is not known. */
  readonly about: string | null;
  /** What is to count; null where it was rejected. */
  readonly policy: Policy | null;
}

/** A policy as it was sent, with what has to be known to judge it. */
export interface PolicyToJudge {
  readonly sent: SentPolicy;
  readonly facts: PolicyFacts;
}

/**
 * Each policy of a version (`plan`) that is published, or sent once more, in the order in which they were sent. One is
 * rejected for, in this order: `item.unknown` or `item.ambiguous`; `warehouse.unknown`; of the place `location.unknown`,
 * `replenishment.not_a_face`, `location.other_item`; `planning.nothing_said`; of its levels `quantity.too_precise`,
 * `quantity.too_large`, `replenishment.limits_reversed` (also of a reorder point that stands for the minimum);
 * `planning.repeated`; `planning.frozen` it would change what counts on a day that is frozen, also by standing where something
 * else was to begin.
 *
 * `inForce` is what the version holds that is active by now.
 */
export function judgePolicies(
  plan: string,
  policies: readonly PolicyToJudge[],
  inForce: readonly Policy[],
): JudgedPolicy[] {
  const known = Map.groupBy(inForce, keyOf);
  const named = new Set<string>();
  const judged = policies.map((one): JudgedWith => {
    const { facts } = one;
    const judgement = judge(plan, one, known, named);
    if (judgement.policy) named.add(idOf(judgement.policy));
    return { ...judgement, facts };
  });
  return withoutFrozen(judged, known).map(({ facts: _, ...judgement }) => judgement);
}

type JudgedWith = JudgedPolicy & Pick<PolicyToJudge, 'facts'>;

/** What is rejected leaves its days to what the version says of the days before, which is then looked at once more. */
function withoutFrozen(judged: readonly JudgedWith[], known: Known): readonly JudgedWith[] {
  const taken = Map.groupBy(
    judged.flatMap(({ policy }) => policy ?? []),
    keyOf,
  );
  const left = judged.map((one): JudgedWith => {
    const { outcome, policy, facts } = one;
    if (outcome !== 'accepted' || !policy) return one;
    const about = keyOf(policy);
    const why = whyFrozen(policy, facts, { known: known.get(about) ?? [], taken: taken.get(about) ?? [] });
    return why ? { ...one, outcome: 'rejected', why, policy: null } : one;
  });
  return left.every((one, index) => one === judged[index]) ? left : withoutFrozen(left, known);
}

function judge(plan: string, { sent, facts }: PolicyToJudge, known: Known, named: ReadonlySet<string>): JudgedPolicy {
  const { item } = facts;
  if (isProblem(item)) return { outcome: 'rejected', why: item, about: null, policy: null };
  const about = keyOf({ item: item.key, warehouse: sent.warehouse, location: sent.location ?? '' });
  const read = whyNotThere(sent, facts, item) ?? policyOf(plan, sent, facts, item);
  if (isProblem(read)) return { outcome: 'rejected', why: read, about, policy: null };
  const of = known.get(about) ?? [];
  if (named.has(idOf(read))) {
    return { outcome: 'rejected', why: problem('planning.repeated', { item: item.number }), about, policy: null };
  }
  const isThere = of.some((one) => one.plan === plan && one.validFrom === read.validFrom && isEqual(one, read));
  if (isThere) return { outcome: 'already_published', why: null, about, policy: read };
  return { outcome: 'accepted', why: null, about, policy: read };
}

/**
 * Of what counts for the same item and place, `known`, it would change something on a day that is frozen: on its own first
 * day, or when something else was to begin before the next that the version says of them, `taken`.
 */
function whyFrozen(
  policy: Policy,
  { today, freeFrom }: PolicyFacts,
  { known, taken }: { readonly known: readonly Policy[]; readonly taken: readonly Policy[] },
): Problem | null {
  const day = policy.validFrom || today;
  const until = taken.reduce((end, { validFrom }) => (validFrom > day && validFrom < end ? validFrom : end), freeFrom);
  const begun = known.filter(({ validFrom }) => validFrom <= day);
  const before = begun.reduce<Policy | null>(
    (last, one) => (last && last.validFrom > one.validFrom ? last : one),
    null,
  );
  const replaced = known.filter(({ validFrom }) => validFrom > day && validFrom < until);
  const other = replaced.find((one) => !isEqual(one, policy));
  if (day < freeFrom && (!before || !isEqual(before, policy))) return frozenOn(day, policy, freeFrom);
  return other ? frozenOn(other.validFrom, policy, freeFrom) : null;
}

function frozenOn(day: string, { item }: Policy, freeFrom: string): Problem {
  return problem('planning.frozen', { item: itemNumberOf(item), day, freeFrom });
}

/**
 * All that a version holds once its policies were judged: those that were taken; what counted before of each until it
 * begins; and what counted before of those that were rejected, or that are frozen (`isFrozen`).
 */
export function policiesOfVersion(
  judged: readonly JudgedPolicy[],
  inForce: readonly Policy[],
  isFrozen: (policy: Policy) => boolean,
): Policy[] {
  const taken = judged.flatMap(({ policy }) => policy ?? []);
  const rejected = new Set(judged.flatMap(({ about, policy }) => (policy ? [] : (about ?? []))));
  const beginOf = new Map<string, string>();
  for (const policy of taken) {
    const known = beginOf.get(keyOf(policy));
    if (known === undefined || policy.validFrom < known) beginOf.set(keyOf(policy), policy.validFrom);
  }
  const kept = inForce.filter((policy) => {
    const begin = beginOf.get(keyOf(policy));
    if (begin !== undefined) return policy.validFrom < begin;
    return rejected.has(keyOf(policy)) || isFrozen(policy);
  });
  return [...kept, ...taken];
}

function whyNotThere(sent: SentPolicy, { isWarehouse, place }: PolicyFacts, item: StockItem): Problem | null {
  const { warehouse } = sent;
  if (!isWarehouse) return problem('warehouse.unknown', { warehouse });
  const location = sent.location ?? '';
  if (location === '') return null;
  if (!place) return problem('location.unknown', { location });
  if (place.type !== 'pick') return problem('replenishment.not_a_face', { location, type: place.type });
  const isOthers = place.fixedItem !== null && place.fixedItem !== item.key;
  return isOthers ? problem('location.other_item', { location, item: itemNumberOf(place.fixedItem ?? '') }) : null;
}

function policyOf(plan: string, sent: SentPolicy, facts: PolicyFacts, item: StockItem): Policy | Problem {
  const levels = { safetyStock: sent.safetyStock, reorderPoint: sent.reorderPoint };
  const limits = { minimum: sent.minimum, maximum: sent.maximum };
  const read = new Map<string, number | null>();
  for (const [name, level] of Object.entries({ ...levels, ...limits })) {
    const base = level === 0 ? 0 : (level ?? null) === null ? null : readQuantity(item, level ?? 0, item.baseUnit);
    if (isProblem(base)) return base;
    read.set(name, base);
  }
  const steps = (name: string) => read.get(name) ?? null;
  if ([...read.values()].every((base) => base === null)) return problem('planning.nothing_said', { item: item.number });
  const minimum = sent.minimum ?? sent.reorderPoint ?? 0;
  if (sent.maximum !== undefined && sent.maximum !== null && minimum > sent.maximum) {
    return problem('replenishment.limits_reversed', { minimum, maximum: sent.maximum });
  }
  const { validFrom, publishedOn } = facts;
  return {
    ...{ item: item.key, warehouse: sent.warehouse, location: sent.location ?? '', plan },
    validFrom: validFrom !== null && validFrom > publishedOn ? validFrom : '',
    ...{ safetyStockBase: steps('safetyStock'), reorderPointBase: steps('reorderPoint') },
    ...{ minimumBase: steps('minimum'), maximumBase: steps('maximum') },
  };
}

function keyOf({ item, warehouse, location }: Pick<Policy, 'item' | 'warehouse' | 'location'>): string {
  return [item, warehouse, location].join('\u0000');
}

/** A policy of an item at a place, with the day on which it begins. */
function idOf(policy: Policy): string {
  return `${keyOf(policy)}\u0000${policy.validFrom}`;
}

function isEqual(a: Policy, b: Policy): boolean {
  return (
    a.safetyStockBase === b.safetyStockBase &&
    a.reorderPointBase === b.reorderPointBase &&
    a.minimumBase === b.minimumBase &&
    a.maximumBase === b.maximumBase
  );
}
