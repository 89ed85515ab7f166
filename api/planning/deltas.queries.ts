import { sql } from 'kysely';
import { type ParameterOf, type Statement, statement } from '../platform/db/statement.ts';
import type { FeedRow } from '../platform/http/feed.ts';

export interface DeltaSpan {
  after: number;
  upTo: number;
  limit: number;
  /** Null for every warehouse. */
  warehouse: string | null;
  /** Null for the items of every source system. */
  sourceSystem: string | null;
}

export type Level = 'warehouse' | 'location';

/**
 * A page of deltas, each as the text of its JSON. `level=warehouse` leaves out moves inside a warehouse and gives the
 * sum there; `level=location` gives both legs of every move and the sum at the location. What covers a change is as of
 * reading, nothing else of a row ever changes.
 */
export const deltaRows: Readonly<Record<Level, Statement<DeltaSpan, FeedRow>>> = {
  warehouse: deltasWith('d.on_hand_after', 'and d.warehouse_level = 1'),
  location: deltasWith('d.location_on_hand_after', ''),
};

const documentNumber = `coalesce('"' || c.document_number || '"', 'null')`;
const coveredBy = `coalesce('{"kind":"' || c.kind || '","documentNumber":' || ${documentNumber} || ',"state":"' || c.state || '"}', 'null')`;

function deltasWith(sum: string, condition: string): Statement<DeltaSpan, FeedRow> {
  return statement<DeltaSpan>()((k, p: ParameterOf<DeltaSpan>) => ({
    compile: () =>
      sql<FeedRow>`
        select d.position as position, '{"position":' || d.position || ',' || d.body || ',"onHandAfter":'
          || ${sql.raw(sum)} || ',"coveredBy":' || ${sql.raw(coveredBy)} || '}' as text
        from inventory_delta d left join coverage c on c.id = d.coverage
        where d.position > ${p('after')} and d.position <= ${p('upTo')} ${sql.raw(condition)}
          and (cast(${p('warehouse')} as text) is null or d.warehouse = ${p('warehouse')})
          and (cast(${p('sourceSystem')} as text) is null or d.source_system = ${p('sourceSystem')})
        order by d.position limit ${p('limit')}`.compile(k),
  }));
}
