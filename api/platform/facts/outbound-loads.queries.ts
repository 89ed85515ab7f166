import { nextName } from '../counter.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

const insertLoad = statement<{
  load: string;
  warehouse: string;
  status: 'open' | 'waved' | 'in_process';
  carrier: string;
  madeBy: string;
  at: number;
}>()((k, p) =>
  k.insertInto('outbound_load').values({
    load_number: p('load'),
    warehouse: p('warehouse'),
    status: p('status'),
    carrier: p('carrier'),
    door: null,
    made_by: p('madeBy'),
    created_at: p('at'),
    departs_at: null,
    shipped_at: null,
    version: 1,
    document: '{}',
  }),
);

const insertShipment = statement<{
  shipment: string;
  load: string;
  warehouse: string;
  sourceSystem: string;
  wave: string;
  status: 'open' | 'waved' | 'picked';
  consignee: string;
  carrier: string;
  at: number;
}>()((k, p) =>
  k.insertInto('outbound_shipment').values({
    shipment: p('shipment'),
    load_number: p('load'),
    warehouse: p('warehouse'),
    source_system: p('sourceSystem'),
    wave: p('wave'),
    status: p('status'),
    consignee: p('consignee'),
    carrier: p('carrier'),
    staging: null,
    created_at: p('at'),
    confirmed_at: null,
    version: 1,
  }),
);

/** The load that a shipment is on. */
export const loadOfShipment = statement<{ shipment: string }>()((k, p) =>
  k.selectFrom('outbound_shipment').select('load_number').where('shipment', '=', p('shipment')),
);

/**
 * A part of an order line that a shipment is to bring, besides what it is to bring of the line already, and how much of it is
 * there at once, as with goods from the dock; in steps of the item.
 */
export const putOnShipment = statement<{
  shipment: string;
  orderKey: string;
  line: number;
  quantityBase: number;
  pickedBase: number;
}>()((k, p) =>
  k
    .insertInto('outbound_shipment_line')
    .values({
      shipment: p('shipment'),
      order_key: p('orderKey'),
      line_number: p('line'),
      quantity_base: p('quantityBase'),
      picked_base: p('pickedBase'),
      status: 'open',
    })
    .onConflict((conflict) =>
      conflict.columns(['shipment', 'order_key', 'line_number']).doUpdateSet((eb) => ({
        quantity_base: eb('outbound_shipment_line.quantity_base', '+', p('quantityBase')),
        picked_base: eb('outbound_shipment_line.picked_base', '+', p('pickedBase')),
        status: 'open',
      })),
    ),
);

/** Makes a load, without shipments yet; answers its number. `madeBy` is a wave, a shipment or a person. */
export async function makeOutboundLoad(
  trx: AppTrx,
  wanted: {
    readonly warehouse: string;
    readonly status: 'open' | 'waved' | 'in_process';
    readonly carrier: string;
    readonly madeBy: string;
  },
): Promise<string> {
  const load = await nextName(trx, 'outbound-load', 'OL');
  await trx.one(insertLoad, { ...wanted, load, at: trx.now });
  return load;
}

/** Makes a shipment on a load, without lines yet; answers its number. `wave` is '' for none. */
export async function makeShipment(
  trx: AppTrx,
  wanted: {
    readonly load: string;
    readonly warehouse: string;
    readonly sourceSystem: string;
    readonly wave: string;
    readonly status: 'open' | 'waved' | 'picked';
    readonly consignee: string;
    readonly carrier: string;
  },
): Promise<string> {
  const shipment = await nextName(trx, 'shipment', 'SH');
  await trx.one(insertShipment, { ...wanted, shipment, at: trx.now });
  return shipment;
}

/** So much more of a shipment's line is picked, or less where it is negative. */
export const countPickedOfShipment = statement<{
  shipment: string;
  orderKey: string;
  line: number;
  quantityBase: number;
}>()((k, p) =>
  k
    .updateTable('outbound_shipment_line')
    .set((eb) => ({ picked_base: eb('picked_base', '+', p('quantityBase')) }))
    .where('shipment', '=', p('shipment'))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);
