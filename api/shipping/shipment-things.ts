import { handsType } from '#shared/ledger/location-type.ts';
import type { OutboundLoadThing, ShipmentThing, UnreleasedThing } from '#shared/ledger/outbound-thing.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { cartonsOfShipments } from '../platform/facts/cartons.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  goodsShown,
  linesShown,
  loadsShown,
  openWorkShown,
  ordersShown,
  shipmentsOnLoads,
  shipmentsShown,
  unreleasedShown,
} from './shipment-things.queries.ts';
import { onlyOnesOf } from './what-closes.ts';

/** Devices know shipments and loads that have not left, with what of them is picked and where it is. */
export function addShipmentThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('shipment', loadShipments);
  thingLoaders.set('outboundLoad', loadOutboundLoads);
}

async function loadShipments(read: Runner, asked: readonly string[], warehouse: string) {
  const rows = await read.all(shipmentsShown, { shipments: asked, warehouse });
  const shipments = rows.map(({ shipment }) => shipment);
  if (shipments.length === 0) return new Map<string, ShipmentThing>();
  const [orders, goods, cartons, works, lines] = [
    byShipment(await read.all(ordersShown, { shipments })),
    byShipment(await read.all(goodsShown, { shipments })),
    byShipment(await cartonsOfShipments(read, shipments)),
    byShipment(await read.all(openWorkShown, { shipments })),
    byShipment(await read.all(linesShown, { shipments })),
  ];
  const unreleased = Map.groupBy(await read.all(unreleasedShown, { shipments }), ({ order_key: order }) => order);
  const onlyOnes = await onlyOnesOf(read, rows);
  return new Map(
    rows.map((row) => {
      const { shipment } = row;
      const own = orders.get(shipment) ?? [];
      const thing = shipmentThing(row, {
        orders: own,
        unreleased: own.flatMap(({ order_key: order }) => unreleased.get(order) ?? []),
        isOnlyOne: onlyOnes.has(row.source_system),
        goods: goods.get(shipment) ?? [],
        cartons: cartons.get(shipment) ?? [],
        works: works.get(shipment) ?? [],
        lines: lines.get(shipment) ?? [],
      });
      return [shipment, thing];
    }),
  );
}

function byShipment<Row extends { readonly shipment: string | null }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ shipment }) => shipment ?? '');
}

interface OfShipment {
  readonly orders: readonly RowOf<typeof ordersShown>[];
  readonly unreleased: readonly RowOf<typeof unreleasedShown>[];
  readonly isOnlyOne: boolean;
  readonly goods: readonly RowOf<typeof goodsShown>[];
  readonly cartons: Awaited<ReturnType<typeof cartonsOfShipments>>;
  readonly works: readonly RowOf<typeof openWorkShown>[];
  readonly lines: readonly RowOf<typeof linesShown>[];
}

function shipmentThing(
  row: RowOf<typeof shipmentsShown>,
  { orders, unreleased, isOnlyOne, goods, cartons, works, lines }: OfShipment,
): ShipmentThing {
  const { consignee } = JSON.parse(orders[0]?.document ?? '{}') as { consignee?: { name?: string } };
  const held = orders.filter(({ hold_codes: codes }) => codes !== '[]').map(({ order_number: number }) => number);
  return {
    shipment: row.shipment,
    load: row.load_number,
    status: row.status,
    sourceSystem: row.source_system,
    orders: orders.map(({ order_number: order }) => order),
    ...(held.length > 0 && { heldOrders: held }),
    ...(unreleased.length > 0 && { unreleased: unreleasedThing(unreleased, orders) }),
    ...(isOnlyOne && { isOnlyOne }),
    customer: consignee?.name ?? null,
    carrier: row.carrier || null,
    staging: row.staging,
    openWork: works.length,
    works: works.map(({ id }) => id),
    lines: lines.map((line) => ({
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

/** More are not read one by one before a truck leaves. */
const unreleasedAtMost = 30;

function unreleasedThing(rows: OfShipment['unreleased'], orders: OfShipment['orders']): UnreleasedThing {
  const numbers = new Map(orders.map((order) => [order.order_key, order.order_number]));
  const lines = rows.slice(0, unreleasedAtMost).map((row) => ({
    order: row.order_key,
    orderNumber: numbers.get(row.order_key) ?? '',
    line: row.line_number,
    item: row.item_key,
    itemNumber: row.number,
    description: row.description,
    baseUnit: row.base_unit,
    decimals: row.decimals,
    restBase: row.rest_base,
  }));
  return { count: rows.length, lines };
}

async function loadOutboundLoads(read: Runner, asked: readonly string[], warehouse: string) {
  const rows = await read.all(loadsShown, { loads: asked, warehouse });
  const loads = rows.map(({ load_number: load }) => load);
  if (loads.length === 0) return new Map<string, OutboundLoadThing>();
  const onLoads = await read.all(shipmentsOnLoads, { loads });
  const numbers = onLoads.map(({ shipment }) => shipment);
  const goods = byShipment(numbers.length > 0 ? await read.all(goodsShown, { shipments: numbers }) : []);
  const shipments = Map.groupBy(onLoads, ({ load_number: load }) => load);
  return new Map(
    rows.map((row) => {
      const load = row.load_number;
      const onLoad = (shipments.get(load) ?? []).map(({ shipment }) => shipment);
      const thing: OutboundLoadThing = {
        load,
        status: row.status,
        carrier: row.carrier || null,
        door: row.door,
        departsAt: row.departs_at,
        shipments: onLoad,
        units: onLoad.flatMap((shipment) => unitsOf(shipment, goods.get(shipment) ?? [])),
      };
      return [load, thing];
    }),
  );
}

/** What of a shipment is put on a truck as one. What somebody still carries is not ready for a truck. */
function unitsOf(shipment: string, goods: readonly RowOf<typeof goodsShown>[]): OutboundLoadThing['units'] {
  const down = goods.filter((one) => one.location_type !== handsType);
  return [...Map.groupBy(down, (one) => one.license_plate)].map(([plate, on]) => ({
    unit: plate === '' ? shipment : plate,
    shipment,
    isLoaded: on.every((one) => one.location_type === 'door'),
  }));
}
