import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../platform/db/connection.ts';
import { type ParameterOf, type Statement, statement } from '../platform/db/statement.ts';
import { type FeedRow, type FeedRun, pageEndRoom, pageStart, type Span } from '../platform/http/feed.ts';

export interface DeltaSpan extends Span {
  /** Null for every warehouse. */
  warehouse: string | null;
  /** Null for the items of every source system. */
  sourceSystem: string | null;
}

export type Level = 'warehouse' | 'location';

/**
 * Deltas, each as the text of its JSON. `level=warehouse` leaves out moves inside a warehouse and gives the sum there;
 * `level=location` gives both legs of every move and the sum at the location. What covers a change is as of reading,
 * nothing else of a row ever changes.
 */
export const deltaRows: Readonly<Record<Level, Statement<DeltaSpan, FeedRow>>> = {
  warehouse: statement<DeltaSpan>()((k, p) => ({ compile: () => rowsOf('warehouse', p).compile(k) })),
  location: statement<DeltaSpan>()((k, p) => ({ compile: () => rowsOf('location', p).compile(k) })),
};

/** The same as one run; `last` is null where there is none. */
export const deltaRun: Readonly<Record<Level, Readonly<Record<Dialect, Statement<DeltaSpan, FoundRun>>>>> = {
  warehouse: { sqlite: runOn('sqlite', 'warehouse'), postgres: runOn('postgres', 'warehouse') },
  location: { sqlite: runOn('sqlite', 'location'), postgres: runOn('postgres', 'location') },
};

type FoundRun = FeedRun | { readonly count: 0; readonly last: null; readonly json: null };

/** SQLite hands out bytes; it joins in the order of the rows below, which their limit holds it to, and sorts for nothing. */
const joined: Readonly<Record<Dialect, RawBuilder<FeedRun['json']>>> = {
  sqlite: sql`cast(concat(${sql.lit(pageStart)}, group_concat(r.text, ','), ${sql.lit(' '.repeat(pageEndRoom))}) as blob)`,
  postgres: sql`string_agg(r.text, ',' order by r.position)`,
};

function runOn(dialect: Dialect, level: Level): Statement<DeltaSpan, FoundRun> {
  return statement<DeltaSpan>()((k, p) => ({
    compile: () =>
      sql<FoundRun>`
        select count(*) as count, max(r.position) as last, ${joined[dialect]} as json
        from (${rowsOf(level, p)}) as r`.compile(k),
  }));
}

const filters: Readonly<Record<Level, { readonly sum: string; readonly condition: string }>> = {
  warehouse: { sum: 'd.on_hand_after', condition: 'and d.warehouse_level = 1' },
  location: { sum: 'd.location_on_hand_after', condition: '' },
};

/**
 * The end of a row, one text for each case: put together from parts that are texts themselves it would take twice as
 * long.
 */
const coveredBy = `case when c.id is null then ',"coveredBy":null}'
  when c.document_number is null
    then concat(',"coveredBy":{"kind":"', c.kind, '","documentNumber":null,"state":"', c.state, '"}}')
  else concat(',"coveredBy":{"kind":"', c.kind, '","documentNumber":"', c.document_number, '","state":"', c.state, '"}}')
  end`;

function rowsOf(level: Level, p: ParameterOf<DeltaSpan>): RawBuilder<FeedRow> {
  const { sum, condition } = filters[level];
  return sql<FeedRow>`
    select d.position as position,
      concat('{"position":', d.position, ',', d.body, ',"onHandAfter":', ${sql.raw(sum)}, ${sql.raw(coveredBy)}) as text
    from inventory_delta d left join coverage c on c.id = d.coverage
    where d.position > ${p('after')} and d.position <= ${p('upTo')} ${sql.raw(condition)}
      and (cast(${p('warehouse')} as text) is null or d.warehouse = ${p('warehouse')})
      and (cast(${p('sourceSystem')} as text) is null or d.source_system = ${p('sourceSystem')})
    order by d.position limit ${p('limit')}`;
}
