import { handsType } from '#shared/ledger/location-type.ts';
import type { ShipmentGoods, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { PlacedReservation } from '#shared/ledger/shipment-goods.ts';
import type { LoadUnit } from '#shared/shipping/load.ts';
import { isInHand } from '../store/outbound-effects.ts';
import type { ReadThings } from '../store/read-things.ts';

/** What of a shipment is picked and in the building, with the kind of place where each part is. */
export async function placedGoods(
  { goods, shipment }: ShipmentThing,
  warehouse: string,
  read: ReadThings,
): Promise<PlacedReservation[]> {
  const types = new Map<string, string>();
  for (const location of new Set(goods.map((one) => one.location))) {
    types.set(location, (await read.thing('location', location))?.type ?? '');
  }
  const typeOf = (one: ShipmentGoods) => (isInHand(one) ? handsType : (types.get(one.location) ?? ''));
  return goods.map(({ reservation: id, ...one }) => ({
    ...{ ...one, work: one.work ?? null, id, warehouse, shipment },
    ...{ workLine: null, state: 'picked', locationType: typeOf({ ...one, reservation: id }) },
  }));
}

/** What of a shipment is scanned onto the truck: each plate and carton, and its loose goods together. */
export async function unitsOf(thing: ShipmentThing, warehouse: string, read: ReadThings): Promise<LoadUnit[]> {
  const { shipment, load, status: shipmentStatus, cartons } = thing;
  const units = Map.groupBy(await placedGoods(thing, warehouse, read), ({ licensePlate }) => licensePlate);
  return [...units].map(([plate, goods]) => ({
    ...{ unit: plate === '' ? shipment : plate, shipment, load, shipmentStatus, goods },
    cartonStatus: cartons.find(({ carton }) => carton === plate)?.status ?? null,
  }));
}
