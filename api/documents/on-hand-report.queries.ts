import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { goodsOnTheirWay } from '../platform/facts/goods-on-their-way.ts';

/** Columns of the published sums by what a report calls them. */
const columns = {
  warehouse: 'warehouse',
  location: 'location',
  inventoryStatus: 'inventory_status',
  lot: 'lot',
  owner: 'owner',
} as const;

export type ReportDimension = keyof typeof columns;

export const reportDimensions = Object.keys(columns) as [ReportDimension, ...ReportDimension[]];

export interface ReportedSum {
  readonly position: number;
  /** Null where there is no stock at all: the row only tells the position. */
  readonly number: string | null;
  readonly decimals: number;
  readonly base_unit: string;
  readonly warehouse: string;
  /** Empty for goods on their way: they have no place yet. */
  readonly location: string;
  readonly inventory_status: string;
  readonly lot: string;
  readonly owner: string;
  readonly quantity_base: number;
  readonly unreported_base: number;
  readonly registered_base: number;
  readonly allocated_base: number;
  readonly in_transit_base: number;
}

interface Asked {
  readonly sourceSystem: string;
  /** Null for all of them. */
  readonly warehouse: string | null;
  readonly dimensions: readonly ReportDimension[];
  readonly limit: number;
  /** Until when goods were dispatched that are on their way. */
  readonly nowMs: number;
}

/**
 * What stands of a source system's items, and what is on its way, summed over what was not asked for, and the position
 * that the stock is exact at: one statement, so all of it is of one moment. At least one row, which tells the position.
 */
export async function sumsOfStock(read: Runner, asked: Asked): Promise<readonly ReportedSum[]> {
  const { sourceSystem, warehouse, dimensions, limit, nowMs } = asked;
  const kept = ['warehouse', ...dimensions.map((dimension) => columns[dimension])];
  const shown = Object.values(columns).map((column) =>
    kept.includes(column) ? sql.raw(`b.${column} as ${column}`) : sql.raw(`'' as ${column}`),
  );
  const isByLocation = dimensions.includes('location');
  const { rows } = await sql<ReportedSum>`
    select h.position, s.* from feed_head h left join (
      select i.number, i.decimals, i.base_unit, ${sql.join(shown)}, sum(b.quantity_base) as quantity_base,
        sum(b.unreported_base) as unreported_base, sum(b.registered_base) as registered_base,
        sum(b.allocated_base) as allocated_base, sum(b.in_transit_base) as in_transit_base
      from (
        select item_key, warehouse, location, inventory_status, lot, owner, quantity_base, unreported_base,
          registered_base, 0 as allocated_base, 0 as in_transit_base
        from published_balance where ${isByLocation ? sql`location <> ''` : sql`location = ''`}
        union all
        select item_key, warehouse, ${isByLocation ? sql`location` : sql`''`}, inventory_status, lot, owner, 0, 0, 0,
          quantity_base, 0
        from reservation where state <> 'shipped'
        union all
        select item_key, warehouse, '', inventory_status, lot, owner, 0, 0, 0, 0, quantity_base
        from ${goodsOnTheirWay(nowMs)} as w
      ) as b join item i on i.item_key = b.item_key
      where i.source_system = ${sourceSystem}
        and (cast(${warehouse} as text) is null or b.warehouse = cast(${warehouse} as text))
      group by 1, 2, 3, ${sql.raw([...new Set(kept)].map((column) => `b.${column}`).join(', '))}
      having sum(b.quantity_base) <> 0 or sum(b.unreported_base) <> 0 or sum(b.registered_base) <> 0
        or sum(b.in_transit_base) <> 0
    ) as s on true
    order by s.number, s.warehouse, s.location, s.owner, s.lot, s.inventory_status limit ${limit}`.execute(read.k);
  return rows.map((row) => ({
    ...row,
    quantity_base: Number(row.quantity_base ?? 0),
    unreported_base: Number(row.unreported_base ?? 0),
    registered_base: Number(row.registered_base ?? 0),
    allocated_base: Number(row.allocated_base ?? 0),
    in_transit_base: Number(row.in_transit_base ?? 0),
  }));
}

/**
 * Claims the report that is due: answers nothing where one was made after `dueBy`, or is being made by another node.
 * Instants in ms.
 */
export const claimReport = statement<{ name: string; at: number; dueBy: number }>()((k, p) =>
  k
    .insertInto('setting')
    .values({ name: p('name'), value: sql<string>`cast(cast(${p('at')} as bigint) as text)` })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') }))
        .where(sql<boolean>`cast(setting.value as bigint) <= ${p('dueBy')}`),
    )
    .returning('name'),
);
