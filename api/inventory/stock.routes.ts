import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { badgeOfHands } from '#shared/ledger/location-type.ts';
import { permitsIn } from '../platform/auth.ts';
import { namesOf } from '../platform/facts/people.queries.ts';
import { plateNumberOf } from '../platform/facts/plates.queries.ts';
import { refuseWhoCounts } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { asPerson, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { stockAsked } from './stock.queries.ts';
import { stockLineOf } from './stock-line.ts';

const permit = 'stock.read';
const code = z.string().min(1).max(64);

const query = z
  .strictObject({
    warehouse: z.string().min(1).max(32).optional(),
    location: code.optional(),
    item: code.optional(),
    licensePlate: code.optional(),
    sourceSystem: code.optional(),
  })
  .refine((asked) => asked.location ?? asked.item ?? asked.licensePlate, { params: { code: 'stock.subject_missing' } });

const row = z.object({
  warehouse: z.string(),
  location: z.string(),
  locationType: z.string(),
  /** Who carries it, where it was picked and not put down yet. */
  inHandOf: z.object({ badge: z.string(), name: z.string().nullable() }).nullable(),
  item: z.string(),
  sourceSystem: z.string(),
  description: z.string(),
  owner: z.string(),
  lot: z.string().nullable(),
  expiryDate: z.string().nullable(),
  serial: z.string().nullable(),
  inventoryStatus: z.string(),
  licensePlate: z.string().nullable(),
  unit: z.string(),
  onHand: z.number(),
  /** Promised to orders, and picked but not shipped. */
  allocated: z.number(),
  /** On its way to this warehouse. Goods that have a place are not. */
  inTransit: z.number(),
  reserved: z.number(),
  /** What can still be promised: nothing at the dock or in quarantine, nothing that is blocked. */
  available: z.number(),
});

/** What is where, for whoever stands in front of it. */
export function addStockRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;
  routes.add(
    {
      method: 'get',
      path: '/api/device/stock',
      summary: 'Stock at a location, of an item or on a licence plate; several together narrow it down',
      tag: 'Device',
      access: { permit },
      query,
      answers: { 200: { description: 'What is where', schema: z.object({ items: z.array(row) }) } },
    },
    async ({ c, query: asked, caller }) => {
      if (asked.warehouse !== undefined) asPersonIn(caller, asked.warehouse, permit);
      const person = asPerson(caller);
      const plate =
        asked.licensePlate === undefined ? undefined : ((await plateNumberOf(read, asked.licensePlate)) ?? '');
      const rows = await stockAsked(read, { ...asked, licensePlate: plate });
      const seen = rows.filter(({ warehouse }) => isPermitted(permitsIn(person, warehouse), permit));
      const told = seen.map(({ warehouse, location, item_key: key }) => ({
        warehouse,
        location,
        item: itemNumberOf(key),
      }));
      const { warehouse = null, location = null, item = null } = asked;
      await refuseWhoCounts({ read, nowMs: services.clock.now() }, person, [...told, { warehouse, location, item }]);
      const names = await namesOf(read, [...new Set(seen.flatMap(({ location }) => badgeOfHands(location) ?? []))]);
      return c.json({ items: seen.map((found) => rowOf(found, names)) });
    },
  );
}

type Names = ReadonlyMap<string, string>;

function carrier(location: string, names: Names): z.infer<typeof row>['inHandOf'] {
  const badge = badgeOfHands(location);
  return badge === null ? null : { badge, name: names.get(badge) ?? null };
}

function rowOf(found: Awaited<ReturnType<typeof stockAsked>>[number], names: Names): z.infer<typeof row> {
  const line = stockLineOf({ ...found, number: itemNumberOf(found.item_key) });
  return {
    ...line,
    warehouse: found.warehouse,
    inHandOf: carrier(found.location, names),
    allocated: line.reserved,
    inTransit: 0,
  };
}
