import { statement } from '../platform/db/statement.ts';

export const openLines = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line')
    .select((eb) => eb.fn.countAll<number>().as('lines'))
    .where('work', '=', p('work'))
    .where('status', 'in', ['open', 'skipped']),
);

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

/** A shipment is picked when none of its work is left. */
export const shipmentPicked = statement<{ shipment: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ status: 'picked', version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', ['open', 'waved', 'in_process'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('work')
            .select('work.id')
            .where('work.shipment', '=', p('shipment'))
            .where('work.status', 'in', ['held', 'open']),
        ),
      ),
    ),
);
