import { sql } from 'kysely';
import type { Goods, LocationState } from '#shared/ledger/fits.ts';
import { locationTypes, useOf } from '#shared/ledger/location-type.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { locationsOf, stateColumns } from '../platform/facts/locations.queries.ts';

const bulkTypes = locationTypes.filter((type) => useOf(type).isBulk);

/** Locations that belong to the item. */
const fixedFor = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('location')
    .leftJoin('balance', (join) =>
      join.onRef('balance.warehouse', '=', 'location.warehouse').onRef('balance.location', '=', 'location.code'),
    )
    .select([...stateColumns])
    .where('location.fixed_item', '=', p('itemKey'))
    .where('location.warehouse', '=', p('warehouse')),
);

/** Locations where the item is already. */
const holding = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance as same')
    .innerJoin('location', (join) =>
      join.onRef('location.warehouse', '=', 'same.warehouse').onRef('location.code', '=', 'same.location'),
    )
    .innerJoin('balance', (join) =>
      join.onRef('balance.warehouse', '=', 'same.warehouse').onRef('balance.location', '=', 'same.location'),
    )
    .select([...stateColumns])
    .distinct()
    .where('same.item_key', '=', p('itemKey'))
    .where('same.warehouse', '=', p('warehouse'))
    .where('location.type', 'in', bulkTypes),
);

/** The first empty bulk location in walking order. */
const firstEmpty = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('location')
    .leftJoin('balance', (join) =>
      join.onRef('balance.warehouse', '=', 'location.warehouse').onRef('balance.location', '=', 'location.code'),
    )
    .select([...stateColumns])
    .where('location.warehouse', '=', p('warehouse'))
    .where('location.type', 'in', bulkTypes)
    .where('location.active', '=', sql.lit(1))
    .where('location.fixed_item', 'is', null)
    .where('balance.item_key', 'is', null)
    .orderBy('location.walk_sequence')
    .limit(1),
);

/** The few locations that the rule of put-away can propose for these goods. */
export async function candidatesFor(read: Runner, warehouse: string, goods: Goods): Promise<LocationState[]> {
  const rows = await read.all(firstEmpty, { warehouse });
  for (const itemKey of new Set(goods.contents.map(({ item }) => item))) {
    rows.push(...(await read.all(fixedFor, { warehouse, itemKey })));
    rows.push(...(await read.all(holding, { warehouse, itemKey })));
  }
  return locationsOf(rows);
}
