import { countableTypes } from '#shared/ledger/count-plan.ts';
import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { none, openStatus, pickType, replenishType, rowByRow } from './literals.ts';
import { publishCarriers } from './plate-family.queries.ts';

/** Goods that are being counted. `location` '': the item wherever it is. */
export interface CountedWork {
  readonly warehouse: string;
  readonly location: string;
  readonly itemKey: string | null;
}

const countWork = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['warehouse', 'from_location as location', 'item_key as itemKey'])
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

/** In no order, so that it is asked in the one of the partial index of claims: they are few. */
function fetching(items: 'one' | 'those at a place') {
  return statement<{ warehouse: string; of: string }>()((k, p) =>
    k
      .selectFrom('work as w')
      .select('w.id')
      .where('w.claimed_by', '>', none)
      .where('w.status', '=', openStatus)
      .where('w.type', 'in', [pickType, replenishType])
      .where(rowByRow('w.warehouse'), '=', p('warehouse'))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('work_line as l')
            .innerJoin('balance as b', 'b.item_key', 'l.item_key')
            .select('l.line')
            .whereRef('l.work', '=', 'w.id')
            .where('b.warehouse', '=', p('warehouse'))
            .where(items === 'one' ? 'b.item_key' : 'b.location', '=', p('of')),
        ),
      ),
  );
}

const fetchingItem = fetching('one');
const fetchingFrom = fetching('those at a place');

const begunAt = statement<{ from: number; until: number }>()((k, p) =>
  k
    .selectFrom('count_begun as b')
    .innerJoin('work as w', 'w.id', 'b.work')
    .select(['w.warehouse', 'w.from_location as location', 'w.item_key as itemKey'])
    .where(rowByRow('w.status'), '=', openStatus)
    .where('b.begun_at', '>', p('from'))
    .where('b.begun_at', '<=', p('until')),
);

/** What somebody was sent to count. */
export async function countedWork(read: Runner, id: string): Promise<CountedWork | undefined> {
  return read.one(countWork, { id });
}

/** Where an item is on the books and can be counted. */
export async function locationsOf(read: Runner, warehouse: string, itemKey: string): Promise<string[]> {
  return (await read.all(placesOfItem, { warehouse, itemKey })).map(({ location }) => location);
}

/** What somebody began between two instants, the first left out, and is to be counted still. */
export function begunBetween(read: Runner, from: number, until: number): Promise<CountedWork[]> {
  return read.all(begunAt, { from, until });
}

/**
 * Somebody begins or ceases to count goods: what tells how much of them there is, is another thing for them than before,
 * and told anew. So is the work of others that says where else such goods are: a device has a copy of everybody's.
 */
export async function tellOfCounted(trx: AppTrx, { warehouse, location, itemKey }: CountedWork): Promise<void> {
  const publish = (thing: string, key: string) => trx.publish({ kind: 'thing', thing, key, warehouse, deleted: false });
  const places = location === '' && itemKey !== null ? await locationsOf(trx, warehouse, itemKey) : [location];
  for (const place of places) {
    publish('location', place);
    for (const { number, parent, item_key } of await trx.all(platesAt, { warehouse, location: place })) {
      if (itemKey === null || item_key === itemKey) publish('licensePlate', number);
      // Of whatever carries something there, where all is counted: see `withhold.ts`.
      if (itemKey === null && parent !== null) await publishCarriers(trx, warehouse, number);
    }
  }
  const [fetched, of] = itemKey === null ? ([fetchingFrom, location] as const) : ([fetchingItem, itemKey] as const);
  const works = (await trx.all(fetched, { warehouse, of })).map(({ id }) => id);
  for (const id of works.sort()) publish('pickWork', id);
}
