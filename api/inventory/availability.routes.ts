import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { itemKey as keyOf } from '#shared/ledger/item-key.ts';
import type { Runner } from '../platform/db/connection.ts';
import { asSourceSystem, notFound, type Routes } from '../platform/http/routes.ts';
import { localDay } from '../platform/local-day.ts';
import type { Services } from '../platform/services.ts';
import { itemAndSite, promised, safetyStock, standing, toCome, wanted } from './availability.queries.ts';
import { componentsOf, type KnownSupply } from './availability.ts';

const query = z.strictObject({
  item: z.string().min(1).max(64),
  warehouse: z.string().min(1).max(32),
  /** The local day until which receipts and orders count; today unless said. */
  date: z.iso.date().optional(),
});

const availability = later(() =>
  z.object({
    item: z.string(),
    warehouse: z.string(),
    date: z.string(),
    unit: z.string(),
    availableToPromise: z.number(),
    safetyStock: z
      .number()
      .optional()
      .describe('What planning wants to be kept on that day; left out where it says nothing.'),
    availableToSell: z.number().optional().describe('What can be promised, less the safety stock: for shops.'),
    components: z.array(
      z.object({
        kind: z.enum(['on-hand', 'reserved', 'picked', 'blocked', 'expected-receipt', 'unreserved-demand']),
        quantity: z.number(),
        date: z.string().optional(),
      }),
    ),
  }),
);

/** What can be promised of an item until a day. */
export function addAvailabilityRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;
  routes.add(
    {
      method: 'get',
      path: '/api/erp/availability',
      summary:
        'Available to promise until a day: in the building, less promised, picked and blocked, with expected receipts and less unreserved demand; the components add up to it',
      tag: 'ERP',
      access: { scopes: ['erp'] },
      query,
      answers: { 200: { description: 'What can be promised, and what it is made of', schema: availability } },
    },
    async ({ c, query: { item, warehouse, date }, caller }) => {
      const { sourceSystem } = asSourceSystem(caller);
      const asked = { itemKey: keyOf(sourceSystem, item), warehouse };
      const known = await read.one(itemAndSite, asked);
      if (!known) throw notFound(item);
      const { time_zone: timeZone, base_unit: unit, decimals } = known;
      const until = date ?? localDay(services.clock.now(), timeZone);
      const parts = componentsOf(await knownSupply(read, asked, timeZone), until);
      const sumBase = totalBase(parts);
      const kept = (await read.one(safetyStock, { ...asked, sourceSystem, day: until }))?.safety_stock_base ?? null;
      const forShops = kept !== null && {
        safetyStock: fromBase(kept, decimals),
        availableToSell: fromBase(sumBase - kept, decimals),
      };
      return c.json({
        ...{ item, warehouse, date: until, unit, availableToPromise: fromBase(sumBase, decimals) },
        ...forShops,
        components: parts.map(({ kind, quantityBase, day }) => ({
          kind,
          quantity: fromBase(quantityBase, decimals),
          ...(day !== undefined && { date: day }),
        })),
      } satisfies z.infer<typeof availability>);
    },
  );
}

async function knownSupply(
  read: Runner,
  asked: { readonly itemKey: string; readonly warehouse: string },
  timeZone: string,
): Promise<KnownSupply> {
  const dayOf = (at: number | null) => (at === null ? null : localDay(at, timeZone));
  return {
    standing: (await read.all(standing, asked)).map((row) => ({
      ...{ inventoryStatus: row.inventory_status, locationType: row.type },
      ...{ quantityBase: Number(row.quantity_base), reservedBase: Number(row.reserved_base) },
    })),
    promised: (await read.all(promised, asked)).map((row) => ({
      isPicked: row.state === 'picked',
      quantityBase: Number(row.quantity_base),
    })),
    toCome: (await read.all(toCome, asked)).map((row) => ({
      day: dayOf(plannedAt(row.document)),
      quantityBase: row.quantity_base - row.registered_base,
    })),
    wanted: (await wanted(read, asked)).map((row) => ({
      day: dayOf(row.ship_by),
      quantityBase: Math.max(
        0,
        row.quantity_base - row.shipped_base - row.cancelled_base - Number(row.promised_base ?? 0),
      ),
    })),
  };
}

/** When all of an order is there, as its source system plans it (ms); null where it does not say. */
function plannedAt(document: string): number | null {
  const { plannedReceiptEnd: end, plannedReceiptStart: start } = JSON.parse(document) as Record<string, unknown>;
  const planned = end ?? start;
  return typeof planned === 'string' ? Date.parse(planned) : null;
}
