import * as z from 'zod';
import { type StockList, stockList } from '#shared/inventory/console.ts';
import { refuseWhoCounts } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { stockMeantBy, stockOf } from './console.queries.ts';
import { stockLineOf } from './stock-line.ts';

const permit = 'stock.read';

const query = z
  .strictObject({
    warehouse: z.string().min(1).max(32),
    search: z.string().trim().min(1).max(64).optional(),
    waitingFor: z.enum(['putaway']).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  })
  .refine(({ search, waitingFor }) => (search === undefined) !== (waitingFor === undefined), { path: ['search'] });

/** What people see of stock: whatever a location, a plate or an item has. */
export function addStockConsoleRoutes(routes: Routes, { store: { read }, clock }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/stock',
      summary: 'Stock at a location, on a plate, of items, or that waits for put-away',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'What is where', schema: stockList } },
    },
    async ({ c, query: { warehouse, search, limit }, caller }) => {
      const person = asPersonIn(caller, warehouse, permit);
      const meant = search === undefined ? ({ by: 'putaway' } as const) : await stockMeantBy(read, warehouse, search);
      const rows = meant.by === 'nothing' ? [] : await stockOf(read, warehouse, meant, limit + 1);
      const told = rows.map(({ location, number: item }) => ({ warehouse, location, item }));
      // A place with nothing on the books is told of as well: that there is nothing.
      const named = meant.by === 'location' ? [{ warehouse, location: meant.code, item: null }] : [];
      await refuseWhoCounts({ read, nowMs: clock.now() }, person, [...told, ...named]);
      const list: StockList = {
        by: meant.by,
        items: rows.slice(0, limit).map(stockLineOf),
        hasMore: rows.length > limit,
      };
      return c.json(list);
    },
  );
}
