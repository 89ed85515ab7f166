import { sql } from 'kysely';
import type { Goods } from '#shared/ledger/fits.ts';
import { locationTypes, useOf } from '#shared/ledger/location-type.ts';
import type { PutawayOrigin } from '#shared/ledger/putaway-rule.ts';
import type { Stage } from '#shared/putaway/propose.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { type LocationFacts, locationsWithCodes } from '../platform/facts/locations.queries.ts';

const fixedFor = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select('code')
    .where('fixed_item', '=', p('itemKey'))
    .where('warehouse', '=', p('warehouse')),
);

const holding = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .select('location as code')
    .distinct()
    .where('item_key', '=', p('itemKey'))
    .where('warehouse', '=', p('warehouse')),
);

/** How many locations are looked at together, nearest first. Usually the first of them takes the goods. */
const together = 24;

/**
 * The locations that one stage of the rules can mean, a few at a time: those that the item has, or those along the way
 * from the dock, the nearest first. Whoever has found a place among some of them need not ask for more.
 */
export async function* candidatesOf(
  read: Runner,
  warehouse: string,
  stage: Stage,
  goods: Goods,
  from: PutawayOrigin | null,
): AsyncGenerator<readonly LocationFacts[]> {
  if (stage.strategy === 'empty' || stage.strategy === 'nearest') {
    yield* alongTheWay(read, warehouse, stage, from?.walkSequence ?? 0);
    return;
  }
  const ofItem = stage.strategy === 'fixed' ? fixedFor : holding;
  const codes = new Set<string>();
  for (const itemKey of new Set(goods.contents.map(({ item }) => item))) {
    for (const { code } of await read.all(ofItem, { warehouse, itemKey })) codes.add(code);
  }
  yield await locationsWithCodes(read, warehouse, [...codes]);
}

interface Spot {
  readonly code: string;
  readonly walk_sequence: number;
}

/** Goes both ways from where the goods are, and gives the nearer spots first. */
async function* alongTheWay(
  read: Runner,
  warehouse: string,
  stage: Stage,
  start: number,
): AsyncGenerator<readonly LocationFacts[]> {
  const onward = spots(read, warehouse, stage, start, 'asc');
  const back = spots(read, warehouse, stage, start, 'desc');
  let ahead = await onward.next();
  let behind = await back.next();
  let codes: string[] = [];
  while (!(ahead.done && behind.done)) {
    const isBack =
      ahead.done || (!behind.done && start - behind.value.walk_sequence <= ahead.value.walk_sequence - start);
    const nearer = (isBack ? behind : ahead).value;
    if (nearer) codes.push(nearer.code);
    if (isBack) behind = await back.next();
    else ahead = await onward.next();
    // What is equally far is looked at together.
    if (codes.length >= together && nearer && !isTie(start, nearer, ahead, behind)) {
      yield await locationsWithCodes(read, warehouse, codes);
      codes = [];
    }
  }
  if (codes.length > 0) yield await locationsWithCodes(read, warehouse, codes);
}

function isTie(start: number, last: Spot, ...next: readonly IteratorResult<Spot, undefined>[]): boolean {
  const distance = (spot: Spot) => Math.abs(spot.walk_sequence - start);
  return next.some(({ value }) => value !== undefined && distance(value) === distance(last));
}

async function* spots(
  read: Runner,
  warehouse: string,
  { rule, strategy }: Stage,
  start: number,
  direction: 'asc' | 'desc',
): AsyncGenerator<Spot, undefined> {
  const types = rule.locationTypes.length > 0 ? rule.locationTypes : bulkTypes;
  let last: Spot | null = null;
  for (;;) {
    let query = read.k
      .selectFrom('location')
      .select(['code', 'walk_sequence'])
      .where('warehouse', '=', warehouse)
      .where('type', 'in', types)
      .where('active', '=', sql.lit(1))
      .where('fixed_item', 'is', null)
      .where('walk_sequence', direction === 'asc' ? '>=' : '<', start);
    if (rule.zones.length > 0) query = query.where('zone', 'in', rule.zones);
    if (strategy === 'empty') {
      query = query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('balance')
              .select('balance.item_key')
              .whereRef('balance.warehouse', '=', 'location.warehouse')
              .whereRef('balance.location', '=', 'location.code'),
          ),
        ),
      );
    }
    if (last !== null) {
      const { code, walk_sequence }: Spot = last;
      query = query.where((eb) =>
        eb.or([
          eb('walk_sequence', direction === 'asc' ? '>' : '<', walk_sequence),
          eb.and([eb('walk_sequence', '=', walk_sequence), eb('code', '>', code)]),
        ]),
      );
    }
    const page: Spot[] = await query.orderBy('walk_sequence', direction).orderBy('code').limit(together).execute();
    yield* page;
    last = page.at(-1) ?? null;
    if (page.length < together) return undefined;
  }
}

const bulkTypes = locationTypes.filter((type) => useOf(type).isBulk);
