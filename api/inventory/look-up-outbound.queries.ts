import { sql } from 'kysely';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';

export const outboundOrderRow = statement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('outbound_order').selectAll().where('order_key', '=', p('orderKey')),
);

export const outboundOrderLines = statement<{ orderKey: string; limit: number }>()((k, p) =>
  k
    .selectFrom('outbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .selectAll('l')
    .select(['i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('l.order_key', '=', p('orderKey'))
    .orderBy('l.line_number')
    .limit(p('limit')),
);

export const shipmentRow = statement<{ shipment: string }>()((k, p) =>
  k.selectFrom('outbound_shipment').selectAll().where('shipment', '=', p('shipment')),
);

export const outboundLoadRow = statement<{ load: string }>()((k, p) =>
  k.selectFrom('outbound_load').selectAll().where('load_number', '=', p('load')),
);

export const cartonRow = statement<{ carton: string }>()((k, p) =>
  k
    .selectFrom('carton as c')
    .innerJoin('outbound_shipment as s', 's.shipment', 'c.shipment')
    .selectAll('c')
    .select(['s.consignee', 's.carrier', 's.load_number', 's.source_system', 's.confirmed_at'])
    .where('c.carton', '=', p('carton')),
);

export const workRow = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .leftJoin('outbound_order as o', 'o.order_key', 'w.order_key')
    .leftJoin('outbound_shipment as s', 's.shipment', 'w.shipment')
    .leftJoin('wave as v', 'v.wave', 'w.wave')
    .leftJoin('item as i', 'i.item_key', 'w.item_key')
    .selectAll('w')
    .select(['o.order_number', 'o.source_system', 'o.consignee', 'o.carrier', 'o.hold_codes', 's.load_number'])
    .select(['v.status as wave_status', 'i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('w.id', '=', p('work')),
);

export const workLines = statement<{ work: string; limit: number }>()((k, p) =>
  k
    .selectFrom('work_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .leftJoin('outbound_order as o', 'o.order_key', 'l.order_key')
    .selectAll('l')
    .select(['o.order_number', 'i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .where('l.work', '=', p('work'))
    .orderBy('l.walk_sequence')
    .orderBy('l.line')
    .limit(p('limit')),
);

export const waveRow = statement<{ wave: string }>()((k, p) =>
  k.selectFrom('wave').selectAll().where('wave', '=', p('wave')),
);

/** What is asked for of shipments: of one, of those on a load, or of those with an order's goods. */
export type ShipmentsOf = { readonly shipment: string } | { readonly load: string };

/** Lines of shipments with what is on each, and whose they are. */
export function shipmentLines(read: Runner, of: ShipmentsOf, limit: number) {
  const query = read.k
    .selectFrom('outbound_shipment_line as n')
    .innerJoin('outbound_order_line as l', (join) =>
      join.onRef('l.order_key', '=', 'n.order_key').onRef('l.line_number', '=', 'n.line_number'),
    )
    .innerJoin('outbound_order as o', 'o.order_key', 'n.order_key')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .select(['n.shipment', 'n.line_number', 'n.quantity_base', 'n.picked_base', 'n.shipped_base', 'n.status'])
    .select(['o.order_number', 'o.hold_codes', 'i.number', 'i.description', 'i.base_unit', 'i.decimals']);
  const meant =
    'shipment' in of
      ? query.where('n.shipment', '=', of.shipment)
      : query.where('n.shipment', 'in', (eb) =>
          eb.selectFrom('outbound_shipment').select('shipment').where('load_number', '=', of.load),
        );
  return meant.orderBy('n.shipment').orderBy('o.order_number').orderBy('n.line_number').limit(limit).execute();
}

const names = 200;

/** Shipments that have, or had, goods of an order. */
export function shipmentsOfOrder(read: Runner, orderKey: string) {
  return read.k
    .selectFrom('outbound_shipment')
    .selectAll()
    .where('shipment', 'in', (eb) =>
      eb.selectFrom('outbound_shipment_line').select('shipment').where('order_key', '=', orderKey),
    )
    .orderBy('created_at')
    .orderBy('shipment')
    .limit(names)
    .execute();
}

/** The shipments of a load or a wave. */
export function shipmentsOf(read: Runner, of: { readonly load: string } | { readonly wave: string }) {
  const all = read.k.selectFrom('outbound_shipment').selectAll();
  const meant = 'load' in of ? all.where('load_number', '=', of.load) : all.where('wave', '=', of.wave);
  return meant.orderBy('shipment').limit(names).execute();
}

export function cartonsOf(read: Runner, shipments: readonly string[]) {
  if (shipments.length === 0) return Promise.resolve([]);
  return read.k
    .selectFrom('carton')
    .selectAll()
    .where('shipment', 'in', shipments)
    .orderBy('carton')
    .limit(names)
    .execute();
}

/** Work of an order, a shipment or a wave, in the order in which it was made. */
export function workFor(
  read: Runner,
  of: { readonly orderKey: string } | { readonly shipment: string } | { readonly wave: string },
) {
  const query = read.k.selectFrom('work').select(['id', 'status', 'claimed_by', 'created_at', 'closed_at']);
  let meant = query;
  if ('orderKey' in of) meant = query.where('order_key', '=', of.orderKey);
  else if ('shipment' in of) meant = query.where('shipment', '=', of.shipment);
  else meant = query.where('wave', '=', of.wave);
  return meant.orderBy('created_at').orderBy('id').limit(names).execute();
}

export async function ordersOfWave(read: Runner, wave: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('wave_order as w')
    .innerJoin('outbound_order as o', 'o.order_key', 'w.order_key')
    .select('o.order_number')
    .where('w.wave', '=', wave)
    .orderBy('o.order_number')
    .limit(names)
    .execute();
  return rows.map(({ order_number }) => order_number);
}

/** Waves that an order was put into. */
export async function wavesOfOrder(read: Runner, orderKey: string): Promise<string[]> {
  const rows = await read.k
    .selectFrom('wave_order')
    .select('wave')
    .where('order_key', '=', orderKey)
    .orderBy('wave')
    .limit(names)
    .execute();
  return rows.map(({ wave }) => wave);
}

/** The packing slips that tell of goods, the newest version of each, with when it was made. */
export function slipsOf(read: Runner, of: { readonly orderKey: string } | { readonly shipment: string }) {
  const numbers = read.k.selectFrom('reservation').select('document_number').where('document_number', 'is not', null);
  const meant =
    'orderKey' in of ? numbers.where('order_key', '=', of.orderKey) : numbers.where('shipment', '=', of.shipment);
  return read.k
    .selectFrom('document')
    .select(['number', sql<number>`cast(max(made_at) as bigint)`.as('made_at')])
    .where('kind', '=', sql.lit('packing-slip'))
    .where('number', 'in', meant.$castTo<{ document_number: string }>())
    .groupBy('number')
    .orderBy('number')
    .execute();
}
