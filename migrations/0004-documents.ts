import { type Kysely, sql } from 'kysely';
import { addColumns, createIndex, createTables } from './create-tables.ts';

/**
 * Through which channel a change of stock reaches its ERP, documents that are reversed and finalised, and what of the
 * published sums no ERP has been told yet.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addColumns(db, [
    // `documents` or `update-log`, in force when the change was made. Null: made before there was a choice.
    ['ledger_entry', 'channel text'],
    // The item's base unit when the change was made.
    ['ledger_entry', 'unit text'],
    ['coverage', "channel text not null default 'documents'"],
    // Members that a row of the update log has besides those of the delta, as JSON text without braces; '' where older.
    ['inventory_delta', "log text not null default ''"],
    // What of the sum waits for the document that tells the ERP of it, and what of it no completed receipt is made of.
    ['published_balance', 'unreported_base bigint not null default 0'],
    ['published_balance', 'registered_base bigint not null default 0'],
    // What the row did to these two sums (JSON); null: nothing.
    ['feed_entry', 'settles text'],
    ['document', 'posted_at bigint'],
    // Why it was not finalised when it was due (a problem as JSON), and when that was looked at last.
    ['document', 'posting_problem text'],
    ['document', 'posting_checked_at bigint'],
    // Who reversed it, when and why (JSON).
    ['document', 'reversal text'],
  ]);
  await createTables(db, [
    [
      'shipment_document',
      `document_number text primary key, kind text not null, load_number text not null, order_key text not null,
       channel text not null`,
      'clustered',
    ],
  ]);
  await createIndex(db, 'shipment_document_load', 'shipment_document', 'load_number, order_key');
  await createIndex(
    db,
    'document_ready',
    'document',
    'source_system, made_at',
    "posting_status = 'ready' and active = 1",
  );
  await createIndex(db, 'document_posting_problem', 'document', 'warehouse', 'posting_problem is not null');
  await sql
    .raw(
      `insert into shipment_document (document_number, kind, load_number, order_key, channel)
       select distinct document_number, 'shipment-receipt', load_number, order_key, 'documents' from registration
       where document_number is not null`,
    )
    .execute(db);
  for (const location of ["''", 'd.location']) await sql.raw(countWaiting(location)).execute(db);
  await fillSettled(db);
}

/** Registrations that no receipt tells of: until now nothing else was made to wait. */
function countWaiting(location: string): string {
  const key = 'd.warehouse, d.item_key, d.owner, d.lot, d.inventory_status';
  return `update published_balance set unreported_base = w.quantity_base, registered_base = w.quantity_base
    from (
      select ${location} as location, ${key}, sum(d.quantity_base) as quantity_base
      from inventory_delta d join coverage c on c.id = d.coverage where c.state = 'pending' group by 1, ${key}
    ) as w
    where published_balance.location = w.location and published_balance.warehouse = w.warehouse
      and published_balance.item_key = w.item_key and published_balance.owner = w.owner
      and published_balance.lot = w.lot and published_balance.inventory_status = w.inventory_status`;
}

interface FeedRow {
  readonly position: number;
  readonly feed: string;
  readonly subject: string;
}

interface Leg {
  readonly location: string;
  readonly warehouse: string;
  readonly item_key: string;
  readonly owner: string;
  readonly lot: string;
  readonly inventory_status: string;
  readonly quantity_base: number;
}

const rowsAtOnce = 500;

/** What each document settled when it was issued, so that the sums can be proved from the first row to the last. */
async function fillSettled(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<FeedRow>`select position, feed, subject from feed_entry
      where feed in ('shipment-receipts', 'counting-journals') and position > ${after}
      order by position limit ${rowsAtOnce}`.execute(db);
    for (const { position, feed, subject } of rows) {
      const isReceived = feed === 'shipment-receipts';
      const legs = await (isReceived ? registeredFor(db, subject) : adjustedFor(db, subject));
      const settles = JSON.stringify({ legs, isReported: true, isReceived });
      await sql`update feed_entry set settles = ${settles} where position = ${position}`.execute(db);
      after = position;
    }
    if (rows.length < rowsAtOnce) return;
  }
}

async function registeredFor(db: Kysely<unknown>, receipt: string): Promise<Leg[]> {
  const { rows } = await sql<Leg>`select r.location, l.warehouse, r.item_key, r.owner, coalesce(r.lot, '') as lot,
      r.inventory_status, cast(sum(r.quantity_base) as bigint) as quantity_base
    from shipment_document s join inbound_load l on l.load_number = s.load_number
      join registration r on r.load_number = s.load_number and r.order_key = s.order_key
    where s.document_number = ${receipt} and r.document_number = ${receipt} and r.status <> 'undone'
    group by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows.map(exact);
}

/** An adjustment has goods come from nowhere, or go there: one end of each entry is in the building. */
async function adjustedFor(db: Kysely<unknown>, journal: string): Promise<Leg[]> {
  const { rows } = await sql<Leg>`select location, warehouse, item_key, owner, lot, inventory_status,
      cast(sum(quantity_base) as bigint) as quantity_base
    from (
      select case when e.to_location like '@%' then e.from_location else e.to_location end as location, e.warehouse,
        e.item_key, e.owner, coalesce(e.lot, '') as lot,
        case when e.to_location like '@%' then e.from_status else e.to_status end as inventory_status,
        case when e.to_location like '@%' then -e.quantity_base else e.quantity_base end as quantity_base
      from document d join ledger_entry e on e.id >= d.command_id || ':' and e.id < d.command_id || ';'
      where d.number = ${journal} and d.version = 1
    ) as told
    group by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows.map(exact);
}

/** Whole numbers of 64 bits are text to one driver and numbers to the other. */
function exact(leg: Leg): Leg {
  return { ...leg, quantity_base: Number(leg.quantity_base) };
}
