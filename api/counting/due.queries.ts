import { sql } from 'kysely';
import type { ToBeCounted } from '#shared/counting/request.ts';
import { type CountPlanDocument, plannedTypes } from '#shared/ledger/count-plan.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { countType, openStatus } from '../platform/facts/literals.ts';

const openOfPlan = statement<{ warehouse: string; plan: string }>()((k, p) =>
  k
    .selectFrom('count_task as t')
    .innerJoin('work as w', 'w.id', 't.work')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('t.warehouse', '=', p('warehouse'))
    .where('t.plan', '=', p('plan'))
    .where('w.status', '=', openStatus),
);

const dayMs = 86_400_000;

/**
 * What a plan has counted now: the places, or the items at their places, whose last count is long enough ago and that
 * nobody is sent to or waits for a decision on already; those that were never counted first, then the longest ago, in
 * the order of walking. As many as the plan lets wait at a time.
 */
export async function dueOf(
  read: Runner,
  warehouse: string,
  plan: CountPlanDocument,
  nowMs: number,
): Promise<ToBeCounted[]> {
  const open = (await read.one(openOfPlan, { warehouse, plan: plan.code }))?.count ?? 0;
  const free = plan.atMost - Number(open);
  if (free <= 0) return [];
  const dueBy = nowMs - (plan.everyDays ?? 0) * dayMs;
  return plan.by === 'item'
    ? dueItems(read, { warehouse, plan, dueBy, free })
    : duePlaces(read, { warehouse, plan, dueBy, free });
}

interface Asked {
  readonly warehouse: string;
  readonly plan: CountPlanDocument;
  readonly dueBy: number;
  readonly free: number;
}

async function dueItems(read: Runner, { warehouse, plan, dueBy, free }: Asked): Promise<ToBeCounted[]> {
  const { when } = plan;
  let query = read.k
    .selectFrom('location as l')
    .innerJoin('balance as b', (join) =>
      join.onRef('b.warehouse', '=', 'l.warehouse').onRef('b.location', '=', 'l.code'),
    )
    .innerJoin('item as i', 'i.item_key', 'b.item_key')
    .leftJoin('counted_place as own', (join) =>
      join
        .onRef('own.warehouse', '=', 'l.warehouse')
        .onRef('own.location', '=', 'l.code')
        .onRef('own.item_key', '=', 'b.item_key'),
    )
    .leftJoin('counted_place as whole', (join) =>
      join
        .onRef('whole.warehouse', '=', 'l.warehouse')
        .onRef('whole.location', '=', 'l.code')
        .on('whole.item_key', '=', ''),
    )
    .select(['l.code', 'b.item_key', 'i.number'])
    .where('l.warehouse', '=', warehouse)
    .where('l.active', '=', 1)
    .where('l.type', 'in', when.types.length > 0 ? when.types : [...plannedTypes])
    .where((eb) => eb.or([eb('own.counted_at', 'is', null), eb('own.counted_at', '<=', dueBy)]))
    .where((eb) => eb.or([eb('whole.counted_at', 'is', null), eb('whole.counted_at', '<=', dueBy)]))
    .where(isNotBeingCounted('b.item_key'))
    .groupBy(['l.code', 'b.item_key', 'i.number', 'l.walk_sequence', 'own.counted_at', 'whole.counted_at'])
    .orderBy(lastOf('own', 'whole'))
    .orderBy('l.walk_sequence')
    .orderBy('l.code')
    .orderBy('b.item_key')
    .limit(free);
  if (when.zones.length > 0) query = query.where('l.zone', 'in', when.zones);
  if (when.abcClasses.length > 0) query = query.where('i.abc_class', 'in', when.abcClasses);
  const rows = await query.execute();
  return rows.map(({ code, item_key: key, number }) => ({ location: code, item: { key, number } }));
}

async function duePlaces(read: Runner, { warehouse, plan, dueBy, free }: Asked): Promise<ToBeCounted[]> {
  const { when } = plan;
  let query = read.k
    .selectFrom('location as l')
    .leftJoin('counted_place as whole', (join) =>
      join
        .onRef('whole.warehouse', '=', 'l.warehouse')
        .onRef('whole.location', '=', 'l.code')
        .on('whole.item_key', '=', ''),
    )
    .select('l.code')
    .where('l.warehouse', '=', warehouse)
    .where('l.active', '=', 1)
    .where('l.type', 'in', when.types.length > 0 ? when.types : [...plannedTypes])
    .where((eb) => eb.or([eb('whole.counted_at', 'is', null), eb('whole.counted_at', '<=', dueBy)]))
    .where(isNotBeingCounted(null))
    .orderBy((eb) => eb.fn.coalesce('whole.counted_at', eb.lit(0)))
    .orderBy('l.walk_sequence')
    .orderBy('l.code')
    .limit(free);
  if (when.zones.length > 0) query = query.where('l.zone', 'in', when.zones);
  if (when.abcClasses.length > 0) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('balance as b')
          .innerJoin('item as i', 'i.item_key', 'b.item_key')
          .select('b.item_key')
          .whereRef('b.warehouse', '=', 'l.warehouse')
          .whereRef('b.location', '=', 'l.code')
          .where('i.abc_class', 'in', when.abcClasses),
      ),
    );
  }
  return (await query.execute()).map(({ code }) => ({ location: code, item: null }));
}

/** Neither is there open work for the place (or the item there), nor a count that waits for a decision. */
function isNotBeingCounted(itemColumn: string | null) {
  const same = (column: string) =>
    itemColumn === null
      ? sql`${sql.ref(column)} is null`
      : sql`(${sql.ref(column)} is null or ${sql.ref(column)} = ${sql.ref(itemColumn)})`;
  return sql<boolean>`not exists (select 1 from work as w where w.type = ${countType} and w.status = ${openStatus}
      and w.warehouse = l.warehouse and w.from_location = l.code and ${same('w.item_key')})
    and not exists (select 1 from stock_count as c where c.warehouse = l.warehouse and c.status = 'review'
      and c.location = l.code and ${same('c.item_key')})`;
}

function lastOf(own: string, whole: string) {
  const at = (table: string) => sql`coalesce(${sql.ref(`${table}.counted_at`)}, 0)`;
  return sql`case when ${at(own)} > ${at(whole)} then ${at(own)} else ${at(whole)} end`;
}
