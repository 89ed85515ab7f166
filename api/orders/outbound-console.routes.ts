import * as z from 'zod';
import { urgencies } from '#shared/ledger/urgency.ts';
import { outboundAnswer } from '#shared/orders/outbound-answer.ts';
import { outboundOrderList } from '#shared/orders/outbound-console.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { readOutboundOrder } from './outbound-answer.ts';
import { readOutboundList } from './outbound-list.ts';
import { outboundWithNumber } from './outbound-reads.queries.ts';

const permit = 'orders.read';
const name = z.string().min(1).max(64).optional();

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  status: z.enum(['open', 'closed', 'cancelled']).optional(),
  /** Of open orders only. */
  urgency: z.enum(urgencies).optional(),
  held: z.enum(['now', 'no']).optional(),
  lacking: z.enum(['yes', 'no']).optional(),
  carrier: name,
  sourceSystem: name,
  priorityAtMost: z.coerce.number().int().min(0).max(999).optional(),
  search: name,
  before: z.string().min(1).max(120).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What people see of outbound orders: how far each is on both axes, and one of them by line. */
export function addOutboundConsoleRoutes(routes: Routes, { store: { read }, clock }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/outbound-orders',
      summary: 'Outbound orders of a warehouse with both axes: open ones by urgency, others newest first',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'A page of orders', schema: outboundOrderList } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      return c.json(await readOutboundList(read, asked, clock.now()));
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
