import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { goodsOnTheirWay } from '../platform/facts/goods-on-their-way.ts';

export interface Meant {
  readonly itemKey: string;
  readonly warehouse: string;
}

/** A row of one of three parts: what stands in a status, what is on its way, a change that is not confirmed. */
export interface ReconciledRow {
  readonly part: 'standing' | 'coming' | 'change';
  readonly position: number;
  readonly quantity_base: number;
  readonly inventory_status: string | null;
  readonly coverage: string | null;
  readonly document_kind: string | null;
  readonly number: string | null;
  readonly version: number | null;
  readonly acknowledgement: string | null;
  readonly at: number | null;
  readonly reason: string | null;
  readonly order_key: string | null;
  readonly load_number: string | null;
  readonly location: string | null;
  readonly license_plate: string | null;
  readonly lot: string | null;
  readonly operator: string | null;
  readonly command_id: string | null;
}

/** An acknowledgement is written by the server itself, its members always in the same order. */
const rejected = '{"result":"rejected"';
const isRejected = sql<boolean>`d.acknowledgement like ${sql.lit(`${rejected}%`)}`;
const isOut = sql<boolean>`substr(e.to_location, 1, 1) = '@'`;

/**
 * What stands of an item in a warehouse, and every change of it that its ERP was not told of or did not confirm: one
 * statement, so that all of it is of one moment and adds up.
 */
export async function reconciledRows(read: Runner, { itemKey, warehouse }: Meant, nowMs: number) {
  const none = sql`cast(null as text)`;
  const noNumber = sql`cast(null as bigint)`;
  const { rows } = await sql<ReconciledRow>`
    select h.position, s.* from feed_head h left join (
      select 'standing' as part, cast(sum(b.quantity_base) as bigint) as quantity_base, b.inventory_status,
        ${none} as coverage, ${none} as document_kind, ${none} as number, ${noNumber} as version,
        ${none} as acknowledgement, ${noNumber} as at, ${none} as reason, ${none} as order_key, ${none} as load_number,
        ${none} as location, ${none} as license_plate, ${none} as lot, ${none} as operator, ${none} as command_id
      from balance b where b.item_key = ${itemKey} and b.warehouse = ${warehouse} group by b.inventory_status
      union all
      select 'coming', cast(sum(w.quantity_base) as bigint), ${none}, ${none}, ${none}, ${none}, ${noNumber}, ${none},
        ${noNumber}, ${none}, ${none}, ${none}, ${none}, ${none}, ${none}, ${none}, ${none}
      from ${goodsOnTheirWay(nowMs)} as w where w.item_key = ${itemKey} and w.warehouse = ${warehouse}
      union all
      select 'change', case when ${isOut} then -e.quantity_base else e.quantity_base end,
        case when ${isOut} then e.from_status else e.to_status end, c.id, c.kind, d.number, d.version,
        d.acknowledgement, coalesce(d.made_at, e.recorded_at), e.reason, r.order_key, r.load_number,
        case when ${isOut} then e.from_location else e.to_location end,
        case when ${isOut} then e.from_plate else e.to_plate end, e.lot, e.operator, e.command_id
      from ledger_entry e
      join coverage c on c.id = e.coverage
      left join document d on d.number = c.document_number and d.active = 1
      left join registration r on r.id = c.id
      where e.item_key = ${itemKey} and e.warehouse = ${warehouse} and c.channel = 'documents'
        and (c.state = 'pending' or d.acknowledged_at is null or ${isRejected})
    ) as s on true`.execute(read.k);
  return rows.map((row) => ({
    ...row,
    position: Number(row.position),
    quantity_base: Number(row.quantity_base ?? 0),
    version: row.version === null ? null : Number(row.version),
    at: row.at === null ? null : Number(row.at),
  }));
}

/**
 * Documents that took an item's changes back, the newest first, without a word on it from their source system: neither on
 * the reversal, nor on a newer version, which replaces what it has of the one before.
 */
export async function reversedDocuments(
  read: Runner,
  asked: {
    readonly item: { readonly item_key: string; readonly source_system: string };
    readonly warehouse: string;
    readonly limit: number;
  },
) {
  const { item, warehouse, limit } = asked;
  // The column is written by the server itself: a key stands in it as JSON writes it.
  const tellsOfItem = sql<boolean>`f.settles like ${`%${JSON.stringify(item.item_key).replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
  const rows = await read.k
    .selectFrom('document as d')
    .innerJoin('feed_entry as f', (join) =>
      join.onRef('f.subject', '=', 'd.number').onRef('f.version', '=', 'd.version'),
    )
    .select(['d.kind', 'd.number', 'd.version', 'f.at', 'f.settles'])
    .where('d.warehouse', '=', warehouse)
    .where('d.source_system', '=', item.source_system)
    .where('d.acknowledged_at', 'is', null)
    .where('d.active', '=', 0)
    .where('f.feed', 'not in', [sql.lit('events'), sql.lit('order-status')])
    .where(tellsOfItem)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('document as n')
            .select('n.version')
            .whereRef('n.number', '=', 'd.number')
            .whereRef('n.version', '>', 'd.version')
            .where('n.acknowledged_at', 'is not', null),
        ),
      ),
    )
    .orderBy('f.position', 'desc')
    // Of each its reversal, and before that what it told at first.
    .limit(2 * limit)
    .execute();
  const reversals = new Map(rows.toReversed().map((row) => [`${row.number} ${row.version}`, row]));
  return [...reversals.values()].toReversed();
}

/** So far back a booking that went wrong is looked for. */
const entriesLookedAt = 500;

/** The documents that told of the last changes of an item, the newest first, each with what it told of it. */
export async function documentsLastTold(read: Runner, { itemKey, warehouse }: Meant) {
  const { rows } = await sql<{
    kind: string;
    number: string;
    version: number;
    at: number;
    acknowledgement: string | null;
    quantity_base: number;
  }>`
    select d.kind, d.number, d.version, d.made_at as at, d.acknowledgement, sum(e.quantity_base) as quantity_base
    from (
      select coverage, case when substr(to_location, 1, 1) = '@' then -quantity_base else quantity_base end as quantity_base
      from ledger_entry where item_key = ${itemKey} and warehouse = ${warehouse} and coverage is not null
      order by recorded_at desc limit ${entriesLookedAt}
    ) as e
    join coverage c on c.id = e.coverage
    join document d on d.number = c.document_number and d.active = 1
    group by d.kind, d.number, d.version, d.made_at, d.acknowledgement
    order by d.made_at desc, d.number desc`.execute(read.k);
  return rows.map(({ acknowledgement, ...row }) => ({
    ...row,
    version: Number(row.version),
    at: Number(row.at),
    quantity_base: Number(row.quantity_base),
    isConfirmed: acknowledgement !== null && !acknowledgement.startsWith(rejected),
  }));
}

/** Items of that number, of one source system or of all. */
export function itemsOfNumber(read: Runner, number: string, sourceSystem: string | null) {
  let query = read.k
    .selectFrom('item')
    .select(['item_key', 'source_system', 'number', 'description', 'base_unit', 'decimals'])
    .where('number', '=', number);
  if (sourceSystem !== null) query = query.where('source_system', '=', sourceSystem);
  return query.orderBy('source_system').execute();
}

/** Items of which something is not told, those with most of it first. */
export async function itemsNotTold(read: Runner, asked: { readonly warehouse: string; readonly limit: number }) {
  const { rows } = await sql<{
    number: string;
    description: string;
    source_system: string;
    base_unit: string;
    decimals: number;
    quantity_base: number;
    unreported_base: number;
  }>`
    select i.number, i.description, i.source_system, i.base_unit, i.decimals,
      cast(sum(b.quantity_base) as bigint) as quantity_base, cast(sum(b.unreported_base) as bigint) as unreported_base
    from published_balance b join item i on i.item_key = b.item_key
    where b.location = '' and b.warehouse = ${asked.warehouse}
    group by i.item_key, i.number, i.description, i.source_system, i.base_unit, i.decimals
    having sum(b.unreported_base) <> 0
    order by abs(sum(b.unreported_base)) desc, i.number limit ${asked.limit}`.execute(read.k);
  return rows.map((row) => ({
    ...row,
    quantity_base: Number(row.quantity_base),
    unreported_base: Number(row.unreported_base),
  }));
}
