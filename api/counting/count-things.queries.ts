import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';
import { countType, openStatus } from '../platform/facts/literals.ts';

/** Who has begun what and said nothing since, in the order of their badges. */
export const begunOf = statement<{ ids: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('count_begun')
    .select(['work', 'badge', 'begun_at'])
    .where(isOneOf(dialect, 'work', p('ids')))
    .orderBy('badge'),
);

export const openCounts = statement<{ ids: readonly string[]; warehouse: string }>()((k, p, dialect) =>
  k
    .selectFrom('work as w')
    .leftJoin('stock_count as c', 'c.work', 'w.id')
    .leftJoin('item as i', 'i.item_key', 'w.item_key')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'w.warehouse').onRef('l.code', '=', 'w.from_location'),
    )
    .select(['w.id', 'w.from_location', 'w.item_key', 'i.number', 'i.description'])
    .select(['w.claimed_by', 'w.claimed_at', 'l.zone'])
    .select(['c.status as count_status', 'c.count_number', 'c.command_id', 'c.counted_by', 'c.not_by'])
    .where(isOneOf(dialect, 'w.id', p('ids')))
    .where('w.warehouse', '=', p('warehouse'))
    .where('w.type', '=', countType)
    .where('w.status', '=', openStatus),
);
