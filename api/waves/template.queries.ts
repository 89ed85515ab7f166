import { statement } from '../platform/db/statement.ts';

/** Open orders of a warehouse with something left to release, the most urgent first. */
export const releasableOrders = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_order as o')
    .select(['o.order_key', 'o.source_system', 'o.order_type', 'o.priority', 'o.carrier', 'o.ship_by', 'o.cutoff_at'])
    .where('o.warehouse', '=', p('warehouse'))
    .where('o.status', '=', 'open')
    .where('o.hold_codes', '=', '[]')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('outbound_order_line as l')
          .select('l.line_number')
          .whereRef('l.order_key', '=', 'o.order_key')
          .where('l.status', '=', 'open')
          .where((of) => of('l.quantity_base', '>', of('l.released_base', '+', of.ref('l.cancelled_base')))),
      ),
    )
    .orderBy('o.priority')
    .orderBy('o.ship_by')
    .orderBy('o.order_key'),
);
