import { dayNumber } from '#shared/kernel/day.ts';
import { shipmentOfReturn } from '#shared/ledger/return-id.ts';
import type { Shipped, ShippedLine } from '#shared/returns/facts.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import { lockFirst } from '../platform/db/locking.ts';
import { bySystemFirst } from '../platform/facts/outbound-orders.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { ordersNumbered, ordersOfShipment, returnedGoods, shippedGoods } from './register.queries.ts';

/** What goods had gone out with, and what the ERP said of those orders. */
export interface ShippedBefore extends Shipped {
  readonly orders: readonly (Shipped['orders'][number] & { readonly document: string })[];
}

/** What the return number or the order stands for, its orders locked; null where neither is named. */
export async function shippedBefore(
  trx: AppTrx,
  asked: Pick<RegisterBody, 'returnId' | 'order' | 'sourceSystem'>,
  at: { readonly warehouse: string; readonly instant: number },
): Promise<ShippedBefore | null> {
  const { returnId, order } = asked;
  if (returnId !== undefined) {
    const shipment = shipmentOfReturn(returnId);
    if (shipment === null) return { orders: [], lines: [] };
    await lockFirst(trx, ordersOfShipment, { shipment });
    const orders = (await trx.all(ordersOfShipment.read, { shipment })).map(orderOf);
    const all = await linesOf(trx, 'shipment', shipment, at);
    const meant = order === undefined ? orders : orders.filter(({ number }) => number === order);
    return {
      orders,
      lines: order === undefined ? all : all.filter((line) => meant.some(({ key }) => key === line.order)),
    };
  }
  if (order === undefined) return null;
  await lockFirst(trx, ordersNumbered, { order });
  const rows = bySystemFirst(await trx.all(ordersNumbered.read, { order }), order);
  const orders = rows.filter((row) => (asked.sourceSystem ?? row.source_system) === row.source_system).map(orderOf);
  const [first, second] = orders;
  return { orders, lines: first && !second ? await linesOf(trx, 'order_key', first.key, at) : [] };
}

function orderOf(row: { order_key: string; order_number: string; source_system: string; document: string }) {
  const { order_key: key, order_number: number, source_system: sourceSystem, document } = row;
  return { key, number, sourceSystem, document };
}

async function linesOf(
  trx: AppTrx,
  column: 'shipment' | 'order_key',
  of: string,
  at: { readonly warehouse: string; readonly instant: number },
): Promise<ShippedLine[]> {
  const returned = new Map<string, number>();
  for (const row of await trx.all(returnedGoods[column], { of })) {
    const key = goodsKey(row.shipment, row.order_key, row.order_line, row.item_key, row.lot, row.serial);
    returned.set(key, row.quantity_base);
  }
  const today = dayNumber(await dayIn(trx, at.warehouse, at.instant));
  const lines: ShippedLine[] = [];
  for (const row of await trx.all(shippedGoods[column], { of })) {
    const { shipment, order_key: order, line_number: line, item_key: item, lot, serial } = row;
    const shippedOn = await dayIn(trx, at.warehouse, row.confirmed_at ?? at.instant);
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
