import type { Carton, CartonFacts } from '#shared/packing/carton.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { cartonMeant, cartonsOfShipment } from '../platform/facts/cartons.queries.ts';
import { goodsOfShipmentPlaced } from '../platform/facts/shipment-goods.queries.ts';
import type { AppTrx } from '../platform/store.ts';

const cartonNumbered = lockingStatement<{ carton: string }>('carton')((k, p) =>
  k
    .selectFrom('carton')
    .innerJoin('outbound_shipment as s', 's.shipment', 'carton.shipment')
    .select(['carton.carton', 'carton.shipment', 'carton.status', 'carton.location', 's.warehouse'])
    .where('carton.carton', '=', p('carton')),
);

export const insertCarton = statement<{
  carton: string;
  shipment: string;
  cartonType: string;
  location: string;
  commandId: string;
  by: string;
  at: number;
}>()((k, p) =>
  k.insertInto('carton').values({
    carton: p('carton'),
    shipment: p('shipment'),
    carton_type: p('cartonType'),
    status: 'open',
    location: p('location'),
    weight_grams: null,
    tracking_number: null,
    command_id: p('commandId'),
    opened_by: p('by'),
    opened_at: p('at'),
    closed_at: null,
    version: 1,
  }),
);

/** Nothing was ever in it; what opened it is kept with the commands. */
export const dropCarton = statement<{ carton: string }>()((k, p) =>
  k.deleteFrom('carton').where('carton', '=', p('carton')),
);

export const endCarton = statement<{
  carton: string;
  weightGrams: number | null;
  trackingNumber: string | null;
  at: number;
}>()((k, p) =>
  k
    .updateTable('carton')
    .set((eb) => ({
      status: 'closed',
      weight_grams: p('weightGrams'),
      tracking_number: p('trackingNumber'),
      closed_at: p('at'),
      version: eb('version', '+', 1),
    }))
    .where('carton', '=', p('carton')),
);

export const shipmentStatus = lockingStatement<{ shipment: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('outbound_shipment')
    .select(['shipment', 'status', 'staging'])
    .where('shipment', '=', p('shipment'))
    .where('warehouse', '=', p('warehouse')),
);

/** A carton by its number or `command:<id>`, locked, with the goods of its shipment. */
export async function cartonFacts(trx: AppTrx, text: string): Promise<CartonFacts> {
  const number = await cartonMeant(trx, text);
  const row = number === null ? undefined : await trx.one(cartonNumbered.lock[trx.dialect], { carton: number });
  if (!row) return { carton: null, goods: [], cartons: [] };
  const { shipment } = row;
  const goods = await goodsOfShipmentPlaced(trx, shipment);
  const cartons = await cartonsOfShipment(trx, shipment);
  return {
    carton: { ...row, status: row.status as Carton['status'] },
    goods: goods.filter(({ state }) => state === 'picked'),
    cartons: cartons.map(({ carton }) => carton),
  };
}
