import { sql } from 'kysely';
import type { Dialect } from '../platform/db/connection.ts';
import { jsonText } from '../platform/db/json.ts';
import { type ParameterOf, type Statement, statement } from '../platform/db/statement.ts';
import type { FeedRow } from '../platform/http/feed.ts';

export interface LogSpan {
  sourceSystem: string;
  after: number;
  upTo: number;
  limit: number;
}

/**
 * A page of the update log of a source system, each row as the text of its JSON: every change at every place, with what
 * was asked for by it. Nothing of a row ever changes.
 */
export const logRows: Readonly<Record<Dialect, Statement<LogSpan, FeedRow>>> = {
  sqlite: logRowsOn('sqlite'),
  postgres: logRowsOn('postgres'),
};

/** Rows that were made before there was a choice of channels. */
const olderMembers = '"unit":null,"reasonCode":null,"quantityChannel":false';

function logRowsOn(dialect: Dialect): Statement<LogSpan, FeedRow> {
  const orderNumber = jsonText(dialect, sql`substr(r.order_key, length(d.source_system) + 2)`);
  const reference = sql`case when r.id is null then 'null' else '{"category":"inbound-order","orderNumber":' || ${orderNumber}
    || ',"lineNumber":' || r.line_number || ',"load":' || ${jsonText(dialect, sql`r.load_number`)} || '}' end`;
  return statement<LogSpan>()((k, p: ParameterOf<LogSpan>) => ({
    compile: () =>
      sql<FeedRow>`
        select d.position as position, '{"position":' || d.position || ',' || d.body || ','
          || case when d.log = '' then ${sql.lit(olderMembers)} else d.log end || ',"reference":' || ${reference} || '}' as text
        from inventory_delta d left join registration r on r.id = d.coverage
        where d.position > ${p('after')} and d.position <= ${p('upTo')} and d.source_system = ${p('sourceSystem')}
        order by d.position limit ${p('limit')}`.compile(k),
  }));
}
