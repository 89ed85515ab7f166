import { dayNumber } from '#shared/kernel/day.ts';
import { consigneeFrom } from '#shared/ledger/consignee.ts';
import { shipmentOfReturn } from '#shared/ledger/return-id.ts';
import type { Shipped, ShippedLine } from '#shared/returns/facts.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst } from '../platform/db/locking.ts';
import { type Knowledge, seenBy } from '../platform/facts/news.queries.ts';
import { bySystemFirst } from '../platform/facts/outbound-orders.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  ordersNumbered,
  ordersOfShipment,
  returnedGoods,
  returnedSince,
  shipmentOfCarton,
  shipmentOfSlip,
  shippedGoods,
} from './register.queries.ts';

/** What goods had gone out with, and what the ERP said of those orders. */
export interface ShippedBefore extends Shipped {
  readonly orders: readonly (Shipped['orders'][number] & { readonly document: string })[];
  /** By what it was found. */
  readonly of: { readonly column: 'shipment' | 'order_key'; readonly key: string };
}

/** What goods came back of: what they went out with, or the order that announces them. */
export interface ReturnedOf {
  readonly column: keyof typeof returnedSince;
  readonly key: string;
}

/** How much of an item others returned of something after the device's `knownAt`. */
export async function returnedUnseen(trx: AppTrx, by: Knowledge, of: ReturnedOf, itemKey: string): Promise<number> {
  const seen = await seenBy(trx, by);
  if (seen === null) return 0;
  const row = await trx.one(returnedSince[of.column], { ...seen, of: of.key, itemKey, device: by.device });
  return row?.quantity_base ?? 0;
}

type Asked = Pick<RegisterBody, 'returnId' | 'order' | 'sourceSystem'>;

/** The day that it is counted from: by the calendar of the warehouse. */
interface When {
  readonly warehouse: string;
  readonly instant: number;
}

/** What the return number or the order stands for, its orders locked; null where neither is named. */
export async function shippedBefore(trx: AppTrx, asked: Asked, at: When): Promise<ShippedBefore | null> {
  const { returnId, order } = asked;
  if (returnId === undefined && order === undefined) return null;
  const shipment = returnId === undefined ? null : await shipmentMeant(trx, returnId);
  if (shipment !== null) await lockFirst(trx, ordersOfShipment, { shipment });
  else if (order !== undefined) await lockFirst(trx, ordersNumbered, { order });
  return readShipped(trx, asked, at);
}

/** The same for who only looks: no orders where there is no such number. */
export async function readShipped(read: Runner, asked: Asked, at: When): Promise<ShippedBefore> {
  const { returnId, order } = asked;
  if (returnId !== undefined) return readShipment(read, await shipmentMeant(read, returnId), order, at);
  if (order === undefined) return nothing;
  const rows = bySystemFirst(await read.all(ordersNumbered.read, { order }), order);
  const orders = rows.filter((row) => (asked.sourceSystem ?? row.source_system) === row.source_system).map(orderOf);
  const [first, second] = orders;
  const lines = first && !second ? await linesOf(read, 'order_key', first.key, at) : [];
  return { orders, lines, of: { column: 'order_key', key: first?.key ?? '' } };
}

const nothing: ShippedBefore = { orders: [], lines: [], of: { column: 'shipment', key: '' } };

/** The shipment of a return number, of a carton that left with it, or of its packing slip. */
async function shipmentMeant(read: Runner, returnId: string): Promise<string | null> {
  return (
    shipmentOfReturn(returnId) ??
    (await read.one(shipmentOfCarton, { carton: returnId }))?.shipment ??
    (await read.one(shipmentOfSlip, { slip: returnId.trim().toUpperCase() }))?.load_number ??
    null
  );
}

async function readShipment(
  read: Runner,
  shipment: string | null,
  order: string | undefined,
  at: When,
): Promise<ShippedBefore> {
  if (shipment === null) return nothing;
  const orders = (await read.all(ordersOfShipment.read, { shipment })).map(orderOf);
  const lines = await linesOf(read, 'shipment', shipment, at);
  const of = { column: 'shipment', key: shipment } as const;
  if (order === undefined) return { orders, lines, of };
  const meant = orders.filter(({ number }) => number === order);
  return { orders: meant, lines: lines.filter((line) => meant.some(({ key }) => key === line.order)), of };
}

function orderOf(row: { order_key: string; order_number: string; source_system: string; document: string }) {
  const { order_key: key, order_number: number, source_system: sourceSystem, document } = row;
  return { key, number, sourceSystem, document };
}

async function linesOf(read: Runner, column: 'shipment' | 'order_key', of: string, at: When): Promise<ShippedLine[]> {
  const returned = new Map<string, number>();
  for (const row of await read.all(returnedGoods[column], { of })) {
    const key = goodsKey(row.shipment, row.order_key, row.order_line, row.item_key, row.lot, row.serial);
    returned.set(key, row.quantity_base);
  }
  const today = dayNumber(await dayIn(read, at.warehouse, at.instant));
  const lines: ShippedLine[] = [];
  for (const row of await read.all(shippedGoods[column], { of })) {
    // What another warehouse of ours received did not come back from a customer.
    if (consigneeFrom(row.consignee).warehouse !== undefined) continue;
    const { shipment, order_key: order, line_number: line, item_key: item, lot, serial } = row;
    const shippedOn = await dayIn(read, at.warehouse, row.confirmed_at ?? at.instant);
    lines.push({
      ...{ shipment, order, line, item, lot, serial, shippedOn },
      shippedBase: row.quantity_base,
      returnedBase: returned.get(goodsKey(shipment, order, line, item, lot, serial)) ?? 0,
      daysAgo: today - dayNumber(shippedOn),
    });
  }
  return lines;
}

function goodsKey(
  shipment: string | null,
  order: string | null,
  line: number | null,
  item: string,
  lot: string | null,
  serial: string | null,
): string {
  return JSON.stringify([shipment, order, line, item, lot ?? '', serial ?? '']);
}
