import { bulkTable } from '../platform/db/bulk.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { orderedColumns } from './ordered-row.ts';

/** The order's row: who locks it keeps receiving from registering on any of its lines. */
export const knownOrderRow = lockingStatement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('inbound_order').select(['warehouse', 'status']).where('order_key', '=', p('orderKey')),
);

export const insertOrder = statement<{
  orderKey: string;
  sourceSystem: string;
  orderNumber: string;
  warehouse: string;
  orderType: string;
  status: string;
  messageId: string;
  document: string;
  at: number;
}>()((k, p) =>
  k.insertInto('inbound_order').values({
    order_key: p('orderKey'),
    source_system: p('sourceSystem'),
    order_number: p('orderNumber'),
    warehouse: p('warehouse'),
    order_type: p('orderType'),
    status: p('status'),
    message_id: p('messageId'),
    document: p('document'),
    created_at: p('at'),
    changed_at: p('at'),
    version: 1,
  }),
);

export const updateOrder = statement<{
  orderKey: string;
  warehouse: string;
  orderType: string;
  status: string;
  messageId: string;
  document: string;
  at: number;
}>()((k, p) =>
  k
    .updateTable('inbound_order')
    .set((eb) => ({
      warehouse: p('warehouse'),
      order_type: p('orderType'),
      status: p('status'),
      message_id: p('messageId'),
      document: p('document'),
      changed_at: p('at'),
      version: eb('version', '+', 1),
    }))
    .where('order_key', '=', p('orderKey')),
);

export const setOrderStatus = statement<{ orderKey: string; status: string; messageId: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_order')
    .set((eb) => ({
      status: p('status'),
      message_id: p('messageId'),
      changed_at: p('at'),
      version: eb('version', '+', 1),
    }))
    .where('order_key', '=', p('orderKey')),
);

/** Everything of a line that an ERP says; what the floor did with it is not touched. */
export const orderLines = bulkTable(
  'inbound_order_line',
  [...orderedColumns, ['cross_dock_source', 'text']],
  ['order_key', 'line_number'],
);

export const setLineStatus = statement<{ orderKey: string; lineNumber: number; status: string }>()((k, p) =>
  k
    .updateTable('inbound_order_line')
    .set({ status: p('status') })
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('lineNumber')),
);
