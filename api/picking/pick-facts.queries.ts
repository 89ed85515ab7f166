import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

export const lineOfWork = lockingStatement<{ work: string; line: number }>('work_line')((k, p) =>
  k
    .selectFrom('work_line')
    .leftJoin('outbound_order_line as o', (join) =>
      join.onRef('o.order_key', '=', 'work_line.order_key').onRef('o.line_number', '=', 'work_line.order_line'),
    )
    .leftJoin('outbound_order as h', 'h.order_key', 'work_line.order_key')
    .selectAll('work_line')
    .select(['o.lot as ordered_lot', 'o.serial as ordered_serial', 'h.hold_codes', 'h.order_number'])
    .where('work_line.work', '=', p('work'))
    .where('work_line.line', '=', p('line')),
);

export const countPick = statement<{ work: string; line: number; quantityBase: number; status: string }>()((k, p) =>
  k
    .updateTable('work_line')
    .set((eb) => ({ picked_base: eb('picked_base', '+', p('quantityBase')), status: p('status') }))
    .where('work', '=', p('work'))
    .where('line', '=', p('line')),
);

export const countPickedOfOrder = statement<{ orderKey: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('outbound_order_line')
    .set((eb) => ({ picked_base: eb('picked_base', '+', p('quantityBase')) }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** The first goods are on their way: changes nothing later. */
export const beginShipment = statement<{ shipment: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ status: 'in_process', version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', ['open', 'waved'])
    .returning('load_number'),
);

export const beginLoad = statement<{ load: string }>()((k, p) =>
  k
    .updateTable('outbound_load')
    .set((eb) => ({ status: 'in_process', version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where('status', 'in', ['open', 'waved']),
);
