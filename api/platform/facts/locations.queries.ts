import type { Kysely } from 'kysely';
import type { Content, LocationLimits, LocationState } from '#shared/ledger/fits.ts';
import { loadOf, sumOf } from '#shared/ledger/goods.ts';
import { handsType, locationTypes, useOf } from '#shared/ledger/location-type.ts';
import type { Runner } from '../db/connection.ts';
import { isOneOf } from '../db/lists.ts';
import { lockFirst, lockingStatement } from '../db/locking.ts';
import type { Database } from '../db/schema.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { type Place, placeNamed } from './places.queries.ts';

const locationColumns = [
  'location.code',
  'location.type',
  'location.zone',
  'location.walk_sequence',
  'location.check_digit',
  'location.capacity_plates',
  'location.capacity_weight_grams',
  'location.capacity_volume_cm3',
  'location.mixed_items',
  'location.mixed_lots',
  'location.mixed_statuses',
  'location.mixed_owners',
  'location.only_categories',
  'location.barred_categories',
  'location.allowed_statuses',
  'location.allows_negative',
  'location.fixed_item',
  'location.active',
] as const;

const standingColumns = [
  'balance.item_key',
  'balance.lot',
  'balance.owner',
  'balance.inventory_status',
  'balance.license_plate',
  'balance.quantity_base',
  'plate.parent',
  'outer.parent as outer_parent',
  'item.decimals',
  'item.weight_milligrams',
  'item.volume_mm3',
] as const;

/**
 * Locations with what stands there: a row for each balance, one row without stock where there is none. What a plate
 * stands on is looked up twice over, so that plates nested three deep count as the one that stands there.
 */
function statesOf(k: Kysely<Database>, types: readonly string[] | null) {
  return k
    .selectFrom('location')
    .leftJoin('balance', (join) => {
      const here = join
        .onRef('balance.warehouse', '=', 'location.warehouse')
        .onRef('balance.location', '=', 'location.code');
      return types === null ? here : here.on('location.type', 'in', types);
    })
    .leftJoin('item', 'item.item_key', 'balance.item_key')
    .leftJoin('license_plate as plate', 'plate.number', 'balance.license_plate')
    .leftJoin('license_plate as outer', 'outer.number', 'plate.parent')
    .select(locationColumns)
    .select(standingColumns);
}

const stateOfLocation = statement<{ warehouse: string; code: string }>()((k, p) =>
  statesOf(k, null)
    .where('location.warehouse', '=', p('warehouse'))
    .where('location.code', '=', p('code'))
    .where('location.type', '<>', handsType),
);

/** Who locks a location is the only one to put something there until the transaction ends. */
export const locationToLock = lockingStatement<{ warehouse: string; code: string }>()((k, p) =>
  k.selectFrom('location').select('code').where('warehouse', '=', p('warehouse')).where('code', '=', p('code')),
);

/** What a location is for; null when there is none. */
export async function locationType(read: Runner, warehouse: string, code: string): Promise<string | null> {
  return (await locationUse(read, warehouse, code))?.type ?? null;
}

/** A location without what stands there; null when there is none, or where it is somebody's hands. */
export async function locationUse(read: Runner, warehouse: string, code: string): Promise<Place | null> {
  const place = await placeNamed(read, warehouse, code);
  return place?.type === handsType ? null : place;
}

type StateRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

/** Only for the compiler: what the question answers. */
async function rowOf(read: Runner) {
  return read.one(stateOfLocation, { warehouse: '', code: '' });
}

type StandingRow = Pick<
  StateRow,
  | ('item_key' | 'lot' | 'owner' | 'inventory_status' | 'license_plate' | 'quantity_base')
  | ('parent' | 'outer_parent' | 'decimals' | 'weight_milligrams' | 'volume_mm3')
>;
type LocationRow = Omit<StateRow, keyof StandingRow>;

export interface LocationFacts extends LocationState {
  readonly checkDigit: string;
}

/** A location with what stands there; null where there is none, or where it is somebody's hands. */
export async function locationFacts(read: Runner, warehouse: string, code: string): Promise<LocationFacts | null> {
  return stateIn(await read.all(stateOfLocation, { warehouse, code }))[0] ?? null;
}

/**
 * The same for a location that goods are to be put on: nobody else puts something there meanwhile. What stands there is
 * read once the lock is held, since another may just have put something there.
 */
export async function lockLocation(trx: AppTrx, warehouse: string, code: string): Promise<LocationFacts | null> {
  await lockFirst(trx, locationToLock, { warehouse, code });
  return locationFacts(trx, warehouse, code);
}

const putTargets = locationTypes.filter((type) => useOf(type).isPutTarget);

const statesWithCodes = statement<{ warehouse: string; codes: readonly string[] }>()((k, p, dialect) =>
  statesOf(k, putTargets)
    .where('location.warehouse', '=', p('warehouse'))
    .where(isOneOf(dialect, 'location.code', p('codes')))
    .where('location.type', '<>', handsType),
);

/**
 * These locations with what stands there. Of docks and lanes, where no rule of capacity asks, the contents are left out:
 * thousands of plates may stand there.
 */
export async function locationsWithCodes(
  read: Runner,
  warehouse: string,
  codes: readonly string[],
): Promise<LocationFacts[]> {
  return codes.length === 0 ? [] : locationsOf(await read.all(statesWithCodes, { warehouse, codes }));
}

/**
 * Every location of a warehouse where put-away may end, with what stands there, in walking order. There are thousands, and
 * many are empty: asked in two questions, no place is told again with each of its balances.
 */
export async function putTargetsOf(read: Runner, warehouse: string): Promise<LocationFacts[]> {
  const places = await read.k
    .selectFrom('location')
    .select(locationColumns)
    .where('location.warehouse', '=', warehouse)
    .where('location.type', 'in', putTargets)
    .orderBy('location.walk_sequence')
    .execute();
  const standing = await read.k
    .selectFrom('location')
    .innerJoin('balance', (join) =>
      join.onRef('balance.warehouse', '=', 'location.warehouse').onRef('balance.location', '=', 'location.code'),
    )
    .innerJoin('item', 'item.item_key', 'balance.item_key')
    .leftJoin('license_plate as plate', 'plate.number', 'balance.license_plate')
    .leftJoin('license_plate as outer', 'outer.number', 'plate.parent')
    .select('location.code')
    .select(standingColumns)
    .where('location.warehouse', '=', warehouse)
    .where('location.type', 'in', putTargets)
    .execute();
  const byCode = Map.groupBy(standing, (row) => row.code);
  return places.map((place) => stateOf(place, byCode.get(place.code) ?? [])).sort(byWalk);
}

/** Many locations at once, in walking order. */
function locationsOf(rows: readonly StateRow[]): LocationFacts[] {
  const byCode = Map.groupBy(rows, (row) => row.code);
  return [...byCode.values()].flatMap(stateIn).sort(byWalk);
}

function byWalk(a: LocationFacts, b: LocationFacts): number {
  return a.walkSequence - b.walkSequence || (a.code < b.code ? -1 : 1);
}

/** The location that these rows are of; none where there are none. */
function stateIn(rows: readonly StateRow[]): LocationFacts[] {
  const [first] = rows;
  return first ? [stateOf(first, rows)] : [];
}

function stateOf(location: LocationRow, standing: readonly StandingRow[]): LocationFacts {
  return {
    code: location.code,
    type: location.type,
    zone: location.zone,
    walkSequence: location.walk_sequence,
    checkDigit: location.check_digit,
    isActive: location.active === 1,
    ...limitsOf(location),
    ...standingAt(standing),
  };
}

/** A location's own rules, of whichever query has read its columns. */
export function limitsOf(row: LimitColumns): LocationLimits {
  return {
    capacityPlates: row.capacity_plates,
    capacityWeightGrams: row.capacity_weight_grams,
    capacityVolumeCm3: row.capacity_volume_cm3,
    mixedItems: row.mixed_items === 1,
    mixedLots: row.mixed_lots === 1,
    mixedStatuses: row.mixed_statuses === 1,
    mixedOwners: row.mixed_owners === 1,
    fixedItem: row.fixed_item,
    onlyCategories: listIn(row.only_categories),
    barredCategories: listIn(row.barred_categories),
    allowedStatuses: listIn(row.allowed_statuses),
    allowsNegative: row.allows_negative === 1,
  };
}

interface LimitColumns {
  readonly capacity_plates: number | null;
  readonly capacity_weight_grams: number | null;
  readonly capacity_volume_cm3: number | null;
  readonly mixed_items: number;
  readonly mixed_lots: number;
  readonly mixed_statuses: number;
  readonly mixed_owners: number;
  readonly fixed_item: string | null;
  readonly only_categories: string | null;
  readonly barred_categories: string | null;
  readonly allowed_statuses: string | null;
  readonly allows_negative: number;
}

/** A list as it is kept in a column; null where none was set. */
export function listIn(text: string | null): readonly string[] | null {
  return text === null ? null : (JSON.parse(text) as string[]);
}

function standingAt(rows: readonly StandingRow[]) {
  const contents = new Map<string, Content>();
  const plates = new Set<string>();
  let weightMilligrams = 0;
  let volumeMm3 = 0;
  for (const row of rows) {
    // What the books owe a place takes up no room there.
    if (row.item_key === null || (row.quantity_base ?? 0) <= 0) continue;
    const { item_key: item, weight_milligrams, volume_mm3, decimals, quantity_base } = row;
    const { lot, owner, inventory_status: inventoryStatus, license_plate: plate } = row;
    const content = { item, lot: lot ?? '', owner: owner ?? '', inventoryStatus: inventoryStatus ?? '' };
    contents.set(Object.values(content).join('\u0000'), content);
    plates.add(row.outer_parent ?? row.parent ?? plate ?? '');
    const measured = { decimals: decimals ?? 0, weightMilligrams: weight_milligrams, volumeMm3: volume_mm3 };
    const load = loadOf(measured, quantity_base ?? 0);
    weightMilligrams = sumOf(weightMilligrams, load.weightMilligrams);
    volumeMm3 = sumOf(volumeMm3, load.volumeMm3);
  }
  const hasLoose = plates.delete('');
  // In an order of their own: the rows come in none, and a device would be told of the same as of something else.
  const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, content]) => content);
  return { plates: plates.size, hasLoose, weightMilligrams, volumeMm3, contents: sorted };
}
