import * as z from 'zod';
import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import type { ReleaseStatus, ShipmentStatus } from '#shared/ledger/outbound-status.ts';
import { outboundAnswer } from '#shared/orders/outbound-answer.ts';
import { type OutboundOrderRow, outboundOrderList } from '#shared/orders/outbound-console.ts';
import { instant } from '../platform/clock.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { readOutboundOrder } from './outbound-answer.ts';
import { newestOutbound, progressOfOutbound } from './outbound-console.queries.ts';
import { type OutboundRow, outboundWithNumber } from './outbound-reads.queries.ts';

const permit = 'orders.read';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  status: z.enum(['open', 'closed', 'cancelled']).optional(),
  held: z.enum(['now']).optional(),
  search: z.string().min(1).max(64).optional(),
  before: z.string().min(3).max(120).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What people see of outbound orders: how far each is on both axes, and one of them by line. */
export function addOutboundConsoleRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/console/outbound-orders',
      summary: 'Outbound orders of a warehouse, newest first, with both axes',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'A page of orders', schema: outboundOrderList } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const { before, limit, held, ...rest } = asked;
      const isHeld = held === 'now';
      const rows = await newestOutbound(read, { ...rest, isHeld, before: positionOf(before), limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const next = rows.length > limit && last ? `${last.created_at} ${last.order_key}` : null;
      return c.json({ items: await withProgress(services, shown), next });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/outbound-orders/{sourceSystem}/{orderNumber}',
      summary: 'An outbound order by line, with its shipments and packing slips',
      tag: 'Console',
      access: { permit },
      answers: { 200: { description: 'The order', schema: outboundAnswer } },
    },
    async ({ c, path: { sourceSystem = '', orderNumber = '' }, caller }) => {
      const [order] = await outboundWithNumber(read, orderNumber, sourceSystem);
      if (!order) throw notFound(orderNumber);
      asPersonIn(caller, order.warehouse, permit);
      return c.json(await readOutboundOrder(read, order));
    },
  );
}

async function withProgress(services: Services, orders: readonly OutboundRow[]): Promise<OutboundOrderRow[]> {
  if (orders.length === 0) return [];
  const keys = orders.map((order) => order.order_key);
  const progress = new Map((await progressOfOutbound(services.store.read, keys)).map((row) => [row.order_key, row]));
  return orders.map((order) => {
    const done = progress.get(order.order_key);
    const wanted = done?.wanted ?? 0;
    const release: ReleaseStatus = axis(wanted, done?.some_released ?? 0, done?.all_released ?? 0, releaseWords);
    const shipment: ShipmentStatus = axis(wanted, done?.some_shipped ?? 0, done?.all_shipped ?? 0, shipmentWords);
    return {
      sourceSystem: order.source_system,
      orderNumber: order.order_number,
      ownNumber: order.own_number ?? order.order_number,
      status: order.status,
      releaseStatus: release,
      shipmentStatus: shipment,
      holdCodes: JSON.parse(order.hold_codes) as string[],
      customer: consigneeNameOf(order.consignee),
      carrier: order.carrier || null,
      priority: order.priority,
      shipComplete: order.ship_complete === 1,
      shipBy: order.ship_by === null ? null : instant(order.ship_by),
      cutoffAt: order.cutoff_at === null ? null : instant(order.cutoff_at),
      lines: done?.lines ?? 0,
      released: done?.released ?? 0,
      shipped: done?.shipped ?? 0,
      createdAt: instant(order.created_at),
    };
  });
}

const releaseWords = ['open', 'partially_released', 'released'] as const;
const shipmentWords = ['open', 'partially_shipped', 'shipped'] as const;

/** Where an order is on an axis, by how many of its wanted lines are begun and done there. */
function axis<Word>(wanted: number, begun: number, done: number, words: readonly [Word, Word, Word]): Word {
  if (wanted === 0 || begun === 0) return words[0];
  return done >= wanted ? words[2] : words[1];
}

/** Reads `before` back; what is no such position gives the first page. */
function positionOf(text: string | undefined) {
  const [, createdAt, orderKey] = /^(\d{1,15}) (.+)$/.exec(text ?? '') ?? [];
  return createdAt === undefined || orderKey === undefined ? undefined : { createdAt: Number(createdAt), orderKey };
}
