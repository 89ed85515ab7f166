import * as z from 'zod';
import { instant, name32, name64 } from '#shared/kernel/fields.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { stockThen } from '#shared/planning/stock-then.ts';
import { refuseWhoCounts } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { RecentChanges } from './changes-since.ts';
import { positionAsOf } from './position-as-of.ts';
import { beginning, stockAt } from './stock-at.ts';

const permit = 'stock.read';
/** More rows than this nobody reads; planning's snapshots have all of them. */
const rowsAtMost = 1000;

const query = z.strictObject({
  warehouse: name32,
  at: instant,
  item: name64.optional(),
  location: name64.optional(),
});

/** What people see of the past: what stood in a warehouse at a moment, location by location. */
export function addStockThenRoutes(routes: Routes, { store: { read }, clock }: Services): void {
  const recent = new RecentChanges();
  routes.add(
    {
      method: 'get',
      path: '/api/console/stock-then',
      summary:
        'What stood in a warehouse at a moment of the past, by location; of one item or one location where named',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'The stock of that moment', schema: stockThen } },
    },
    async ({ c, query: { warehouse, at, item, location }, caller }) => {
      const person = asPersonIn(caller, warehouse, permit);
      const position = await positionAsOf(read, Date.parse(at));
      const chosen = {
        level: 'location',
        oneWarehouse: warehouse,
        oneItem: item ?? null,
        oneLocation: location ?? null,
        sourceSystem: null,
      } as const;
      const page = await stockAt(read, recent, chosen, { position, key: beginning, limit: rowsAtMost });
      const told = page.rows.map((row) => ({ warehouse, location: row.location, item: row.number }));
      const named = { warehouse, location: location ?? null, item: item ?? null };
      await refuseWhoCounts({ read, nowMs: clock.now() }, person, [...told, named]);
      const items = page.rows.map((row) => ({
        location: row.location,
        item: row.number,
        lot: row.lot === '' ? null : row.lot,
        inventoryStatus: row.inventory_status,
        owner: row.owner,
        onHand: fromBase(row.quantity_base, row.decimals),
      }));
      return c.json({ position, items, hasMore: page.hasMore });
    },
  );
}
