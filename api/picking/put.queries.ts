import { statement } from '../platform/db/statement.ts';

/** Whoever puts goods down still has the work, for as long again. */
export const renewClaim = statement<{ id: string; by: string; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ claimed_by: p('by'), claimed_at: p('at'), target_plate: null, version: eb('version', '+', 1) }))
    .where('id', '=', p('id')),
);

export const stageShipment = statement<{ shipment: string; location: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ staging: p('location'), version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment'))
    .returning('load_number'),
);
