import { type RowOf, type Statement, statement } from '../platform/db/statement.ts';
import { rowByRow } from '../platform/facts/literals.ts';
import { isNumbered } from '../platform/facts/outbound-orders.queries.ts';

const columns = [
  'o.order_key',
  'o.order_number',
  'o.source_system',
  'o.warehouse',
  'o.status',
  'o.priority',
  'o.hold_codes',
  'o.cutoff_at',
  'o.ship_by',
  'o.created_at',
  'o.consignee',
  'o.carrier',
] as const;

/** An order by its number: what decides about releasing it, without its document. */
export const headsWithNumber = statement<{ warehouse: string; order: string }>()((k, p) =>
  k
    .selectFrom('outbound_order as o')
    .select(columns)
    .where(isNumbered('o', p('order')))
    .where(rowByRow('o.warehouse'), '=', p('warehouse'))
    .orderBy('o.order_key'),
);

export const headWithKey = statement<{ warehouse: string; orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order as o')
    .select(columns)
    .where('o.order_key', '=', p('orderKey'))
    .where('o.warehouse', '=', p('warehouse')),
);

export type HeadRow = RowOf<typeof headWithKey>;

/** A line of the order of which something is left to release. */
export const lineLeft = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_order_line')
    .select('line_number')
    .where('order_key', '=', p('orderKey'))
    .where('status', '=', 'open')
    .where((eb) => eb('quantity_base', '>', eb('released_base', '+', eb.ref('cancelled_base'))))
    .limit(1),
);

/** The wave that is being filled and has not come to the order yet. */
export const waveInWork: Statement<{ orderKey: string }, { wave: string }> = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('wave_order as o')
    .innerJoin('wave as w', 'w.wave', 'o.wave')
    .select('w.wave')
    .where('o.order_key', '=', p('orderKey'))
    .where('o.status', '=', 'in')
    .where('w.status', '=', 'processing')
    .limit(1),
);
