import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';
import { countType, openStatus } from '../platform/facts/literals.ts';

export const openCounts = statement<{ ids: readonly string[]; warehouse: string }>()((k, p, dialect) =>
  k
    .selectFrom('work as w')
    .leftJoin('stock_count as c', 'c.work', 'w.id')
    .leftJoin('item as i', 'i.item_key', 'w.item_key')
    .select(['w.id', 'w.from_location', 'w.item_key', 'i.number', 'i.description'])
    .select(['c.status as count_status', 'c.not_by'])
    .where(isOneOf(dialect, 'w.id', p('ids')))
    .where('w.warehouse', '=', p('warehouse'))
    .where('w.type', '=', countType)
    .where('w.status', '=', openStatus),
);
