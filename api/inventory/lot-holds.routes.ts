import * as z from 'zod';
import { type LotHoldDetail, type LotHoldRow, lotHoldDetail, lotHoldList } from '#shared/inventory/lot-holds.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { refuseWhoCounts } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';

import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { shippedTo } from './look-up-promises.ts';
import { type HoldRow, holdsWith, holdWithNumber, stockOfLot, warehousesThatShipped } from './lot-holds.queries.ts';
import { stockLineOf } from './stock-line.ts';

const permit = 'stock.read';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  status: z.enum(['active', 'released']).default('active'),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** Everybody who received a lot has to be named in a recall; more than these are not read at once. */
const receiversShown = 2000;

/** Lots on hold: which there are, where they are, and who received them. Holding and letting go are commands. */
export function addLotHoldRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/console/lot-holds',
      summary: 'Lots on hold, or that were',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'Holds, the newest first', schema: lotHoldList } },
    },
    async ({ c, query: { warehouse, status, limit }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      return c.json({ items: (await read.all(holdsWith, { status, limit })).map(rowOf) });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/lot-holds/{hold}',
      summary: 'A hold with all there is of its lot, in every warehouse, and who received any of it',
      tag: 'Console',
      access: { permit },
      query: z.strictObject({ warehouse: z.string().min(1).max(32) }),
      answers: { 200: { description: 'The hold', schema: lotHoldDetail } },
    },
    async ({ c, path: { hold = '' }, query: { warehouse }, caller }) => {
      const person = asPersonIn(caller, warehouse, permit);
      const row = await read.one(holdWithNumber, { hold });
      if (!row) throw notFound(hold);
      const detail = await detailOf(read, row);
      await refuseWhoCounts({ read, nowMs: services.clock.now() }, person, detail.stock);
      return c.json(detail);
    },
  );
}

async function detailOf(read: Runner, row: HoldRow): Promise<LotHoldDetail> {
  const { item_key: itemKey, lot } = row;
  const stock = await read.all(stockOfLot, { itemKey, lot });
  const received: LotHoldDetail['received'] = [];
  let hasMoreReceived = false;
  for (const { warehouse } of await read.all(warehousesThatShipped, { itemKey, lot })) {
    const { shipped, hasMoreShipped } = await shippedTo(read, warehouse, { itemKey, lot }, receiversShown);
    received.push(...shipped.map((one) => ({ ...one, warehouse })));
    hasMoreReceived ||= hasMoreShipped;
  }
  return {
    ...rowOf(row),
    stock: stock.map((one) => ({ ...stockLineOf(one), warehouse: one.warehouse })),
    received,
    hasMoreReceived,
  };
}

function rowOf(row: HoldRow): LotHoldRow {
  const { item_key: itemKey, released_at: releasedAt } = row;
  return {
    hold: row.hold,
    item: itemNumberOf(itemKey),
    sourceSystem: sourceSystemOf(itemKey),
    description: row.description ?? '',
    lot: row.lot,
    expiryDate: row.expiry_date,
    status: row.status === 'active' ? 'active' : 'released',
    reason: row.reason,
    note: row.note,
    placedBy: row.placed_by,
    placedAt: instant(row.placed_at),
    releasedBy: row.released_by,
    releasedAt: releasedAt === null ? null : instant(releasedAt),
    releaseReason: row.release_reason,
  };
}
