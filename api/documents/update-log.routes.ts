import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { answerFeed, feedPageOf, feedQuery, inOneRun, type ReadRows } from '../platform/http/feed.ts';
import { inStretches } from '../platform/http/feed-streams.ts';
import { asSourceSystem, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { logRows } from './update-log.queries.ts';

const query = z.strictObject(feedQuery);

const logRow = later(() =>
  z.object({
    position: z.number(),
    at: z.string(),
    item: z.string(),
    warehouse: z.string(),
    location: z.string(),
    inventoryStatus: z.string(),
    owner: z.string(),
    lot: z.string().nullable(),
    serial: z.string().nullable(),
    licensePlate: z.string().nullable(),
    /** Signed, in `unit`, which is the item's base unit. */
    quantity: z.number(),
    unit: z.string().nullable(),
    reason: z.string(),
    reasonCode: z.string().nullable(),
    reference: z
      .object({ category: z.string(), orderNumber: z.string(), lineNumber: z.number(), load: z.string() })
      .nullable(),
    commandId: z.string(),
    transactionId: z.string(),
    quantityChannel: z.boolean(),
  }),
);

/**
 * Every change of the stock of a source system, whatever its channel: only rows with `quantityChannel: true` are booked.
 * A move inside a warehouse is two rows that cancel out, for an ERP that keeps locations or statuses.
 */
export function addUpdateLogRoutes(routes: Routes, services: Services): void {
  const { store } = services;
  routes.add(
    {
      method: 'get',
      path: '/api/erp/inventory-update-log',
      summary: 'Every change of stock, after a position; those with `quantityChannel: false` are booked from documents',
      tag: 'ERP',
      access: { scopes: ['erp'] },
      query,
      answers: { 200: { description: 'A page of the log', schema: feedPageOf(logRow) } },
    },
    ({ c, query: asked, caller }) => {
      const { sourceSystem } = asSourceSystem(caller);
      const readRows: ReadRows = (span) => store.read.all(logRows[store.dialect], { sourceSystem, ...span });
      return answerFeed(services, inStretches(inOneRun(readRows)), asked, c);
    },
  );
}
