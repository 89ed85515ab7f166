import * as z from 'zod';
import { outboundLoadDetail, outboundLoadList, shipmentList } from '#shared/shipping/console.ts';
import { pageOf, positionIn } from '../platform/http/pages.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { doorsOf, newestOutboundLoads, newestShipments, outboundLoadNumbered } from './load-list.queries.ts';
import { outboundLoadRows, shipmentRows } from './load-list.ts';

const permit = 'orders.read';
const tag = 'Device';
const warehouse = z.string().min(1).max(32);
const search = z.string().min(1).max(64).optional();
/** More shipments than a truck takes. */
const shipmentsShown = 500;

/** What leaves: loads with their shipments, how far each is, and what is on the truck. */
export function addOutboundLoadRoutes(routes: Routes, { store: { read }, clock }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/device/outbound-loads',
      summary: 'Outbound loads of a warehouse, newest first, with their progress',
      tag,
      access: { permit },
      query: z.strictObject({
        warehouse,
        status: z.enum(['open', 'shipped', 'cancelled']).optional(),
        search,
        before: z.string().min(3).max(120).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      answers: { 200: { description: 'A page of loads', schema: outboundLoadList } },
    },
    async ({ c, query: { before, limit, ...asked }, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const rows = await newestOutboundLoads(read, { ...asked, before: positionIn(before), limit: limit + 1 });
      const { shown, next } = pageOf(rows, limit, (row) => ({ createdAt: row.created_at, key: row.load_number }));
      return c.json({ items: await outboundLoadRows(read, shown, clock.now()), next });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/outbound-loads/{load}',
      summary: 'An outbound load with its shipments',
      tag,
      access: { permit },
      answers: { 200: { description: 'The load', schema: outboundLoadDetail } },
    },
    async ({ c, path: { load = '' }, caller }) => {
      const whole = await outboundLoadNumbered(read, load);
      if (!whole) throw notFound(load);
      asPersonIn(caller, whole.warehouse, permit);
      const [row] = await outboundLoadRows(read, [whole], clock.now());
      if (!row) throw notFound(load);
      const on = await newestShipments(read, { warehouse: whole.warehouse, load, limit: shipmentsShown });
      const shipmentItems = await shipmentRows(read, on);
      const doors = await doorsOf(read, whole.warehouse);
      return c.json({ ...row, warehouse: whole.warehouse, doors, shipmentItems: shipmentItems.toReversed() });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/shipments',
      summary: 'Outbound shipments of a warehouse, newest first, with what is picked of them and where it is',
      tag,
      access: { permit },
      query: z.strictObject({
        warehouse,
        load: z.string().min(1).max(64).optional(),
        status: z.enum(['open', 'shipped']).optional(),
        search,
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      answers: { 200: { description: 'The shipments', schema: shipmentList } },
    },
    async ({ c, query, caller }) => {
      asPersonIn(caller, query.warehouse, permit);
      return c.json({ items: await shipmentRows(read, await newestShipments(read, query)) });
    },
  );
}
