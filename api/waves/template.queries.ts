import type { ExpressionBuilder } from 'kysely';
import type { Database } from '../platform/db/schema.ts';
import { statement } from '../platform/db/statement.ts';
import { openStatus } from '../platform/facts/literals.ts';

/**
 * Open orders of a warehouse with something left to release that are in no wave which waits. `new`: something that nobody
 * tried to release yet, nor took back. Orders on hold are among them where that is asked for.
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
          .where((of) => of.or([of(p('which'), '=', 'any'), isNew(of)]))
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

/** How many lines of each open order of a warehouse nobody tried to release yet, nor took back. */
export const newLines = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_order as o')
    .innerJoin('outbound_order_line as l', 'l.order_key', 'o.order_key')
    .select(['o.order_key', (eb) => eb.fn.countAll<number>().as('lines')])
    .where('o.warehouse', '=', p('warehouse'))
    .where('o.status', '=', openStatus)
    .where('l.status', '=', 'open')
    .where(isNew)
    .where((eb) => eb('l.quantity_base', '>', eb('l.released_base', '+', eb.ref('l.cancelled_base'))))
    .groupBy('o.order_key'),
);

function isNew(eb: ExpressionBuilder<Database & { l: Database['outbound_order_line'] }, 'l'>) {
  return eb.and([eb('l.backorder_reason', 'is', null), eb('l.waits_from', 'is', null)]);
}
