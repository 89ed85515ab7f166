import { statement } from '../platform/db/statement.ts';

/**
 * Open orders of a warehouse with something left to release that are in no wave which waits. `new`: something that nobody
 * tried to release yet.
 */
export const releasableOrders = statement<{ warehouse: string; which: 'any' | 'new' }>()((k, p) =>
  k
    .selectFrom('outbound_order as o')
    .select(['o.order_key', 'o.order_number', 'o.source_system', 'o.order_type', 'o.priority', 'o.carrier'])
    .select(['o.ship_by', 'o.cutoff_at'])
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
          .where((of) => of.or([of(p('which'), '=', 'any'), of('l.backorder_reason', 'is', null)]))
          .where((of) => of('l.quantity_base', '>', of('l.released_base', '+', of.ref('l.cancelled_base')))),
      ),
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
    .orderBy('o.order_key'),
);
