import { handsType } from '#shared/ledger/location-type.ts';
import type { OutboundLoadThing, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { Runner } from '../platform/db/connection.ts';
import { cartonsOfShipment } from '../platform/facts/cartons.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  goodsShown,
  linesShown,
  loadShown,
  openWorkShown,
  ordersShown,
  shipmentShown,
  shipmentsShown,
} from './shipment-things.queries.ts';

/** Devices know shipments and loads that have not left, with what of them is picked and where it is. */
export function addShipmentThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('shipment', async (read, numbers, warehouse) => {
    const things = new Map<string, ShipmentThing>();
    for (const number of numbers) {
      const thing = await shipmentOf(read, number, warehouse);
      if (thing) things.set(number, thing);
    }
    return things;
  });
  thingLoaders.set('outboundLoad', async (read, numbers, warehouse) => {
    const things = new Map<string, OutboundLoadThing>();
    for (const number of numbers) {
      const thing = await loadOf(read, number, warehouse);
      if (thing) things.set(number, thing);
    }
    return things;
  });
}

async function shipmentOf(read: Runner, shipment: string, warehouse: string): Promise<ShipmentThing | null> {
  const row = await read.one(shipmentShown, { shipment, warehouse });
  if (!row) return null;
  const orders = await read.all(ordersShown, { shipment });
  const { consignee } = JSON.parse(orders[0]?.document ?? '{}') as { consignee?: { name?: string } };
  const goods = await read.all(goodsShown, { shipment });
  const cartons = await cartonsOfShipment(read, shipment);
  const works = await read.all(openWorkShown, { shipment });
  const held = orders.filter(({ hold_codes: codes }) => codes !== '[]').map(({ order_number: number }) => number);
  return {
    shipment,
    load: row.load_number,
    status: row.status,
    sourceSystem: row.source_system,
    orders: orders.map(({ order_number: order }) => order),
    ...(held.length > 0 && { heldOrders: held }),
    customer: consignee?.name ?? null,
    carrier: row.carrier || null,
    staging: row.staging,
    openWork: works.length,
    works: works.map(({ id }) => id),
    lines: (await read.all(linesShown, { shipment })).map((line) => ({
      order: line.order_key,
      line: line.line_number,
      item: line.item_key,
      itemNumber: line.number,
      description: line.description,
      baseUnit: line.base_unit,
      decimals: line.decimals,
      quantityBase: line.quantity_base,
      pickedBase: line.picked_base,
    })),
    goods: goods.map((one) => ({
      reservation: one.id,
      order: one.order_key,
      line: one.line_number,
      item: one.item_key,
      owner: one.owner,
      lot: one.lot,
      serial: one.serial,
      inventoryStatus: one.inventory_status,
      location: one.location,
      licensePlate: one.license_plate,
      work: one.work,
      quantityBase: one.quantity_base,
    })),
    cartons: cartons.map((carton) => ({
      carton: carton.carton,
      cartonType: carton.carton_type,
      status: carton.status,
      location: carton.location,
      weightGrams: carton.weight_grams,
      trackingNumber: carton.tracking_number,
    })),
  };
}

async function loadOf(read: Runner, load: string, warehouse: string): Promise<OutboundLoadThing | null> {
  const row = await read.one(loadShown, { load, warehouse });
  if (!row) return null;
  const shipments = (await read.all(shipmentsShown, { load })).map(({ shipment }) => shipment);
  const units: { unit: string; shipment: string; isLoaded: boolean }[] = [];
  for (const shipment of shipments) {
    // What somebody still carries is not ready for a truck.
    const goods = (await read.all(goodsShown, { shipment })).filter((one) => one.location_type !== handsType);
    for (const [plate, on] of Map.groupBy(goods, (one) => one.license_plate)) {
      const isLoaded = on.every((one) => one.location_type === 'door');
      units.push({ unit: plate === '' ? shipment : plate, shipment, isLoaded });
    }
  }
  return {
    load,
    status: row.status,
    carrier: row.carrier || null,
    door: row.door,
    departsAt: row.departs_at,
    shipments,
    units,
  };
}
