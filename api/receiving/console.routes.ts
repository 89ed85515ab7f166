import * as z from 'zod';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { phaseOfLoad } from '#shared/ledger/load-phase.ts';
import { type LoadRow, loadableOrders, loadDetail, loadList, type PlateLine } from '#shared/receiving/console.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isItemCounted } from '../platform/facts/withhold.ts';
import { goodsWithheldFrom } from '../platform/http/blind.ts';
import { pageOf, positionIn } from '../platform/http/pages.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { type LoadColumns, linesDone, loadWhole, newestLoads } from './console.queries.ts';
import { loadDetailOf } from './load-detail.ts';
import { ordersOfLoads, platesOfLoads } from './load-things.queries.ts';
import type { LoadDocument } from './load-things.ts';
import { linesToCome, ordersToLoad } from './loadable.queries.ts';

const permit = 'orders.read';
const warehouse = z.string().min(1).max(32);
const search = z.string().min(1).max(64).optional();

const query = z.strictObject({
  warehouse,
  status: z.enum(['open', 'received', 'closed_empty']).optional(),
  search,
  before: z.string().min(3).max(120).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** As many orders as somebody looks through to choose from. */
const ordersShown = 50;

/** What people see of inbound loads: what each brings and brought, its receipts, and what could be planned on a new one. */
export function addLoadConsoleRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/console/loads',
      summary: 'Inbound loads of a warehouse, newest first, with their progress',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'A page of loads', schema: loadList } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const { before, limit, ...rest } = asked;
      const rows = await newestLoads(read, { ...rest, before: positionIn(before), limit: limit + 1 });
      const { shown, next } = pageOf(rows, limit, (row) => ({ createdAt: row.created_at, key: row.load_number }));
      return c.json({ items: await rowsOf(read, shown), next });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/loads/{load}',
      summary: 'An inbound load by line and plate, with its receipts',
      tag: 'Console',
      access: { permit },
      answers: { 200: { description: 'The load', schema: loadDetail } },
    },
    async ({ c, path: { load = '' }, caller }) => {
      const whole = await loadWhole(read, load);
      if (!whole || (whole.made_by === 'completion' && whole.status === 'open')) throw notFound(load);
      const { warehouse, source_system: sourceSystem } = whole;
      const person = asPersonIn(caller, warehouse, permit);
      const [row] = await rowsOf(read, [whole]);
      if (!row) throw notFound(load);
      const detail = await loadDetailOf(read, whole, row);
      const counted = await goodsWithheldFrom(person, { read, nowMs: services.clock.now(), warehouse });
      const isHidden = ({ item, received }: PlateLine) =>
        received > 0 && isItemCounted(counted, itemKey(sourceSystem, item));
      return c.json({ ...detail, plateItems: detail.plateItems.filter((plate) => !isHidden(plate)) });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/loadable-orders',
      summary: 'Inbound orders of which something is still to come that no load is to bring, with those lines',
      tag: 'Console',
      access: { permit },
      query: z.strictObject({ warehouse, search }),
      answers: { 200: { description: 'The orders, oldest first', schema: loadableOrders } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      return c.json({ items: await loadable(read, asked) });
    },
  );
}

async function rowsOf(read: Runner, rows: readonly LoadColumns[]): Promise<LoadRow[]> {
  const numbers = rows.map((row) => row.load_number);
  if (numbers.length === 0) return [];
  const orders = Map.groupBy(await ordersOfLoads(read, numbers), (row) => row.load_number);
  const lines = new Map((await linesDone(read, numbers)).map((row) => [row.load_number, row]));
  const plates = new Map((await platesOfLoads(read, numbers)).map((row) => [row.load_number, row]));
  return rows.map((row) => {
    const done = lines.get(row.load_number);
    const { announced = 0, received = 0 } = plates.get(row.load_number) ?? {};
    const registered = [{ registeredBase: done?.most_registered_base ?? 0 }];
    return {
      load: row.load_number,
      sourceSystem: row.source_system,
      warehouse: row.warehouse,
      status: phaseOfLoad(row.status, row.shipped_at !== null, registered),
      madeBy: row.made_by,
      notice: row.message_id,
      orders: (orders.get(row.load_number) ?? []).map((each) => each.order_number),
      lines: { announced: done?.lines ?? 0, received: done?.done ?? 0 },
      plates: { announced, received },
      share: done?.share ?? 0,
      expectedArrival: (JSON.parse(row.document) as LoadDocument).expectedArrival ?? null,
      createdAt: instant(row.created_at),
      completedAt: row.completed_at === null ? null : instant(row.completed_at),
    };
  });
}

interface Header {
  readonly consigner?: { readonly name?: string | null; readonly account?: string | null } | null;
  readonly plannedReceiptStart?: string | null;
}

async function loadable(
  read: Runner,
  asked: { readonly warehouse: string; readonly search?: string | undefined },
): Promise<z.infer<typeof loadableOrders>['items']> {
  const orders = await ordersToLoad(read, { ...asked, limit: ordersShown });
  const keys = orders.map((order) => order.order_key);
  const lines = Map.groupBy(keys.length === 0 ? [] : await linesToCome(read, keys), (line) => line.order_key);
  return orders.map((order) => {
    const { consigner, plannedReceiptStart } = JSON.parse(order.document) as Header;
    return {
      sourceSystem: order.source_system,
      order: order.order_number,
      consigner: consigner?.name ?? consigner?.account ?? null,
      plannedReceiptStart: plannedReceiptStart ?? null,
      lines: (lines.get(order.order_key) ?? []).map((line) => ({
        line: line.line_number,
        item: line.item_number,
        description: line.description,
        rest: fromBase(line.rest_base, line.decimals),
        unit: line.base_unit,
      })),
    };
  });
}
