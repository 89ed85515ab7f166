import { sql } from 'kysely';
import { statement } from '../platform/db/statement.ts';
import { isUnseen, type Seen } from '../platform/facts/news.queries.ts';

/** What others registered on a line and the device had not seen. */
export const registeredSince = statement<Seen & { orderKey: string; line: number; device: string }>()((k, p) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('registration as r', (join) =>
      join.onRef('r.load_number', '=', 's.load_number').onRef('r.order_key', '=', 's.order_key'),
    )
    .innerJoin('ledger_entry as e', 'e.id', 'r.entry_id')
    .select(sql<number>`coalesce(sum(r.quantity_base), 0)`.as('quantity_base'))
    .where('s.order_key', '=', p('orderKey'))
    .where('r.line_number', '=', p('line'))
    .where('r.status', '=', 'active')
    .where('e.device', '<>', p('device'))
    .where(isUnseen('e.id', 'e.recorded_at', p)),
);

/** Whether this device itself completed a load of the order, and so knows that it is closed. */
export const completedByDevice = statement<{ orderKey: string; device: string }>()((k, p) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
    .select('d.load_number')
    .where('s.order_key', '=', p('orderKey'))
    .where('d.completed_by_device', '=', p('device'))
    .limit(1),
);

/** Whether this device itself completed the load. */
export const loadCompletedByDevice = statement<{ load: string; device: string }>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select('load_number')
    .where('load_number', '=', p('load'))
    .where('completed_by_device', '=', p('device')),
);

/** What the shelf life of goods that arrive is judged by. */
export const shelfLifeRow = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('warehouse')
    .innerJoin('item', (join) => join.on('item.item_key', '=', p('itemKey')))
    .select(['warehouse.time_zone', 'item.shelf_life_days'])
    .where('warehouse.code', '=', p('warehouse')),
);
