import { type ExpressionBuilder, sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { beginsWith, isBehind } from '../platform/db/lists.ts';
import type { Database } from '../platform/db/schema.ts';
import type { Position } from '../platform/http/pages.ts';

export interface LoadsAsked {
  readonly warehouse: string;
  readonly status?: string | undefined;
  /** The beginning of the number of a load, or of an order on it, in any case. */
  readonly search?: string | undefined;
  /** The last row of the page before. */
  readonly before?: Position | undefined;
  readonly limit: number;
}

const rowColumns = [
  'd.load_number',
  'd.source_system',
  'd.warehouse',
  'd.status',
  'd.made_by',
  'd.shipped_at',
  'd.document',
  'd.created_at',
  'd.completed_at',
] as const;

/** Loads of a warehouse, newest first. Those that are made at completion are nobody's business before. */
export function newestLoads(read: Runner, { warehouse, status, search, before, limit }: LoadsAsked) {
  let query = read.k
    .selectFrom('inbound_load as d')
    .leftJoin('advance_notice as a', 'a.load_number', 'd.load_number')
    .select([...rowColumns, 'a.message_id'])
    .where('d.warehouse', '=', warehouse)
    .where((eb) => eb.or([eb('d.made_by', '<>', 'completion'), eb('d.status', '<>', 'open')]));
  if (status !== undefined) query = query.where('d.status', '=', status);
  if (search !== undefined) query = query.where((eb) => eb.or([isCalled(search), isOn(eb, search)]));
  if (before !== undefined) query = query.where(isBehind('d.created_at', 'd.load_number', before));
  return query.orderBy('d.created_at', 'desc').orderBy('d.load_number', 'desc').limit(limit).execute();
}

export type LoadColumns = Awaited<ReturnType<typeof newestLoads>>[number];

function isCalled(search: string) {
  return beginsWith('d.load_number', search);
}

function isOn(eb: ExpressionBuilder<Database & { d: Database['inbound_load'] }, 'd'>, search: string) {
  return eb.exists(
    eb
      .selectFrom('inbound_shipment as s')
      .innerJoin('inbound_order as o', 'o.order_key', 's.order_key')
      .select('s.order_key')
      .whereRef('s.load_number', '=', 'd.load_number')
      .where(beginsWith('o.order_number', search)),
  );
}

export function loadWhole(read: Runner, load: string) {
  return read.k
    .selectFrom('inbound_load as d')
    .leftJoin('advance_notice as a', 'a.load_number', 'd.load_number')
    .innerJoin('source_system as x', 'x.code', 'd.source_system')
    .select([...rowColumns, 'a.message_id', 'x.settings'])
    .where('d.load_number', '=', load)
    .executeTakeFirst();
}

/** How many lines loads have, of how many everything came, the mean of their shares, and whether anything came. */
export function linesDone(read: Runner, loads: readonly string[]) {
  return read.k
    .selectFrom('inbound_load_line')
    .select((eb) => ['load_number', eb.fn.countAll<number>().as('lines')])
    .select(sql<number>`cast(sum(case when registered_base >= expected_base then 1 else 0 end) as bigint)`.as('done'))
    .select(
      sql<number>`cast(avg(case when registered_base >= expected_base then 1.0
        else cast(registered_base as double precision) / expected_base end) as double precision)`.as('share'),
    )
    .select(sql<number>`cast(max(registered_base) as bigint)`.as('most_registered_base'))
    .where('load_number', 'in', loads)
    .groupBy('load_number')
    .execute();
}

/** What a load is to bring and brought, line by line; lines that are gone are left out. */
export function linesOfLoad(read: Runner, load: string) {
  return read.k
    .selectFrom('inbound_load_line as n')
    .innerJoin('inbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 'n.order_key').onRef('l.line_number', '=', 'n.line_number'),
    )
    .innerJoin('inbound_order as o', 'o.order_key', 'n.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .selectAll('n')
    .select(['o.order_number', 'l.status', 'i.number as item_number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('n.load_number', '=', load)
    .orderBy('o.order_number')
    .orderBy('n.order_key')
    .orderBy('n.line_number')
    .execute();
}

/** What stands registered on a load and fills nothing that was announced, by plate, order line and lot. */
export function unannouncedOn(read: Runner, load: string) {
  return read.k
    .selectFrom('registration as r')
    .innerJoin('inbound_order as o', 'o.order_key', 'r.order_key')
    .innerJoin('item as i', 'i.item_key', 'r.item_key')
    .select(['r.license_plate', 'o.order_number', 'r.line_number', 'r.lot'])
    .select(['i.number as item_number', 'i.description', 'i.base_unit', 'i.decimals'])
    .select(sql<number>`cast(sum(r.quantity_base) as bigint)`.as('quantity_base'))
    .where('r.load_number', '=', load)
    .where('r.status', '=', 'active')
    .where('r.expected_line', 'is', null)
    .groupBy(['r.license_plate', 'o.order_number', 'r.line_number', 'r.lot'])
    .groupBy(['i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .orderBy('r.license_plate')
    .orderBy('o.order_number')
    .orderBy('r.line_number')
    .execute();
}

/** The receipts of a load, each in its newest version. */
export function receiptsOfLoad(read: Runner, load: string) {
  return read.k
    .selectFrom('shipment_document as s')
    .innerJoin('document as t', 't.number', 's.document_number')
    .innerJoin('inbound_order as o', 'o.order_key', 's.order_key')
    .select(['t.number', 't.version', 't.active', 't.posting_status', 't.made_at', 't.command_id', 'o.order_number'])
    .where('s.load_number', '=', load)
    .where('s.kind', '=', 'shipment-receipt')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('document as newer')
            .select('newer.version')
            .whereRef('newer.number', '=', 't.number')
            .whereRef('newer.version', '>', 't.version'),
        ),
      ),
    )
    .orderBy('t.made_at', 'desc')
    .orderBy('t.number')
    .execute();
}
