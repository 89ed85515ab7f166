import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { comingStatuses } from '../platform/facts/coming-orders.ts';
import { firstCommandIdAt } from '../platform/facts/command-ids.ts';
import { newerVersion } from './newer-version.queries.ts';

/** How many there are, and when the oldest of them came. */
export interface Queue {
  readonly count: number;
  readonly oldestAt: number | null;
}

export async function openMessages(read: Runner, sourceSystems: readonly string[]): Promise<Map<string, Queue>> {
  if (sourceSystems.length === 0) return new Map();
  const rows = await read.k
    .selectFrom('message')
    .select((eb) => [
      'status',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min<number | null>('received_at').as('oldestAt'),
    ])
    .where('source_system', 'in', sourceSystems)
    .where('status', 'in', ['received', 'parked', 'failed'])
    .groupBy('status')
    .execute();
  return new Map(rows.map(({ status, ...queue }) => [status, queue]));
}

/** Source systems that work with the warehouse; their list of warehouses is JSON text. */
export async function sourceSystemsOf(read: Runner, warehouse: string): Promise<string[]> {
  const rows = await read.k.selectFrom('source_system').select(['code', 'warehouses']).execute();
  return rows.filter((row) => (JSON.parse(row.warehouses) as string[]).includes(warehouse)).map(({ code }) => code);
}

/** Open exceptions by kind. */
export async function openExceptions(read: Runner, warehouse: string): Promise<Map<string, Queue>> {
  const rows = await read.k
    .selectFrom('exception_case')
    .select((eb) => [
      'kind',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min<number | null>('opened_at').as('oldestAt'),
    ])
    .where('warehouse', '=', warehouse)
    .where('status', '=', 'open')
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, ...queue }) => [kind, queue]));
}

/** Documents that the source system has not confirmed yet; an older version needs no word once a newer one is out. */
export function unacknowledgedDocuments(read: Runner, warehouse: string): Promise<Queue> {
  return queueOf(
    read.k
      .selectFrom('document as d')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<number | null>('d.made_at').as('oldestAt')])
      .where('d.warehouse', '=', warehouse)
      .where('d.acknowledged_at', 'is', null)
      .where('d.kind', '<>', 'on-hand-report')
      .where((eb) => eb.not(eb.exists(newerVersion(eb))))
      .executeTakeFirst(),
  );
}

export function rejectedDocuments(read: Runner, warehouse: string): Promise<Queue> {
  return queueOf(
    read.k
      .selectFrom('document')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.min<number | null>('acknowledged_at').as('oldestAt'),
      ])
      .where('warehouse', '=', warehouse)
      .where('acknowledgement', 'like', '{"result":"rejected"%')
      .executeTakeFirst(),
  );
}

/** Documents that are due to become final, but something stands against it. */
export function documentsNotFinal(read: Runner, warehouse: string): Promise<Queue> {
  return queueOf(
    read.k
      .selectFrom('document')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<number | null>('made_at').as('oldestAt')])
      .where('warehouse', '=', warehouse)
      .where('posting_problem', 'is not', null)
      .executeTakeFirst(),
  );
}

/** Open loads on which something was registered. */
export function registeredLoads(read: Runner, warehouse: string): Promise<Queue> {
  return queueOf(
    read.k
      .selectFrom('inbound_load as l')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<number | null>('l.created_at').as('oldestAt')])
      .where('l.warehouse', '=', warehouse)
      .where('l.status', '=', 'open')
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('inbound_load_line as n')
            .select('n.line_number')
            .whereRef('n.load_number', '=', 'l.load_number')
            .where('n.registered_base', '>', 0),
        ),
      )
      .executeTakeFirst(),
  );
}

export function openPutaways(read: Runner, warehouse: string): Promise<Queue> {
  return queueOf(
    read.k
      .selectFrom('work')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<number | null>('created_at').as('oldestAt')])
      .where('warehouse', '=', warehouse)
      .where('type', '=', 'putaway')
      .where('status', '=', 'open')
      .executeTakeFirst(),
  );
}

/** Counts whose differences a person has to look at. */
export function countsToDecide(read: Runner, warehouse: string): Promise<Queue> {
  return queueOf(
    read.k
      .selectFrom('stock_count')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<number | null>('counted_at').as('oldestAt')])
      .where('warehouse', '=', warehouse)
      .where('status', '=', 'review')
      .executeTakeFirst(),
  );
}

/** Codes that nothing has, seen in the warehouse, of which nobody has said what they are. */
export function codesToDecide(read: Runner, warehouse: string): Promise<Queue> {
  return queueOf(
    read.k
      .selectFrom('unknown_code as u')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min<number | null>('first_seen_at').as('oldestAt')])
      .where('status', '=', 'open')
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('unknown_code_sighting as s')
            .select('s.id')
            .whereRef('s.code', '=', 'u.code')
            .where('s.warehouse', '=', warehouse),
        ),
      )
      .executeTakeFirst(),
  );
}

export async function openOrderCounts(read: Runner, warehouse: string): Promise<Map<string, number>> {
  const rows = await read.k
    .selectFrom('inbound_order')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .where('warehouse', '=', warehouse)
    .where('status', 'in', comingStatuses)
    .groupBy('status')
    .execute();
  return new Map(rows.map(({ status, count }) => [status, count]));
}

/** Devices of the floor by their last contact, with who signed in last. Sessions of consoles are no devices. */
export function floorDevices(read: Runner, limit: number) {
  return read.k
    .selectFrom('device as d')
    .select(['d.id', 'd.last_contact_at', 'd.waiting_commands'])
    .select((eb) =>
      eb
        .selectFrom('session as s')
        .leftJoin('person as p', 'p.badge', 's.badge')
        .select('p.name')
        .whereRef('s.device', '=', 'd.id')
        .orderBy('s.created_at', 'desc')
        .limit(1)
        .as('person'),
    )
    .where('d.revoked_at', 'is', null)
    .where('d.id', 'not like', 'console-%')
    .orderBy('d.waiting_commands', 'desc')
    .orderBy('d.last_contact_at', 'desc')
    .limit(limit)
    .execute();
}

const hourMs = 3_600_000;
const longestOfflineMs = 24 * hourMs;

/**
 * Commands of the floor received since a moment, by hour and outcome. Command ids begin with the moment they were made
 * at, so the primary key finds them: those made up to a day before they were received are counted.
 */
export function commandsByHour(read: Runner, warehouse: string, since: number) {
  return read.k
    .selectFrom('command')
    .select((eb) => [
      sql<number>`(received_at - cast(${since} as bigint)) / ${sql.lit(hourMs)}`.as('hour'),
      'outcome',
      eb.fn.countAll<number>().as('count'),
    ])
    .where('id', '>=', firstCommandIdAt(since - longestOfflineMs))
    .where('received_at', '>=', since)
    .where('warehouse', '=', warehouse)
    .where('sequence', 'is not', null)
    .groupBy(['hour', 'outcome'])
    .execute();
}

async function queueOf(found: Promise<Queue | undefined>): Promise<Queue> {
  return (await found) ?? { count: 0, oldestAt: null };
}
