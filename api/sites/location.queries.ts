import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { handsType, type LocationType } from '#shared/ledger/location-type.ts';
import type { ShownLocation } from '#shared/sites/location.ts';
import { bulkTable } from '../platform/db/bulk.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { lockFirst } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { countType, openStatus, pickType, rowByRow } from '../platform/facts/literals.ts';
import { listIn, locationToLock } from '../platform/facts/locations.queries.ts';
import type { AppTrx } from '../platform/store.ts';

const locationRow = statement<{ warehouse: string; code: string }>()((k, p) =>
  k
    .selectFrom('location')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('code', '=', p('code'))
    .where('type', '<>', handsType),
);

const locationsOfWarehouse = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('location')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('type', '<>', handsType)
    .orderBy('walk_sequence')
    .orderBy('code'),
);

const locationTable = bulkTable(
  'location',
  [
    ['warehouse', 'text'],
    ['code', 'text'],
    ['type', 'text'],
    ['zone', 'text'],
    ['walk_sequence', 'bigint'],
    ['check_digit', 'text'],
    ['capacity_plates', 'bigint'],
    ['capacity_weight_grams', 'bigint'],
    ['capacity_volume_cm3', 'bigint'],
    ['mixed_items', 'bigint'],
    ['mixed_lots', 'bigint'],
    ['mixed_statuses', 'bigint'],
    ['mixed_owners', 'bigint'],
    ['only_categories', 'text'],
    ['barred_categories', 'text'],
    ['allowed_statuses', 'text'],
    ['allows_negative', 'bigint'],
    ['fixed_item', 'text'],
    ['active', 'bigint'],
    ['version', 'bigint'],
  ],
  ['warehouse', 'code'],
);

export interface KeptLocation {
  readonly location: ShownLocation;
  readonly version: number;
}

export async function keptLocation(read: Runner, warehouse: string, code: string): Promise<KeptLocation | null> {
  const row = await read.one(locationRow, { warehouse, code });
  return row ? keptFrom(row) : null;
}

/** Every location of a warehouse, in walking order. */
export async function keptLocations(read: Runner, warehouse: string): Promise<KeptLocation[]> {
  return (await read.all(locationsOfWarehouse, { warehouse })).map(keptFrom);
}

/** Keeps locations, new ones and changed ones, and tells devices. `fixedItems` are the keys of fixed items by code. */
export async function keepLocations(
  trx: AppTrx,
  warehouse: string,
  locations: readonly KeptLocation[],
  fixedItems: ReadonlyMap<string, string>,
): Promise<void> {
  trx.memory.clear();
  await locationTable.put(
    trx,
    locations.map(({ location, version }) => ({
      warehouse,
      code: location.code,
      type: location.type,
      zone: location.zone,
      walk_sequence: location.sequence,
      check_digit: location.checkDigit,
      capacity_plates: location.capacity.plates,
      capacity_weight_grams: location.capacity.weightGrams,
      capacity_volume_cm3: location.capacity.volumeCm3,
      mixed_items: Number(location.mixing.items),
      mixed_lots: Number(location.mixing.lots),
      mixed_statuses: Number(location.mixing.statuses),
      mixed_owners: Number(location.mixing.owners),
      only_categories: listText(location.onlyCategories),
      barred_categories: listText(location.barredCategories),
      allowed_statuses: listText(location.allowedStatuses),
      allows_negative: Number(location.allowNegativeStock),
      fixed_item: fixedItems.get(location.code) ?? null,
      active: Number(location.active),
      version,
    })),
  );
  const codes = locations.map(({ location }) => location.code);
  for (const key of codes) trx.publish({ kind: 'thing', thing: 'location', key, warehouse, deleted: false });
  await tellOfWork(trx, warehouse, codes);
}

/** Counts are told with the zone of their place, and work to pick with the first staging place where none was planned. */
async function tellOfWork(trx: AppTrx, warehouse: string, codes: readonly string[]): Promise<void> {
  for (let start = 0; start < codes.length; start += atOnce) {
    const counts = await trx.all(countsAt, { warehouse, codes: codes.slice(start, start + atOnce) });
    for (const { id: key } of counts)
      trx.publish({ kind: 'thing', thing: 'countWork', key, warehouse, deleted: false });
  }
  for (const { id: key } of await trx.all(claimedPicks, { warehouse })) {
    trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: false });
  }
}

const countsAt = statement<{ warehouse: string; codes: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('work')
    .select('id')
    .where('warehouse', '=', p('warehouse'))
    .where(isOneOf(dialect, 'from_location', p('codes')))
    .where('type', '=', countType)
    .where('status', '=', openStatus),
);

const claimedPicks = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('warehouse', '=', p('warehouse'))
    .where('type', '=', pickType)
    .where('status', '=', openStatus)
    .where('claimed_by', 'is not', null),
);

const atOnce = 500;

/**
 * Which of these locations have goods, or less than none. Nobody puts any there or takes any away until the transaction
 * ends.
 */
export async function locationsInUse(trx: AppTrx, warehouse: string, codes: readonly string[]): Promise<Set<string>> {
  for (const code of codes.toSorted()) await lockFirst(trx, locationToLock, { warehouse, code });
  const found = new Set<string>();
  for (let start = 0; start < codes.length; start += atOnce) {
    const rows = await trx.k
      .selectFrom('balance')
      .select('location')
      .distinct()
      .where('warehouse', '=', warehouse)
      .where('location', 'in', codes.slice(start, start + atOnce))
      .where('quantity_base', '<>', 0)
      .execute();
    for (const { location } of rows) found.add(location);
  }
  return found;
}

const platesHere = statement<{ warehouse: string; numbers: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('license_plate')
    .select('number')
    .where(isOneOf(dialect, 'number', p('numbers')))
    .where(rowByRow('warehouse'), '=', p('warehouse')),
);

const platesToCome = statement<{ warehouse: string; numbers: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('expected_plate as e')
    .innerJoin('inbound_load as d', 'd.load_number', 'e.load_number')
    .select('e.license_plate as number')
    .where(isOneOf(dialect, 'e.license_plate', p('numbers')))
    .where(rowByRow('d.warehouse'), '=', p('warehouse'))
    .where('d.status', '=', openStatus),
);

/** Plates of a warehouse, and those that are announced there, that are called like one of these codes, by the code. */
export async function platesCalledLike(
  read: Runner,
  warehouse: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  // A location is meant by its code in small letters too.
  const numbers = codes.flatMap((code) => [code, code.toLowerCase()]);
  const rows = [
    ...(await read.all(platesHere, { warehouse, numbers })),
    ...(await read.all(platesToCome, { warehouse, numbers })),
  ];
  const known = new Set(rows.map(({ number }) => number));
  return new Map(
    codes.flatMap((code) => {
      const alike = [code, code.toLowerCase()].find((number) => known.has(number));
      return alike === undefined ? [] : [[code, alike] as const];
    }),
  );
}

/** The source systems that have an item of each of these numbers. */
export async function systemsWithItems(read: Runner, numbers: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let start = 0; start < numbers.length; start += atOnce) {
    const rows = await read.k
      .selectFrom('item')
      .select(['number', 'source_system'])
      .where('number', 'in', numbers.slice(start, start + atOnce))
      .orderBy('source_system')
      .execute();
    for (const { number, source_system: system } of rows) found.set(number, [...(found.get(number) ?? []), system]);
  }
  return found;
}

function listText(list: readonly string[] | null): string | null {
  return list === null ? null : JSON.stringify(list);
}

type LocationColumns = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

/** Only for the compiler: what a row holds. */
async function rowOf(read: Runner) {
  return read.one(locationRow, { warehouse: '', code: '' });
}

function keptFrom(row: LocationColumns): KeptLocation {
  const location: ShownLocation = {
    code: row.code,
    type: row.type as LocationType,
    zone: row.zone,
    sequence: row.walk_sequence,
    capacity: {
      plates: row.capacity_plates,
      weightGrams: row.capacity_weight_grams,
      volumeCm3: row.capacity_volume_cm3,
    },
    mixing: {
      items: row.mixed_items === 1,
      lots: row.mixed_lots === 1,
      statuses: row.mixed_statuses === 1,
      owners: row.mixed_owners === 1,
    },
    fixedItem: row.fixed_item === null ? null : itemNumberOf(row.fixed_item),
    fixedItemSourceSystem: row.fixed_item === null ? null : sourceSystemOf(row.fixed_item),
    onlyCategories: listIn(row.only_categories),
    barredCategories: listIn(row.barred_categories),
    allowedStatuses: listIn(row.allowed_statuses),
    allowNegativeStock: row.allows_negative === 1,
    checkDigit: row.check_digit,
    active: row.active === 1,
  };
  return { location, version: row.version };
}
