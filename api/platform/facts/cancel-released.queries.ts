import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import { pickType, undoneLines, undoneWork } from './literals.ts';

/** Work that still fetches goods of an order, locked before what is promised to it. */
export const openWorkOfOrder = lockingStatement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'warehouse', 'claimed_by'])
    .where('status', 'in', undoneWork)
    .where('id', 'in', (eb) => eb.selectFrom('work_line').select('work').where('order_key', '=', p('orderKey')))
    .orderBy('id'),
);

/** What work is still to fetch for an order, whether it is promised or not. */
export const toFetchOfOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('work_line as l')
    .innerJoin('work as w', 'w.id', 'l.work')
    .select(['l.work', 'l.line', 'l.order_line', 'l.shipment', 'l.quantity_base', 'l.picked_base'])
    .where('l.order_key', '=', p('orderKey'))
    .where('l.status', 'in', undoneLines)
    .where('w.status', 'in', undoneWork)
    .where('w.type', '=', pickType)
    .orderBy('l.work')
    .orderBy('l.line'),
);

/** Lines of an order on shipments that are in the building and lack something, the newest first. */
export const unpickedOfOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment_line as l')
    .innerJoin('outbound_shipment as s', 's.shipment', 'l.shipment')
    .select(['l.shipment', 'l.line_number', 'l.quantity_base', 'l.picked_base', 's.load_number', 's.warehouse'])
    .where('l.order_key', '=', p('orderKey'))
    .where('s.status', 'not in', ['shipped', 'cancelled'])
    .whereRef('l.quantity_base', '>', 'l.picked_base')
    .orderBy('l.shipment', 'desc')
    .orderBy('l.line_number'),
);

/** A line that nothing is left of keeps its quantity, to tell of. */
export const cutWorkLine = statement<{ work: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work_line')
    .set((eb) => {
      const leftBase = eb('quantity_base', '-', p('quantityBase'));
      const isWhole = eb(leftBase, '<=', eb.lit(0));
      return {
        quantity_base: eb.case().when(isWhole).then(eb.ref('quantity_base')).else(leftBase).end(),
        status: eb
          .case()
          .when(isWhole)
          .then('cancelled')
          .when(leftBase, '<=', eb.ref('picked_base'))
          .then('picked')
          .else(eb.ref('status'))
          .end(),
        // What is over waits for nothing, and nobody hears of it again.
        blocked_by: eb.case().when(leftBase, '<=', eb.ref('picked_base')).then(null).else(eb.ref('blocked_by')).end(),
      };
    })
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

export const cutWork = statement<{ work: string; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({
      quantity_base: eb('quantity_base', '-', p('quantityBase')),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', p('work')),
);

/** Work of which nothing is left to do and nothing is in anybody's hands. Who had claimed it stays known. */
export const cancelEmptyWork = statement<{ work: string; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set({ status: 'cancelled', closed_at: p('at') })
    .where('id', '=', p('work'))
    .where('status', 'in', undoneWork)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('work_line as l')
            .select('l.line')
            .where('l.work', '=', p('work'))
            .where((line) => line.or([line('l.status', '<>', 'cancelled'), line('l.picked_base', '>', 0)])),
        ),
      ),
    )
    .returning('id'),
);

export const cutShipmentLine = statement<{
  shipment: string;
  orderKey: string;
  line: number;
  quantityBase: number;
}>()((k, p) =>
  k
    .updateTable('outbound_shipment_line')
    .set((eb) => ({
      quantity_base: eb('quantity_base', '-', p('quantityBase')),
      status: eb
        .case()
        .when(eb('quantity_base', '=', p('quantityBase')))
        .then('cancelled')
        .else(eb.ref('status'))
        .end(),
    }))
    .where('shipment', '=', p('shipment'))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** A shipment that nothing is left of. */
export const cancelEmptyShipment = statement<{ shipment: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ status: 'cancelled', version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment'))
    .where('status', 'not in', ['shipped', 'cancelled'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbound_shipment_line as l')
            .select('l.line_number')
            .where('l.shipment', '=', p('shipment'))
            .where('l.quantity_base', '>', 0),
        ),
      ),
    )
    .returning('load_number'),
);

/** A load that no shipment is left of. */
export const cancelEmptyLoad = statement<{ load: string }>()((k, p) =>
  k
    .updateTable('outbound_load')
    .set((eb) => ({ status: 'cancelled', version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where('status', 'not in', ['shipped', 'cancelled'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbound_shipment as s')
            .select('s.shipment')
            .where('s.load_number', '=', p('load'))
            .where('s.status', '<>', 'cancelled'),
        ),
      ),
    )
    .returning('load_number'),
);

export const takeLineBack = statement<{
  orderKey: string;
  line: number;
  releasedBase: number;
  keptBase: number;
}>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({
      released_base: eb('released_base', '-', p('releasedBase')),
      reserved_base: eb('reserved_base', '+', p('keptBase')),
    }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);
