import { statement } from '../platform/db/statement.ts';
import { undoneLines, undoneWork } from '../platform/facts/literals.ts';

export const shipGoods = statement<{ id: string; documentNumber: string; entryId: string }>()((k, p) =>
  k
    .updateTable('reservation')
    .set({ state: 'shipped', document_number: p('documentNumber'), entry_id: p('entryId') })
    .where('id', '=', p('id')),
);

/** The lines of a shipment are done: what was picked went, and the shipment stands for no more. */
export const shipLines = statement<{ shipment: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment_line')
    .set((eb) => ({ shipped_base: eb.ref('picked_base'), quantity_base: eb.ref('picked_base'), status: 'shipped' }))
    .where('shipment', '=', p('shipment')),
);

/** Counts what was shipped of an order line, what is released no more, and what will not be delivered. */
export const countShipped = statement<{
  orderKey: string;
  line: number;
  shippedBase: number;
  unreleasedBase: number;
  cancelledBase: number;
  /** Why something is left, and why something is not wanted any more. */
  backorderReason: string | null;
  cancelReason: string | null;
}>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({
      shipped_base: eb('shipped_base', '+', p('shippedBase')),
      released_base: eb('released_base', '-', p('unreleasedBase')),
      cancelled_base: eb('cancelled_base', '+', p('cancelledBase')),
      backorder_reason: eb.fn.coalesce(p('backorderReason'), 'backorder_reason'),
      cancel_reason: eb.fn.coalesce(p('cancelReason'), 'cancel_reason'),
    }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** An order line that is closed with a shipment: what was ordered, and why something of it is cancelled already. */
export const closedLine = statement<{ orderKey: string; line: number }>()((k, p) =>
  k
    .selectFrom('outbound_order_line')
    .select(['quantity_base', 'cancel_reason'])
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** What is closed of an order line with a shipment. What is once more, since an ERP asked for it again, is told in one. */
export const keepClosed = statement<{
  shipment: string;
  orderKey: string;
  line: number;
  restBase: number;
  orderedBase: number;
  /** How much of the rest was promised. */
  promisedBase: number;
  reason: string;
  reasonBefore: string | null;
  reopens: 0 | 1;
}>()((k, p) =>
  k
    .insertInto('closed_with_shipment')
    .values({
      shipment: p('shipment'),
      order_key: p('orderKey'),
      line_number: p('line'),
      rest_base: p('restBase'),
      ordered_base: p('orderedBase'),
      promised_base: p('promisedBase'),
      reason: p('reason'),
      reason_before: p('reasonBefore'),
      reopens: p('reopens'),
    })
    .onConflict((conflict) =>
      conflict.columns(['shipment', 'order_key', 'line_number']).doUpdateSet((eb) => ({
        rest_base: eb('closed_with_shipment.rest_base', '+', p('restBase')),
        ordered_base: p('orderedBase'),
        reason: p('reason'),
      })),
    ),
);

/** What was closed with a shipment, by order and line. */
export const closedWith = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('closed_with_shipment as c')
    .innerJoin('outbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 'c.order_key').onRef('l.line_number', '=', 'c.line_number'),
    )
    .selectAll('c')
    .select('l.item_key')
    .where('c.shipment', '=', p('shipment'))
    .orderBy('c.order_key')
    .orderBy('c.line_number'),
);

/** What a reversal opens again is closed no more. */
export const forgetReopened = statement<{ shipment: string }>()((k, p) =>
  k.deleteFrom('closed_with_shipment').where('shipment', '=', p('shipment')).where('reopens', '=', 1),
);

/**
 * So much of a line that was closed is wanted again, where it is as it was closed. It waits for `waits` unless it waited for
 * something before, and from a position of the feeds, `never`, that goods never come behind.
 */
export const reopenLine = statement<{
  orderKey: string;
  line: number;
  restBase: number;
  orderedBase: number;
  reason: string;
  reasonBefore: string | null;
  waits: string;
  never: number;
}>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({
      status: 'open',
      cancelled_base: eb('cancelled_base', '-', p('restBase')),
      cancel_reason: p('reasonBefore'),
      backorder_reason: eb.fn.coalesce('backorder_reason', p('waits')),
      waits_from: p('never'),
    }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line'))
    .where('cancel_reason', '=', p('reason'))
    .where('cancelled_base', '>=', p('restBase'))
    .where('quantity_base', '=', p('orderedBase'))
    .returning('line_number'),
);

/**
 * Lines of which nothing is left to ship are closed, or cancelled where nothing of them went at all; and opened again where
 * a reversal brings something back. Those that are over wait for nothing.
 */
export const settleLines = statement<{ orderKey: string }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({
      status: eb
        .case()
        .when(eb(eb('shipped_base', '+', eb.ref('cancelled_base')), '<', eb.ref('quantity_base')))
        .then('open')
        .when(eb('shipped_base', '>', 0))
        .then('closed')
        .else('cancelled')
        .end(),
      waits_from: eb
        .case()
        .when(eb(eb('shipped_base', '+', eb.ref('cancelled_base')), '<', eb.ref('quantity_base')))
        .then(eb.ref('waits_from'))
        .end(),
    }))
    .where('order_key', '=', p('orderKey'))
    .where('status', 'in', ['open', 'closed']),
);

export const settleOrder = statement<{ orderKey: string; at: number }>()((k, p) =>
  k
    .updateTable('outbound_order')
    .set((eb) => ({
      status: eb
        .case()
        .when(
          eb.exists(
            eb
              .selectFrom('outbound_order_line as l')
              .select('l.line_number')
              .whereRef('l.order_key', '=', 'outbound_order.order_key')
              .where('l.status', '=', 'open'),
          ),
        )
        .then('open')
        .else('closed')
        .end(),
      changed_at: p('at'),
      version: eb('version', '+', 1),
    }))
    .where('order_key', '=', p('orderKey'))
    .where('status', 'in', ['open', 'closed']),
);

export const setShipmentStatus = statement<{ shipment: string; status: string; confirmedAt: number | null }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ status: p('status'), confirmed_at: p('confirmedAt'), version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment')),
);

/** A load is shipped with the last of its shipments. */
export const shipLoad = statement<{ load: string; at: number }>()((k, p) =>
  k
    .updateTable('outbound_load')
    .set((eb) => ({ status: 'shipped', shipped_at: p('at'), version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbound_shipment as s')
            .select('s.shipment')
            .whereRef('s.load_number', '=', 'outbound_load.load_number')
            .where('s.status', 'not in', ['shipped', 'cancelled']),
        ),
      ),
    )
    .returning('load_number'),
);

export const shipCartons = statement<{ shipment: string; from: string; to: string }>()((k, p) =>
  k
    .updateTable('carton')
    .set((eb) => ({ status: p('to'), version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment'))
    .where('status', '=', p('from')),
);

/** Work that goes on for another shipment. */
export const moveWork = statement<{ from: string; to: string }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ shipment: p('to'), version: eb('version', '+', 1) }))
    .where('shipment', '=', p('from'))
    .where('status', 'in', undoneWork)
    .returning('id'),
);

export const moveWorkLines = statement<{ from: string; to: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ shipment: p('to') })
    .where('order_key', 'in', (eb) =>
      eb.selectFrom('outbound_shipment_line').select('order_key').where('shipment', '=', p('from')),
    )
    .where('shipment', '=', p('from'))
    .where('status', 'in', undoneLines),
);

export const movePromises = statement<{ from: string; to: string }>()((k, p) =>
  k
    .updateTable('reservation')
    .set({ shipment: p('to') })
    .where('shipment', '=', p('from'))
    .where('state', '=', 'work'),
);

export const cancelWork = statement<{ shipment: string; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: 'cancelled', closed_at: p('at'), version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', undoneWork)
    .returning('id'),
);

export const cancelWorkLines = statement<{ shipment: string; reason: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ status: 'cancelled', reason: p('reason'), blocked_by: null })
    .where('order_key', 'in', (eb) =>
      eb.selectFrom('outbound_shipment_line').select('order_key').where('shipment', '=', p('shipment')),
    )
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', undoneLines),
);

export const reportCoverage = statement<{ id: string; documentNumber: string }>()((k, p) =>
  k
    .updateTable('coverage')
    .set({ state: 'reported', document_number: p('documentNumber') })
    .where('id', '=', p('id'))
    .where('state', '=', 'pending'),
);
