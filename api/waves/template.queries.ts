import { statement } from '../platform/db/statement.ts';
import { openStatus } from '../platform/facts/literals.ts';

/**
 * Open orders of a warehouse with something left to release that are in no wave which waits. `new`: something that nobody
 * tried to release yet. Orders on hold are among them where that is asked for.
 */
export const releasableOrders = statement<{ warehouse: string; which: 'any' | 'new'; held: 'any' | 'no' }>()((k, p) =>
  k
    .selectFrom('outbound_order as o')
    .select(['o.order_key', 'o.order_number', 'o.source_system', 'o.order_type', 'o.priority', 'o.carrier'])
    .select(['o.ship_by', 'o.cutoff_at', 'o.created_at', 'o.hold_codes'])
    .where('o.warehouse', '=', p('warehouse'))
    .where('o.status', '=', openStatus)
    .where((eb) => eb.or([eb('o.hold_codes', '=', '[]'), eb(p('held'), '=', 'any')]))
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
