import * as z from 'zod';
import { fromBase } from '#shared/kernel/quantity.ts';
import { transferList } from '#shared/shipping/transfers.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { transferLines } from './transfers.queries.ts';

const permit = 'orders.read';
const linesShown = 500;

/** What is on its way between warehouses: on the shelves of neither. */
export function addTransferRoutes(routes: Routes, { store: { read } }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/transfers',
      summary: 'Transfers from and to a warehouse, line by line, newest first: what is on its way, or all of them',
      tag: 'Console',
      access: { permit },
      query: z.strictObject({ warehouse: z.string().min(1).max(32), status: z.enum(['open', 'all']).default('open') }),
      answers: { 200: { description: 'The transfers', schema: transferList } },
    },
    async ({ c, query: { warehouse, status }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      const lines = await transferLines(read, { warehouse, isOpen: status === 'open', limit: linesShown });
      const items = lines.map((row) => {
        const { decimals, expected_base: sentBase, registered_base: receivedBase } = row;
        const leftBase = Math.max(0, sentBase - receivedBase);
        const isOnTheWay = row.status === 'open';
        return {
          ...{ load: row.load_number, shipment: row.shipment, order: row.order_number, line: row.line_number },
          ...{ item: row.number, description: row.description, unit: row.base_unit },
          ...{ from: row.from_warehouse, to: row.to_warehouse, shippedAt: new Date(row.shipped_at).toISOString() },
          sent: fromBase(sentBase, decimals),
          received: fromBase(receivedBase, decimals),
          inTransit: fromBase(isOnTheWay ? leftBase : 0, decimals),
          missing: fromBase(isOnTheWay ? 0 : leftBase, decimals),
        };
      });
      return c.json({ items });
    },
  );
}
