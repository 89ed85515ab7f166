import { type SqlBool, sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { locationType } from '../platform/facts/locations.queries.ts';

/** Whose movements are asked for. */
export type HistoryOf =
  | { readonly of: 'item'; readonly itemKey: string }
  | { readonly of: 'lot'; readonly itemKey: string; readonly lot: string }
  | { readonly of: 'serial'; readonly itemKey: string; readonly serial: string }
  | { readonly of: 'licensePlate'; readonly licensePlate: string }
  | { readonly of: 'location'; readonly location: string };

/** Goes on before this movement: the instant it was recorded, and its id. */
export interface Before {
  readonly recordedAt: number;
  readonly id: string;
}

/** Word for word the conditions of the indexes `ledger_from_at`, `ledger_to_at` and `ledger_to_plate`. */
const wasInside = sql<SqlBool>`substr(e.from_location, 1, 1) <> '@'`;
const isNoReceipt = sql<SqlBool>`e.from_location <> '@supplier'`;
const isReceipt = sql<SqlBool>`e.from_location = '@supplier'`;
const comesOntoPlate = sql<SqlBool>`(e.from_plate is null or e.from_plate <> e.to_plate)`;

const columns = [
  'e.id',
  'e.command_id',
  'e.item_key',
  'e.lot',
  'e.serial',
  'e.quantity_base',
  'e.from_location',
  'e.from_plate',
  'e.from_status',
  'e.to_location',
  'e.to_plate',
  'e.to_status',
  'e.reason',
  'e.reason_code',
  'e.corrects',
  'e.operator',
  'e.device',
  'e.occurred_at',
  'e.recorded_at',
] as const;

/**
 * How many movements before an instant are looked through for what suppliers brought to a dock. An index for these would
 * be paid for with everything that is ever received, and nearly all of it arrives at a few docks anyway.
 */
const lookedThrough = 12_000;

/**
 * The newest movements, as many as asked for, each way of finding them by an index of its own. What suppliers brought to
 * a dock is found among the movements before, so far back as anybody at a dock asks; of older ones the goods themselves
 * tell.
 */
export async function historyRows(
  read: Runner,
  warehouse: string,
  asked: HistoryOf,
  before: Before | null,
  limit: number,
) {
  const ways = waysTo(asked);
  if (asked.of === 'location' && (await locationType(read, warehouse, asked.location)) === 'receiving') {
    ways.push(['received', asked]);
  }
  const found = await Promise.all(ways.map((way) => oneWay(read, warehouse, way, before, limit)));
  const byId = new Map(found.flat().map((row) => [row.id, row]));
  return [...byId.values()].sort(newestFirst).slice(0, limit);
}

type Way = 'item' | 'lot' | 'serial' | 'toPlate' | 'fromPlate' | 'toLocation' | 'fromLocation' | 'received';

function waysTo(asked: HistoryOf): (readonly [Way, HistoryOf])[] {
  if (asked.of === 'licensePlate')
    return [
      ['toPlate', asked],
      ['fromPlate', asked],
    ];
  if (asked.of === 'location')
    return [
      ['toLocation', asked],
      ['fromLocation', asked],
    ];
  return [[asked.of, asked]];
}

function oneWay(
  read: Runner,
  warehouse: string,
  [way, asked]: readonly [Way, HistoryOf],
  before: Before | null,
  limit: number,
) {
  let query = read.k.selectFrom('ledger_entry as e').select(columns).where('e.warehouse', '=', warehouse);
  if (asked.of === 'item') query = query.where('e.item_key', '=', asked.itemKey);
  if (asked.of === 'lot') query = query.where('e.lot', '=', asked.lot).where('e.item_key', '=', asked.itemKey);
  if (asked.of === 'serial') query = query.where('e.serial', '=', asked.serial).where('e.item_key', '=', asked.itemKey);
  if (asked.of === 'licensePlate') {
    query = query.where(way === 'toPlate' ? 'e.to_plate' : 'e.from_plate', '=', asked.licensePlate);
  }
  if (way === 'toPlate') query = query.where(comesOntoPlate);
  if (asked.of === 'location' && way === 'toLocation') {
    query = query.where('e.to_location', '=', asked.location).where(isNoReceipt);
  }
  if (asked.of === 'location' && way === 'received') {
    query = query
      .where('e.to_location', '=', asked.location)
      .where(isReceipt)
      .where('e.id', '>=', (eb) => eb.fn.coalesce(oldestLookedAt(read, before), sql.lit('')));
    if (before !== null) query = query.where('e.id', '<', idAt(before.recordedAt + hourMs));
  }
  if (asked.of === 'location' && way === 'fromLocation') {
    query = query.where('e.from_location', '=', asked.location).where(wasInside);
  }
  if (before !== null) {
    const { recordedAt, id } = before;
    query = query.where((eb) =>
      eb.and([
        eb('e.recorded_at', '<=', recordedAt),
        eb.or([eb('e.recorded_at', '<', recordedAt), eb('e.id', '<', id)]),
      ]),
    );
  }
  // Chosen before anything is joined: many are looked through for the few that are shown.
  const chosen = query.orderBy('e.recorded_at', 'desc').orderBy('e.id', 'desc').limit(limit).as('e');
  return read.k
    .selectFrom(chosen)
    .leftJoin('item as i', 'i.item_key', 'e.item_key')
    .leftJoin('person as p', 'p.badge', 'e.operator')
    .leftJoin('command as c', 'c.id', 'e.command_id')
    .select(columns)
    .select(['i.description', 'i.base_unit', 'i.decimals', 'p.name', 'c.type'])
    .execute();
}

/**
 * The oldest movement that is looked through; none where there are fewer. Their identifiers begin with when they were
 * made, so that the newest are read without sorting.
 */
function oldestLookedAt(read: Runner, before: Before | null) {
  const newest = read.k.selectFrom('ledger_entry as n').select('n.id').orderBy('n.id', 'desc');
  const oldest = newest.limit(1).offset(lookedThrough - 1);
  return before === null ? oldest : oldest.where('n.id', '<', idAt(before.recordedAt + hourMs));
}

/** Clocks of devices are that far off at most. */
const hourMs = 60 * 60_000;

/** What identifiers begin with that are made at an instant. */
function idAt(ms: number): string {
  const digits = ms.toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

export type HistoryRow = Awaited<ReturnType<typeof oneWay>>[number];

function newestFirst(one: HistoryRow, other: HistoryRow): number {
  return other.recorded_at - one.recorded_at || (one.id < other.id ? 1 : -1);
}
