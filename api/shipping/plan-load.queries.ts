import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

export const loadToPlan = lockingStatement<{ load: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_load')
    .select(['load_number', 'status', 'carrier', 'door', 'departs_at'])
    .where('load_number', '=', p('load'))
    .where('warehouse', '=', p('warehouse')),
);

export const setLoadPlan = statement<{
  load: string;
  carrier: string;
  door: string | null;
  departsAt: number | null;
}>()((k, p) =>
  k
    .updateTable('outbound_load')
    .set((eb) => ({
      carrier: p('carrier'),
      door: p('door'),
      departs_at: p('departsAt'),
      version: eb('version', '+', 1),
    }))
    .where('load_number', '=', p('load')),
);

export const moveShipment = statement<{ shipment: string; load: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ load_number: p('load'), version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment')),
);

/** What is on a load, cancelled shipments left out. */
export const statesOnLoad = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select('status')
    .where('load_number', '=', p('load'))
    .where('status', '<>', 'cancelled'),
);

export const setLoadStatus = statement<{ load: string; status: string; shippedAt: number | null }>()((k, p) =>
  k
    .updateTable('outbound_load')
    .set((eb) => ({
      status: p('status'),
      shipped_at: eb.fn.coalesce(p('shippedAt'), 'shipped_at'),
      version: eb('version', '+', 1),
    }))
    .where('load_number', '=', p('load')),
);

/** Goods of a shipment that stand at a door. */
export const goodsOnTruck = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('reservation as r')
    .innerJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'r.warehouse').onRef('l.code', '=', 'r.location'),
    )
    .select('r.id')
    .where('r.shipment', '=', p('shipment'))
    .where('r.state', '=', 'picked')
    .where('l.type', '=', 'door')
    .limit(1),
);
