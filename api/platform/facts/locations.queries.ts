import type { LocationState } from '#shared/ledger/fits.ts';
import { locationTypes, useOf } from '#shared/ledger/location-type.ts';
import type { Runner } from '../db/connection.ts';
import { lockFirst, lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

/** The columns that `locationsOf` reads, of a location joined with its balances. */
export const stateColumns = [
  'location.code',
  'location.type',
  'location.zone',
  'location.walk_sequence',
  'location.check_digit',
  'location.capacity_plates',
  'location.mixed_items',
  'location.mixed_lots',
  'location.fixed_item',
  'location.active',
  'balance.item_key',
  'balance.lot',
  'balance.license_plate',
] as const;

/** A location and what stands there, a row for each kind of stock; one row without stock when it is empty. */
const stateOfLocation = statement<{ warehouse: string; code: string }>()((k, p) =>
  k
    .selectFrom('location')
    .leftJoin('balance', (join) =>
      join.onRef('balance.warehouse', '=', 'location.warehouse').onRef('balance.location', '=', 'location.code'),
    )
    .select([...stateColumns])
    .where('location.warehouse', '=', p('warehouse'))
    .where('location.code', '=', p('code')),
);

const locationToLock = lockingStatement<{ warehouse: string; code: string }>()((k, p) =>
  k.selectFrom('location').select('code').where('warehouse', '=', p('warehouse')).where('code', '=', p('code')),
);

const typeOf = statement<{ warehouse: string; code: string }>()((k, p) =>
  k.selectFrom('location').select('type').where('warehouse', '=', p('warehouse')).where('code', '=', p('code')),
);

/** What a location is for; null when there is none. */
export async function locationType(read: Runner, warehouse: string, code: string): Promise<string | null> {
  return (await read.one(typeOf, { warehouse, code }))?.type ?? null;
}

type StateRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

/** Only for the compiler: what the question answers. */
async function rowOf(read: Runner) {
  return read.one(stateOfLocation, { warehouse: '', code: '' });
}

export interface LocationFacts extends LocationState {
  readonly checkDigit: string;
}

export async function locationFacts(read: Runner, warehouse: string, code: string): Promise<LocationFacts | null> {
  return stateOf(await read.all(stateOfLocation, { warehouse, code }));
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

/**
 * These locations with what stands there. Of docks and lanes, where no rule of capacity asks, the contents are left out:
 * thousands of plates may stand there.
 */
export async function locationsWithCodes(
  read: Runner,
  warehouse: string,
  codes: readonly string[],
): Promise<LocationFacts[]> {
  const rows = await read.k
    .selectFrom('location')
    .leftJoin('balance', (join) =>
      join
        .onRef('balance.warehouse', '=', 'location.warehouse')
        .onRef('balance.location', '=', 'location.code')
        .on('location.type', 'in', putTargets),
    )
    .select([...stateColumns])
    .where('location.warehouse', '=', warehouse)
    .where('location.code', 'in', codes)
    .execute();
  return locationsOf(rows);
}

/** Many locations at once, in walking order: the rows of `stateOfLocation` for each. */
export function locationsOf(rows: readonly StateRow[]): LocationFacts[] {
  const byCode = Map.groupBy(rows, (row) => row.code);
  return [...byCode.values()].flatMap((ofLocation) => stateOf(ofLocation) ?? []).sort(byWalk);
}

function byWalk(a: LocationFacts, b: LocationFacts): number {
  return a.walkSequence - b.walkSequence;
}

function stateOf(rows: readonly StateRow[]): LocationFacts | null {
  const [first] = rows;
  if (!first) return null;
  const stock = rows.flatMap(({ item_key, lot, license_plate }) =>
    item_key === null ? [] : [{ item: item_key, lot: lot ?? '', licensePlate: license_plate ?? '' }],
  );
  const contents = new Map(stock.map(({ item, lot }) => [`${item}\u0000${lot}`, { item, lot }]));
  const plates = new Set(stock.map(({ licensePlate }) => licensePlate));
  const hasLoose = plates.delete('');
  return {
    code: first.code,
    type: first.type,
    zone: first.zone,
    walkSequence: first.walk_sequence,
    checkDigit: first.check_digit,
    capacityPlates: first.capacity_plates,
    mixedItems: first.mixed_items === 1,
    mixedLots: first.mixed_lots === 1,
    fixedItem: first.fixed_item,
    isActive: first.active === 1,
    plates: plates.size,
    hasLoose,
    contents: [...contents.values()],
  };
}
