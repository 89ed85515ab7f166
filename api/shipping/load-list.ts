import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import type { OutboundLoadRow, ShipmentRow } from '#shared/shipping/console.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import {
  cartonsOfShipments,
  linesOfShipments,
  type OutboundLoadColumns,
  openWorkOfShipments,
  ordersOfShipments,
  type ShipmentColumns,
  shipmentsCounted,
  slipsOfShipments,
  unitsOfShipments,
  worksOfLoads,
} from './load-list.queries.ts';
import { closedWithShipments } from './what-closes.ts';

/** Outbound loads with how far each is. */
export async function outboundLoadRows(
  read: Runner,
  loads: readonly OutboundLoadColumns[],
  now: number,
): Promise<OutboundLoadRow[]> {
  const numbers = loads.map((row) => row.load_number);
  if (numbers.length === 0) return [];
  const shipments = new Map((await shipmentsCounted(read, numbers)).map((row) => [row.load_number, row]));
  const works = new Map((await worksOfLoads(read, numbers)).map((row) => [row.load_number, row]));
  return loads.map((row) => {
    const { load_number: load, departs_at: departsAt, shipped_at: shippedAt } = row;
    return {
      load,
      status: row.status,
      carrier: row.carrier || null,
      door: row.door,
      departsAt: told(departsAt),
      isLate: departsAt !== null && departsAt < now && row.status !== 'shipped' && row.status !== 'cancelled',
      createdAt: instant(row.created_at),
      shippedAt: told(shippedAt),
      shipments: Number(shipments.get(load)?.shipments ?? 0),
      works: { done: Number(works.get(load)?.done ?? 0), of: Number(works.get(load)?.works ?? 0) },
      picked: Number(shipments.get(load)?.picked ?? 0),
    };
  });
}

/** Shipments with how far each is, what is on the truck, and their slips. */
export async function shipmentRows(read: Runner, shipments: readonly ShipmentColumns[]): Promise<ShipmentRow[]> {
  const numbers = shipments.map(({ shipment }) => shipment);
  if (numbers.length === 0) return [];
  const orders = Map.groupBy(await ordersOfShipments(read, numbers), ({ shipment }) => shipment);
  const lines = new Map((await linesOfShipments(read, numbers)).map((row) => [row.shipment, row]));
  const works = new Map((await openWorkOfShipments(read, numbers)).map((row) => [row.shipment, row]));
  const cartons = new Map((await cartonsOfShipments(read, numbers)).map((row) => [row.shipment, row]));
  const units = Map.groupBy(await unitsOfShipments(read, numbers), ({ shipment }) => shipment);
  const slips = new Map((await slipsOfShipments(read, numbers)).map((row) => [row.shipment, row]));
  const closes = await closedWithShipments(read, shipments);
  return shipments.map((row) => {
    const { shipment } = row;
    const own = units.get(shipment) ?? [];
    const slip = slips.get(shipment);
    return {
      shipment,
      load: row.load_number,
      status: row.status,
      sourceSystem: row.source_system,
      orders: (orders.get(shipment) ?? []).map((one) => one.order_number),
      customer: consigneeNameOf(row.consignee),
      carrier: row.carrier || null,
      staging: row.staging,
      lines: { done: Number(lines.get(shipment)?.done ?? 0), of: Number(lines.get(shipment)?.lines ?? 0) },
      openWork: Number(works.get(shipment)?.works ?? 0),
      cartons: Number(cartons.get(shipment)?.cartons ?? 0),
      openCartons: Number(cartons.get(shipment)?.open ?? 0),
      units: { done: own.filter((one) => Number(one.is_loaded) === 1).length, of: own.length },
      closes: closes.get(shipment) ?? [],
      confirmedAt: told(row.confirmed_at),
      slip: slip
        ? {
            documentNumber: slip.number,
            version: slip.version,
            active: slip.active === 1,
            postingStatus: slip.posting_status,
          }
        : null,
    };
  });
}

function told(at: number | null): string | null {
  return at === null ? null : instant(at);
}
