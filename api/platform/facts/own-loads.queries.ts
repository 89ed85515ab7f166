import { sql } from 'kysely';
import { statement } from '../db/statement.ts';

/** Open loads of an order, with who made each and whether anything is registered on it. */
export const openLoads = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
    .select(['d.load_number', 'd.made_by', 'd.warehouse'])
    .where('s.order_key', '=', p('orderKey'))
    .where('d.status', '=', 'open')
    .orderBy('d.load_number'),
);

/** What an order's lines still lack, other loads than the one named counted as if they brought what they are to bring. */
export const lackingOf = statement<{ orderKey: string; load: string }>()((k, p) =>
  k
    .selectFrom('inbound_order_line as l')
    .select(['l.line_number', 'l.over_percent'])
    .select(
      sql<number>`l.quantity_base - l.received_base - (
        select coalesce(sum(n.expected_base), 0) from inbound_load_line n
        join inbound_load d on d.load_number = n.load_number
        where n.order_key = l.order_key and n.line_number = l.line_number and d.status = 'open'
          and d.load_number <> ${p('load')})`.as('lacking_base'),
    )
    .where('l.order_key', '=', p('orderKey'))
    .where('l.status', '=', 'open')
    .orderBy('l.line_number'),
);

/** Loads copy the over-delivery of the order line, but for where a person set it. */
export const copyOverPercent = statement<{ orderKey: string }>()((k, p) =>
  k
    .updateTable('inbound_load_line')
    .set({
      over_percent: sql<string>`coalesce((select l.over_percent from inbound_order_line l
        where l.order_key = inbound_load_line.order_key and l.line_number = inbound_load_line.line_number), over_percent)`,
    })
    .where('order_key', '=', p('orderKey'))
    .where('over_overridden', '=', 0)
    .where('load_number', 'in', (eb) =>
      eb
        .selectFrom('inbound_shipment as s')
        .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
        .select('s.load_number')
        .where('s.order_key', '=', p('orderKey'))
        .where('d.status', '=', 'open'),
    ),
);

/** Nothing is expected any more of what a load was to bring of an order; what is registered stands there all the same. */
export const forgetLoadLines = statement<{ load: string; orderKey: string }>()((k, p) =>
  k
    .updateTable('inbound_load_line')
    .set({ expected_base: 0 })
    .where('load_number', '=', p('load'))
    .where('order_key', '=', p('orderKey')),
);

export const dropForgotten = statement<{ load: string; orderKey: string }>()((k, p) =>
  k
    .deleteFrom('inbound_load_line')
    .where('load_number', '=', p('load'))
    .where('order_key', '=', p('orderKey'))
    .where('expected_base', '=', 0)
    .where('registered_base', '=', 0),
);

/** What loads were to bring of lines that the order no longer has, or of the whole order. */
export const dropLoadLines = statement<{ orderKey: string }>()((k, p) =>
  k
    .deleteFrom('inbound_load_line')
    .where('order_key', '=', p('orderKey'))
    .where('registered_base', '=', 0)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('inbound_order_line as l')
            .select('l.line_number')
            .whereRef('l.order_key', '=', 'inbound_load_line.order_key')
            .whereRef('l.line_number', '=', 'inbound_load_line.line_number')
            .where('l.status', '<>', 'cancelled'),
        ),
      ),
    ),
);

/** Takes an order off a load that brings nothing of it. */
export const dropShipment = statement<{ orderKey: string; load: string }>()((k, p) =>
  k
    .deleteFrom('inbound_shipment')
    .where('load_number', '=', p('load'))
    .where('order_key', '=', p('orderKey'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('inbound_load_line as n')
            .select('n.line_number')
            .where('n.load_number', '=', p('load'))
            .where('n.order_key', '=', p('orderKey')),
        ),
      ),
    )
    .returning('order_key'),
);

/** A load that was made with its order, and brings nothing. */
export const dropLoad = statement<{ load: string }>()((k, p) =>
  k
    .deleteFrom('inbound_load')
    .where('load_number', '=', p('load'))
    .where('made_by', '=', 'message')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('registration').select('registration.id').where('registration.load_number', '=', p('load')),
        ),
      ),
    ),
);

export const moveLoad = statement<{ load: string; warehouse: string }>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({ warehouse: p('warehouse'), version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load')),
);
