import * as z from 'zod';
import { fromBase } from '#shared/kernel/quantity.ts';
import { type OrderDetail, type OrderLine, type OrderRow, orderDetail, orderList } from '#shared/orders/console.ts';
import { instant } from '../platform/clock.ts';
import { pageOf, positionIn } from '../platform/http/pages.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  documentsOfOrder,
  linesOfOrder,
  newestOrders,
  type OrderColumns,
  orderWhole,
  progressOfOrders,
} from './console.queries.ts';
import { readLoadsOfOrder } from './loads-of-order.ts';

const permit = 'orders.read';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  status: z.string().min(1).max(32).optional(),
  receiving: z.enum(['now']).optional(),
  search: z.string().min(1).max(64).optional(),
  before: z.string().min(3).max(120).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What people see of inbound orders: how far each has come, and one of them by line. */
export function addOrderConsoleRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/console/orders',
      summary: 'Inbound orders of a warehouse, newest first, with their progress',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'A page of orders', schema: orderList } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const { before, limit, receiving, ...rest } = asked;
      const rows = await newestOrders(read, {
        ...rest,
        isInReceiving: receiving === 'now',
        before: positionIn(before),
        limit: limit + 1,
      });
      const { shown, next } = pageOf(rows, limit, (row) => ({ createdAt: row.created_at, key: row.order_key }));
      return c.json({ items: await withProgress(services, shown), next });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/orders/{sourceSystem}/{orderNumber}',
      summary: 'An inbound order by line, with its loads and documents',
      tag: 'Console',
      access: { permit },
      answers: { 200: { description: 'The order', schema: orderDetail } },
    },
    async ({ c, path: { sourceSystem = '', orderNumber = '' }, caller }) => {
      const order = await orderWhole(read, sourceSystem, orderNumber);
      if (!order) throw notFound(orderNumber);
      asPersonIn(caller, order.warehouse, permit);
      const [row] = await withProgress(services, [order]);
      if (!row) throw notFound(orderNumber);
      const { loads, notices } = await readLoadsOfOrder(read, order.order_key);
      const detail: OrderDetail = {
        ...row,
        warehouse: order.warehouse,
        messageId: order.message_id,
        changedAt: instant(order.changed_at),
        notes: headerOf(order).notes ?? null,
        lineItems: (await linesOfOrder(read, order.order_key)).map(lineOf),
        loads: loads.map(({ load, shipment, status, createdAt, completedAt, expectedArrival }) => ({
          ...{ load, shipment, status, createdAt, completedAt, expectedArrival },
        })),
        notices,
        documents: await documentsOfOrder(read, order.order_key),
      };
      return c.json(detail);
    },
  );
}

async function withProgress(services: Services, orders: readonly OrderColumns[]): Promise<OrderRow[]> {
  if (orders.length === 0) return [];
  const keys = orders.map((order) => order.order_key);
  const progress = new Map((await progressOfOrders(services.store.read, keys)).map((row) => [row.order_key, row]));
  return orders.map((order) => {
    const { consigner, plannedReceiptStart } = headerOf(order);
    const done = progress.get(order.order_key);
    return {
      sourceSystem: order.source_system,
      orderNumber: order.order_number,
      orderType: order.order_type,
      status: order.status,
      consigner: consigner?.name ?? consigner?.account ?? null,
      plannedReceiptStart: plannedReceiptStart ?? null,
      lines: done?.lines ?? 0,
      registered: done?.registered ?? 0,
      received: done?.received ?? 0,
      createdAt: instant(order.created_at),
    };
  });
}

function lineOf(line: Awaited<ReturnType<typeof linesOfOrder>>[number]): OrderLine {
  const shown = (quantityBase: number) => fromBase(quantityBase, line.decimals);
  return {
    lineNumber: line.line_number,
    item: line.item_number,
    description: line.description,
    status: line.status,
    quantity: line.quantity,
    unit: line.unit,
    baseUnit: line.base_unit,
    expected: shown(line.quantity_base),
    registered: shown(line.registered_base),
    received: shown(line.received_base),
    overPercent: Number(line.over_percent),
    underPercent: Number(line.under_percent),
    lot: line.lot,
    owner: line.owner,
    inventoryStatus: line.inventory_status,
  };
}

/** What the screens show of the order's own words; every member may be missing. */
interface Header {
  readonly consigner?: { readonly name?: string; readonly account?: string } | null;
  readonly plannedReceiptStart?: string | null;
  readonly notes?: string | null;
}

function headerOf(order: { readonly document: string }): Header {
  return JSON.parse(order.document) as Header;
}
