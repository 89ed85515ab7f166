import { type SqlBool, sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';

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
 * The newest movements, as many as asked for, each way of finding them by an index of its own. Of a location without what
 * suppliers brought there: of a dock that would be nearly all there ever was, and the goods themselves tell of it.
 */
export async function historyRows(
  read: Runner,
  warehouse: string,
  asked: HistoryOf,
  before: Before | null,
  limit: number,
) {
  const ways = waysTo(asked);
  const found = await Promise.all(ways.map((way) => oneWay(read, warehouse, way, before, limit)));
  const byId = new Map(found.flat().map((row) => [row.id, row]));
  return [...byId.values()].sort(newestFirst).slice(0, limit);
}

type Way = 'item' | 'lot' | 'serial' | 'toPlate' | 'fromPlate' | 'toLocation' | 'fromLocation';

function waysTo(asked: HistoryOf): readonly (readonly [Way, HistoryOf])[] {
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
  let query = read.k
    .selectFrom('ledger_entry as e')
    .leftJoin('item as i', 'i.item_key', 'e.item_key')
    .leftJoin('person as p', 'p.badge', 'e.operator')
    .leftJoin('command as c', 'c.id', 'e.command_id')
    .select(columns)
    .select(['i.description', 'i.base_unit', 'i.decimals', 'p.name', 'c.type'])
    .where('e.warehouse', '=', warehouse);
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
  return query.orderBy('e.recorded_at', 'desc').orderBy('e.id', 'desc').limit(limit).execute();
}

export type HistoryRow = Awaited<ReturnType<typeof oneWay>>[number];

function newestFirst(one: HistoryRow, other: HistoryRow): number {
  return other.recorded_at - one.recorded_at || (one.id < other.id ? 1 : -1);
}
