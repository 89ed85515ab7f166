import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

export const newestDocument = lockingStatement<{ number: string }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['number', 'version', 'kind', 'warehouse', 'active', 'posting_status', 'body'])
    .where('number', '=', p('number'))
    .orderBy('version', 'desc')
    .limit(1),
);

/** What a slip told of, with the entries that shipped it. */
export const goodsOnSlip = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .leftJoin('ledger_entry as e', 'e.id', 'r.entry_id')
    .selectAll('r')
    .select('e.coverage')
    .where('r.document_number', '=', p('number'))
    .where('r.state', '=', 'shipped')
    .orderBy('r.id'),
);

/** Some of a shipment that came back and was taken in. */
export const returnOfShipment = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('customer_return as c')
    .innerJoin('registration as r', 'r.id', 'c.registration')
    .select('c.registration')
    .where('c.shipment', '=', p('shipment'))
    .where('r.status', '=', 'active')
    .limit(1),
);

/** Back from the customer, and promised to the same shipment as before. */
export const takeBack = statement<{ id: string; licensePlate: string }>()((k, p) =>
  k
    .updateTable('reservation')
    .set({ state: 'picked', document_number: null, entry_id: null, license_plate: p('licensePlate') })
    .where('id', '=', p('id')),
);

export const unshipLine = statement<{ shipment: string; orderKey: string; line: number }>()((k, p) =>
  k
    .updateTable('outbound_shipment_line')
    .set({ shipped_base: 0, status: 'open' })
    .where('shipment', '=', p('shipment'))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

export const reopenLoad = statement<{ load: string; status: string }>()((k, p) =>
  k
    .updateTable('outbound_load')
    .set((eb) => ({ status: p('status'), shipped_at: null, version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load'))
    .where('status', 'in', ['shipped', 'in_process', 'loaded']),
);

/** Who gets a shipment. */
export const consigneeOfShipment = statement<{ shipment: string }>()((k, p) =>
  k.selectFrom('outbound_shipment').select('consignee').where('shipment', '=', p('shipment')),
);
