import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { comingStatuses } from '../platform/facts/coming-orders.ts';
import { none, rowByRow, shippedState } from '../platform/facts/literals.ts';

interface Asked {
  itemKey: string;
  warehouse: string;
}

export const itemAndSite = statement<Asked>()((k, p) =>
  k
    .selectFrom('item as i')
    .innerJoin('warehouse as w', (join) => join.onTrue())
    .select(['i.number', 'i.decimals', 'i.base_unit', 'w.code', 'w.time_zone'])
    .where('i.item_key', '=', p('itemKey'))
    .where('w.code', '=', p('warehouse')),
);

/** What stands in the building, by what it may be used for. Everything inside is a location, outside is none. */
export const standing = statement<Asked>()((k, p) =>
  k
    .selectFrom('balance as b')
    .innerJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'b.warehouse').onRef('l.code', '=', 'b.location'),
    )
    .select((eb) => [
      'b.inventory_status',
      'l.type',
      eb.fn.sum<number>('b.quantity_base').as('quantity_base'),
      eb.fn.sum<number>('b.reserved_base').as('reserved_base'),
    ])
    .where('b.item_key', '=', p('itemKey'))
    .where(rowByRow('b.warehouse'), '=', p('warehouse'))
    .groupBy(['b.inventory_status', 'l.type']),
);

/**
 * What active plans want to be kept of it in the warehouse on a day: what began last comes first, and what the item's own
 * system published before what a planner of all did.
 */
export const safetyStock = statement<Asked & { sourceSystem: string; day: string }>()((k, p) =>
  k
    .selectFrom('plan_policy as l')
    .innerJoin('plan_version as v', (join) =>
      join.onRef('v.scope', '=', 'l.scope').onRef('v.version', '=', 'l.version'),
    )
    .select('l.safety_stock_base')
    .where('l.item_key', '=', p('itemKey'))
    .where(rowByRow('l.warehouse'), '=', p('warehouse'))
    .where('l.location', '=', none)
    .where('l.valid_from', '<=', p('day'))
    .where('l.scope', 'in', [none, p('sourceSystem')])
    .where('v.state', '=', 'active')
    .orderBy('l.scope', 'desc')
    .orderBy('l.valid_from', 'desc')
    .limit(1),
);

/** What is promised of it, and what is picked and not shipped. */
export const promised = statement<Asked>()((k, p) =>
  k
    .selectFrom('reservation')
    .select((eb) => ['state', eb.fn.sum<number>('quantity_base').as('quantity_base')])
    .where('item_key', '=', p('itemKey'))
    .where('warehouse', '=', p('warehouse'))
    .where('state', '<>', shippedState)
    .groupBy('state'),
);

/** Open inbound lines of which something is still to come, in a status that may be sold. */
export const toCome = statement<Asked>()((k, p) =>
  k
    .selectFrom('inbound_order_line as l')
    .innerJoin('inbound_order as o', 'o.order_key', 'l.order_key')
    .select(['o.document', 'l.quantity_base', 'l.registered_base'])
    .where('l.item_key', '=', p('itemKey'))
    .where('l.status', '=', 'open')
    .where('o.warehouse', '=', p('warehouse'))
    .where('o.status', 'in', comingStatuses)
    .where('l.inventory_status', '=', 'available')
    .whereRef('l.quantity_base', '>', 'l.registered_base'),
);

/** Open outbound lines with how much of each is promised, whatever item was promised for it. */
export function wanted(read: Runner, { itemKey, warehouse }: Asked) {
  return read.k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['o.ship_by', 'l.quantity_base', 'l.shipped_base', 'l.cancelled_base'])
    .select((eb) =>
      eb
        .selectFrom('reservation as r')
        .select(sql<number>`cast(coalesce(sum(r.quantity_base), 0) as bigint)`.as('promised'))
        .whereRef('r.order_key', '=', 'l.order_key')
        .whereRef('r.line_number', '=', 'l.line_number')
        .where('r.state', '<>', 'shipped')
        .as('promised_base'),
    )
    .where('l.item_key', '=', itemKey)
    .where('l.status', '=', 'open')
    .where('o.warehouse', '=', warehouse)
    .where('o.status', '=', 'open')
    .execute();
}
