import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { problem } from '../kernel/problem.ts';
import { itemMeant } from '../ledger/select-stock.ts';
import { isProblem, type StockItem } from '../ledger/stock-item.ts';
import { type CountPlace, whyNotCountable } from './scope.ts';

const code = z.string().min(1).max(64);
const codes = z.array(code).min(1).max(500);

/** More places than this are not asked for at once. */
export const placesAtOnce = 500;

/** A plan, or zones, places, items, or these items at these places. */
const body = z.strictObject({
  plan: code.optional(),
  locations: codes.optional(),
  /** Every place of these zones that is counted. Who counts there takes the next by `counting.start` with the zone. */
  zones: codes.optional(),
  items: codes.optional(),
  sourceSystem: code.optional(),
  /** Where something is different, somebody else counts it once more. A plan says so itself. */
  secondCounter: z.boolean().optional(),
});

export type RequestBody = z.infer<typeof body>;

/** Sends people to count: what a plan says is due, or what somebody asks for. */
export const request = operation({ type: 'counting.request', version: 1, body });

export interface RequestFacts {
  /** What is due of the plan that was named; null: there is no such plan. */
  readonly due: { readonly places: readonly ToBeCounted[]; readonly isSecondCounter: boolean } | null;
  readonly locations: ReadonlyMap<string, CountPlace | null>;
  /** The places of the zones that were named and can be counted, in walking order. */
  readonly zones: ReadonlyMap<string, readonly string[]>;
  readonly items: readonly StockItem[];
}

/** All of a place, an item wherever it is, or an item at a place. */
export interface ToBeCounted {
  readonly location: string | null;
  /** The item's key, and its number. */
  readonly item: { readonly key: string; readonly number: string } | null;
}

export interface RequestPlan {
  readonly places: readonly ToBeCounted[];
  readonly isSecondCounter: boolean;
  readonly plan: string | null;
}

export interface RequestResult {
  /** Work for each place: new, or what was open for the same. */
  readonly work: readonly { readonly work: string; readonly location: string | null; readonly item: string | null }[];
}

/**
 * Refusals, in this order: `counting.request_unclear` neither a plan nor zones nor places nor items, or a plan and others;
 * `counting.plan_unknown`; of each zone `counting.zone_unknown` nothing there is counted; of each place `location.unknown`,
 * `counting.not_countable`; of each item `item.unknown`,
 * `item.ambiguous`; `counting.too_many_places`. Where nothing is due nothing is made, and the answer is empty.
 */
export function decideRequest(
  { body: asked }: Command<RequestBody>,
  facts: RequestFacts,
): Decision<RequestPlan, RequestResult> {
  const isNamed = [asked.zones, asked.locations, asked.items].some((named) => named !== undefined);
  if (isNamed === (asked.plan !== undefined)) return refused(problem('counting.request_unclear'));
  if (asked.plan !== undefined) {
    if (!facts.due) return refused(problem('counting.plan_unknown', { plan: asked.plan }));
    return applied({ ...facts.due, plan: asked.plan }, { work: [] });
  }
  const noZone = asked.zones?.find((zone) => (facts.zones.get(zone) ?? []).length === 0);
  if (noZone !== undefined) return refused(problem('counting.zone_unknown', { zone: noZone }));
  for (const location of asked.locations ?? []) {
    const noPlace = whyNotCountable(facts.locations.get(location) ?? null, location);
    if (noPlace) return refused(noPlace);
  }
  const items: { readonly key: string; readonly number: string }[] = [];
  for (const number of new Set(asked.items ?? [])) {
    const meant = itemMeant(number, facts.items, [], asked.sourceSystem);
    if (isProblem(meant)) return refused(meant);
    items.push({ key: meant.key, number: meant.number });
  }
  const inZones = (asked.zones ?? []).flatMap((zone) => facts.zones.get(zone) ?? []);
  const places = togetherWith([...new Set([...(asked.locations ?? []), ...inZones])], items);
  if (places.length > placesAtOnce) {
    return refused(problem('counting.too_many_places', { asked: places.length, most: placesAtOnce }));
  }
  return applied({ places, isSecondCounter: asked.secondCounter ?? false, plan: null }, { work: [] });
}

function togetherWith(locations: readonly string[], items: readonly NonNullable<ToBeCounted['item']>[]): ToBeCounted[] {
  if (items.length === 0) return locations.map((location) => ({ location, item: null }));
  if (locations.length === 0) return items.map((item) => ({ location: null, item }));
  return locations.flatMap((location) => items.map((item) => ({ location, item })));
}
