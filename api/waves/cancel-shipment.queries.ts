import { lockingStatement } from '../platform/db/locking.ts';

export const shipmentToCancel = lockingStatement<{ shipment: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select(['shipment', 'status'])
    .where('shipment', '=', p('shipment'))
    .where('warehouse', '=', p('warehouse')),
);
