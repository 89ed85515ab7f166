import { countableTypes } from '#shared/ledger/count-plan.ts';
import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { countType, none, openStatus, pickType, replenishType } from './literals.ts';
import { publishCarriers } from './plate-family.queries.ts';

/** Count work, as far as it says whose goods are being counted by whom. `location` '': the item wherever it is. */
export interface CountedBy {
  readonly warehouse: string;
  readonly location: string;
  readonly itemKey: string | null;
  readonly by: string | null;
}

const countWork = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['warehouse', 'from_location as location', 'item_key as itemKey', 'claimed_by as by'])
    .where('id', '=', p('id')),
);

/** Where an item stands that can be counted; what is on its way is counted by those who move it. */
const placesOfItem = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance as b')
    .innerJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'b.warehouse').onRef('l.code', '=', 'b.location'),
    )
    .select('b.location')
    .distinct()
    .where('b.item_key', '=', p('itemKey'))
    .where('b.warehouse', '=', p('warehouse'))
    .where('l.type', 'in', [...countableTypes])
    .orderBy('b.location'),
);

const platesAt = statement<{ warehouse: string; location: string }>()((k, p) =>
  k
    .selectFrom('balance as b')
    .innerJoin('license_plate as l', 'l.number', 'b.license_plate')
    .select(['l.number', 'l.parent', 'b.item_key'])
    .distinct()
    .where('b.warehouse', '=', p('warehouse'))
    .where('b.location', '=', p('location'))
    .where('b.license_plate', '<>', none)
    .orderBy('l.number'),
);

const fetchedBy = statement<{ badge: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('claimed_by', '=', p('badge'))
    .where('status', '=', openStatus)
    .where('type', 'in', [pickType, replenishType])
    .orderBy('id'),
);

/** In the words of the partial index of claims: they are few. */
const claimsRunOut = statement<{ from: number; until: number }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['warehouse', 'from_location as location', 'item_key as itemKey', 'claimed_by as by'])
    .where('claimed_by', '>', none)
    .where('status', '=', openStatus)
    .where('type', '=', countType)
    .where('claimed_at', '>', p('from'))
    .where('claimed_at', '<=', p('until')),
);

export async function countedBy(read: Runner, id: string): Promise<CountedBy | undefined> {
  return read.one(countWork, { id });
}

/** Where an item is on the books and can be counted. */
export async function locationsOf(read: Runner, warehouse: string, itemKey: string): Promise<string[]> {
  return (await read.all(placesOfItem, { warehouse, itemKey })).map(({ location }) => location);
}

/** What was claimed between two instants, the first left out, and is to be counted still. */
export function claimedBetween(read: Runner, from: number, until: number): Promise<CountedBy[]> {
  return read.all(claimsRunOut, { from, until });
}

/**
 * Somebody begins or ceases to count goods: what tells how much of them there is, is another thing for them than before,
 * and told anew. Of the others' pick work it is only told when that changes.
 */
export async function tellOfCounted(
  trx: AppTrx,
  { warehouse, location, itemKey }: CountedBy,
  badges: readonly string[],
): Promise<void> {
  const publish = (thing: string, key: string) => trx.publish({ kind: 'thing', thing, key, warehouse, deleted: false });
  const places = location === '' && itemKey !== null ? await locationsOf(trx, warehouse, itemKey) : [location];
  for (const place of places) {
    publish('location', place);
    const plates = await trx.all(platesAt, { warehouse, location: place });
    for (const { number, parent } of plates.filter((plate) => itemKey === null || plate.item_key === itemKey)) {
      publish('licensePlate', number);
      if (parent !== null) await publishCarriers(trx, warehouse, number);
    }
  }
  for (const badge of new Set(badges)) {
    for (const { id } of await trx.all(fetchedBy, { badge })) publish('pickWork', id);
  }
}
