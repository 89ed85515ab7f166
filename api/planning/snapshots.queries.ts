import { sql } from 'kysely';
import { type ParameterOf, type Statement, statement } from '../platform/db/statement.ts';
import { goodsOnTheirWay } from '../platform/facts/goods-on-their-way.ts';
import type { Level } from './deltas.queries.ts';

/** Where a row of a snapshot stands in its order. */
export interface SnapshotKey {
  readonly location: string;
  readonly warehouse: string;
  readonly item_key: string;
  readonly owner: string;
  readonly lot: string;
  readonly inventory_status: string;
}

export interface SnapshotRow extends SnapshotKey {
  readonly quantity_base: number;
  /** What of it is promised to orders or picked and not shipped, at the moment of reading. */
  readonly allocated_base: number;
  /** On its way to the warehouse and not received, at the moment of reading. */
  readonly in_transit_base: number;
  /** 1 for a row of the balances that stand now, 0 for one that only the changes since then know. */
  readonly stands_now: number;
  readonly number: string;
  readonly decimals: number;
}

/** Whose stock; null for all of it. */
export interface Whose {
  readonly oneWarehouse: string | null;
  /** The number of an item, of any source system. */
  readonly oneItem: string | null;
  /** Of no meaning for whole warehouses. */
  readonly oneLocation: string | null;
  readonly sourceSystem: string | null;
}

export type SnapshotSpan = SnapshotKey & Whose & { readonly position: number; readonly limit: number };

/** Until when goods were dispatched that are on their way, in ms. */
type SnapshotNow = SnapshotSpan & { readonly nowMs: number };

/**
 * Up to `limit` balances behind a key, as they were at a position: what stands now, less every change after it, and what
 * is promised of it and on its way to it now. One statement reads all, so they are of one moment whatever is being
 * written. Rows that are known from changes only, or that are only on their way, may lie beyond the last balance read: the
 * caller cuts them off where there are more balances to come.
 */
export const balancesAt: Readonly<Record<Level, Statement<SnapshotNow, SnapshotRow>>> = {
  warehouse: balancesWith("location = ''", "'' as location", 'and warehouse_level = 1'),
  location: balancesWith("location <> ''", 'location', ''),
};

/**
 * Up to `limit` balances behind a key of those that were kept at a position. With nothing kept at 0, where there was no
 * stock.
 */
export const keptBalancesAt: Readonly<Record<Level, Statement<SnapshotSpan, SnapshotRow>>> = {
  warehouse: keptWith("s.location = ''"),
  location: keptWith("s.location <> ''"),
};

function keptWith(level: string): Statement<SnapshotSpan, SnapshotRow> {
  return statement<SnapshotSpan>()((k, p: ParameterOf<SnapshotSpan>) => ({
    compile: () => {
      const key = sql.raw('s.location, s.warehouse, s.item_key, s.owner, s.lot, s.inventory_status');
      return sql<SnapshotRow>`
        select ${key}, s.quantity_base, 0 as allocated_base, 0 as in_transit_base, 1 as stands_now, i.number, i.decimals
        from stock_snapshot_row s join item i on i.item_key = s.item_key
        where s.position = ${p('position')} and ${sql.raw(level)} and (${key}) > (${p('location')}, ${p('warehouse')},
          ${p('item_key')}, ${p('owner')}, ${p('lot')}, ${p('inventory_status')}) and ${whose(p, 's.')}
        order by ${key} limit ${p('limit')}`.compile(k);
    },
  }));
}

/** The newest position, up to one, that balances are kept of. */
export const keptUpTo = statement<{ position: number }>()((k, p) =>
  k
    .selectFrom('stock_snapshot')
    .select(['position', 'row_count'])
    .where('position', '<=', p('position'))
    .orderBy('position', 'desc')
    .limit(1),
);

/** Rows of what somebody asks for, by the columns of a table of that name. */
function whose(p: ParameterOf<Whose>, table = '') {
  const column = (name: string) => sql.raw(`${table}${name}`);
  return sql<boolean>`(cast(${p('oneWarehouse')} as text) is null or ${column('warehouse')} = ${p('oneWarehouse')})
    and (cast(${p('oneLocation')} as text) is null or ${column('location')} = ${p('oneLocation')})
    and (cast(${p('oneItem')} as text) is null
      or ${column('item_key')} in (select item_key from item where number = ${p('oneItem')}))
    and (cast(${p('sourceSystem')} as text) is null
      or ${column('item_key')} >= ${p('sourceSystem')} || ':' and ${column('item_key')} < ${p('sourceSystem')} || ';')`;
}

const keyColumns = 'location, warehouse, item_key, owner, lot, inventory_status';

function balancesWith(level: string, location: string, levelOfDelta: string): Statement<SnapshotNow, SnapshotRow> {
  return statement<SnapshotNow>()((k, p: ParameterOf<SnapshotNow>) => ({
    compile: () => {
      const key = sql.raw(keyColumns);
      const behind = sql`(${key}) > (${p('location')}, ${p('warehouse')}, ${p('item_key')}, ${p('owner')}, ${p('lot')}, ${p('inventory_status')})`;
      const chosen = whose(p);
      return sql<SnapshotRow>`
        with standing as (
          select ${key}, quantity_base, 0 as allocated_base, 0 as in_transit_base, 1 as stands_now from published_balance
          where ${sql.raw(level)} and ${behind} and ${chosen} order by ${key} limit ${p('limit')}
        ), since as (
          select ${sql.raw(location)}, warehouse, item_key, owner, lot, inventory_status,
            -sum(quantity_base) as quantity_base, 0 as allocated_base, 0 as in_transit_base, 0 as stands_now
          from inventory_delta where position > ${p('position')} ${sql.raw(levelOfDelta)} and ${chosen}
          group by 1, 2, 3, 4, 5, 6
        ), promised as (
          select ${sql.raw(location)}, warehouse, item_key, owner, lot, inventory_status,
            0 as quantity_base, sum(quantity_base) as allocated_base, 0 as in_transit_base, 0 as stands_now
          from reservation where state <> 'shipped' and ${chosen}
          group by 1, 2, 3, 4, 5, 6
        ), coming as (
          select location, warehouse, item_key, owner, lot, inventory_status,
            0 as quantity_base, 0 as allocated_base, sum(quantity_base) as in_transit_base, 0 as stands_now
          from (select '' as location, w.* from ${goodsOnTheirWay(p('nowMs'))} as w) as coming_rows
          where ${sql.raw(level)} and ${chosen}
          group by 1, 2, 3, 4, 5, 6
        ), all_parts as (
          select * from standing union all select * from since where ${behind}
          union all select * from promised where ${behind}
          union all select * from coming where ${behind}
        )
        select b.location, b.warehouse, b.item_key, b.owner, b.lot, b.inventory_status, b.quantity_base, b.allocated_base,
          b.in_transit_base, b.stands_now, i.number, i.decimals
        from (
          select ${key}, cast(sum(quantity_base) as bigint) as quantity_base,
            cast(sum(allocated_base) as bigint) as allocated_base,
            cast(sum(in_transit_base) as bigint) as in_transit_base, max(stands_now) as stands_now
          from all_parts group by ${key}
        ) as b join item i on i.item_key = b.item_key
        order by b.location, b.warehouse, b.item_key, b.owner, b.lot, b.inventory_status`.compile(k);
    },
  }));
}

export interface ChangesAsked extends Whose {
  readonly after: number;
  readonly upTo: number;
}

/** What changed between two positions, summed. */
export const changesBetween: Readonly<Record<Level, Statement<ChangesAsked, SnapshotRow>>> = {
  warehouse: changesWith("'' as location", 'and d.warehouse_level = 1'),
  location: changesWith('d.location', ''),
};

function changesWith(location: string, levelOfDelta: string): Statement<ChangesAsked, SnapshotRow> {
  return statement<ChangesAsked>()((k, p: ParameterOf<ChangesAsked>) => ({
    compile: () =>
      sql<SnapshotRow>`
        select ${sql.raw(location)}, d.warehouse, d.item_key, d.owner, d.lot, d.inventory_status,
          cast(sum(d.quantity_base) as bigint) as quantity_base, 0 as allocated_base, 0 as in_transit_base, 0 as stands_now,
          i.number, i.decimals
        from inventory_delta d join item i on i.item_key = d.item_key
        where d.position > ${p('after')} and d.position <= ${p('upTo')} ${sql.raw(levelOfDelta)} and ${whose(p, 'd.')}
        group by 1, 2, 3, 4, 5, 6, 11, 12`.compile(k),
  }));
}

/** The first change at or after a position. */
export const deltaFrom = statement<{ position: number }>()((k, p) =>
  k
    .selectFrom('inventory_delta')
    .select(['position', 'at'])
    .where('position', '>=', p('position'))
    .orderBy('position')
    .limit(1),
);

/** Says that all balances of a position are kept; changes nothing where another node said so. */
export const keepSnapshot = statement<{ position: number; rowCount: number }>()((k, p) =>
  k
    .insertInto('stock_snapshot')
    .values({ position: p('position'), row_count: p('rowCount') })
    .onConflict((conflict) => conflict.column('position').doNothing()),
);

export const lastLinkUpTo = statement<{ position: number }>()((k, p) =>
  k.selectFrom('chain').select('position').where('position', '<=', p('position')).orderBy('position', 'desc').limit(1),
);

export const firstLinkAfter = statement<{ position: number }>()((k, p) =>
  k.selectFrom('chain').select('position').where('position', '>', p('position')).orderBy('position').limit(1),
);
