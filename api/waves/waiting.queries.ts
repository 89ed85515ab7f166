import type { Kysely, RawBuilder } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import type { Database } from '../platform/db/schema.ts';
import { statement } from '../platform/db/statement.ts';
import { comingStatuses } from '../platform/facts/coming-orders.ts';
import { openStatus, rowByRow } from '../platform/facts/literals.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';

/** As many orders as are looked at together; the rest is looked at once these are gone. */
const ordersAtMost = 1000;

const sourceSystems = statement<object>()((k) =>
  k.selectFrom('source_system').select(['code', 'settings']).orderBy('code'),
);

/** Source systems whose orders are released as soon as they can be filled. */
export async function releasingByThemselves(read: Runner): Promise<string[]> {
  const rows = await read.all(sourceSystems, {});
  return rows.filter(({ settings }) => settingsFrom(settings).releaseBy === 'automatic').map(({ code }) => code);
}

/**
 * Orders that were released before and lack goods, of which there are some now; the oldest promise first. Backorders only
 * once goods have come since.
 */
export const ordersThatLack = statement<{ warehouse: string }>()((k, p) =>
  withGoods(k, p('warehouse'))
    .where('l.backorder_reason', 'is not', null)
    .where('l.waits_from', 'is', null)
    .where((eb) => eb('l.quantity_base', '>', eb('l.released_base', '+', eb.ref('l.cancelled_base')))),
);

/** Orders with a shipment that was split off without goods, of which there are some now. */
export const ordersSplitOff = statement<{ warehouse: string }>()((k, p) =>
  withGoods(k, p('warehouse'))
    .innerJoin('outbound_shipment_line as sl', (join) =>
      join.onRef('sl.order_key', '=', 'l.order_key').onRef('sl.line_number', '=', 'l.line_number'),
    )
    .innerJoin('outbound_shipment as s', 's.shipment', 'sl.shipment')
    .where('s.warehouse', '=', p('warehouse'))
    .where('s.status', '=', 'open'),
);

/** Orders of source systems that release by themselves, with goods for something that is left to release. */
export function ordersToGo(
  read: Runner,
  warehouse: string,
  sourceSystems: readonly string[],
): Promise<{ order_key: string }[]> {
  return withGoods(read.k, warehouse)
    .where('o.source_system', 'in', sourceSystems)
    .where('l.waits_from', 'is', null)
    .where((eb) => eb('l.quantity_base', '>', eb('l.released_base', '+', eb.ref('l.cancelled_base'))))
    .execute();
}

/** Open lines that goods are promised to or that there may be some for; those in a wave that waits are left to it. */
function withGoods(k: Kysely<Database>, warehouse: string | RawBuilder<string>) {
  return k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select('l.order_key')
    .distinct()
    .select([
      'o.priority',
      'o.created_at',
      (eb) => eb.fn.coalesce('o.cutoff_at', 'o.ship_by', eb.lit(Number.MAX_SAFE_INTEGER)).as('due'),
    ])
    .where('o.warehouse', '=', warehouse)
    .where('o.status', '=', openStatus)
    .where('o.hold_codes', '=', '[]')
    .where('l.status', '=', 'open')
    .where(({ or, exists, selectFrom, eb }) =>
      or([
        eb('l.reserved_base', '>', 0),
        exists(
          selectFrom('balance as b')
            .select('b.location')
            .whereRef('b.item_key', '=', 'l.item_key')
            .where(rowByRow('b.warehouse'), '=', warehouse)
            .whereRef('b.owner', '=', 'l.owner')
            .whereRef('b.inventory_status', '=', 'l.inventory_status')
            .whereRef('b.quantity_base', '>', 'b.reserved_base'),
        ),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('wave_order as wo')
            .innerJoin('wave as w', 'w.wave', 'wo.wave')
            .select('w.wave')
            .whereRef('wo.order_key', '=', 'o.order_key')
            .where('w.status', 'in', ['created', 'processing', 'held']),
        ),
      ),
    )
    .orderBy('o.priority')
    .orderBy('due')
    .orderBy('o.created_at')
    .orderBy('l.order_key')
    .limit(ordersAtMost);
}

/** Lines of a warehouse that lack goods, the oldest promise first. */
export const linesThatWait = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .select(['l.order_key', 'l.line_number', 'l.item_key', 'l.owner', 'l.expected_on'])
    .select(['l.quantity_base', 'l.released_base', 'l.cancelled_base', 'l.reserved_base'])
    .where('o.warehouse', '=', p('warehouse'))
    .where('o.status', '=', openStatus)
    .where('l.status', '=', 'open')
    .where('l.backorder_reason', 'is not', null)
    .where((eb) =>
      eb(
        'l.quantity_base',
        '>',
        eb(eb('l.released_base', '+', eb.ref('l.cancelled_base')), '+', eb.ref('l.reserved_base')),
      ),
    )
    .orderBy('o.priority')
    .orderBy((eb) => eb.fn.coalesce('o.cutoff_at', 'o.ship_by', eb.lit(Number.MAX_SAFE_INTEGER)))
    .orderBy('o.created_at')
    .orderBy('l.order_key')
    .orderBy('l.line_number')
    .limit(5000),
);

/** What open inbound orders of a warehouse are still to bring of items. */
export const linesToCome = statement<{ warehouse: string; itemKeys: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('inbound_order_line as l')
    .innerJoin('inbound_order as o', 'o.order_key', 'l.order_key')
    .select(['l.item_key', 'l.owner', 'l.quantity_base', 'l.registered_base', 'o.document'])
    .where(isOneOf(dialect, 'l.item_key', p('itemKeys')))
    .where('l.status', '=', 'open')
    .where('o.warehouse', '=', p('warehouse'))
    .where('o.status', 'in', comingStatuses)
    .whereRef('l.quantity_base', '>', 'l.registered_base'),
);

/** When a wave of a template was made last, in ms; null: never. */
export async function lastMadeBy(read: Runner, warehouse: string, template: string): Promise<number | null> {
  const row = await read.k
    .selectFrom('wave')
    .select('created_at')
    .where('warehouse', '=', warehouse)
    .where('template', '=', template)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.created_at ?? null;
}
