import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { lineOnLoad } from '#shared/ledger/line-on-load.ts';
import { inboundLoadPhases, phaseOfLoad } from '#shared/ledger/load-phase.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { Counted } from '../platform/facts/withhold.ts';
import { goodsWithheldFrom } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { expectedJson, expectedPlateJson } from './expected-json.ts';
import {
  linesOfLoads,
  type OpenLoadRow,
  openLoads,
  ordersOfLoads,
  platesOfLoads,
  warehouseExpecting,
} from './load-things.queries.ts';
import { type LoadDocument, loadExpectedPlates, loadInboundLoads } from './load-things.ts';

const permit = 'orders.read';
const code = z.string().min(1).max(64);

const loadsQuery = z.strictObject({ warehouse: z.string().min(1).max(32), load: code.optional() });

const load = later(() =>
  z.object({
    load: z.string(),
    sourceSystem: z.string(),
    warehouse: z.string(),
    /** `shipped` once it is on its way, `in_process` from the first registration on. */
    status: z.enum(inboundLoadPhases),
    /** Who made it: a `registration`, a `notice`, the order's `message`, or somebody by `hand`. */
    madeBy: z.string(),
    createdAt: z.string(),
    shippedAt: z.string().nullable(),
    expectedArrival: z.string().nullable(),
    carrier: z.string().nullable(),
    notes: z.string().nullable(),
    orders: z.array(z.object({ order: z.string(), shipment: z.string() })),
    lines: z.array(lineOnLoad.extend({ overDeliveryPercent: z.number() })),
    /** Plates that a notice announces with something on them, and those of which all is registered. */
    plates: z.object({ announced: z.number(), received: z.number() }),
  }),
);

const expectedQuery = z
  .strictObject({
    warehouse: z.string().min(1).max(32).optional(),
    load: code.optional(),
    licensePlate: code.optional(),
  })
  .refine((asked) => asked.load ?? asked.licensePlate, { params: { code: 'receiving.expected_subject_missing' } });

/** What is to come: loads that are not completed, and the plates that notices announce on them. */
export function addLoadRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;
  services.thingLoaders.set('inboundLoad', loadInboundLoads);
  services.thingLoaders.set('expectedPlate', loadExpectedPlates);

  routes.add(
    {
      method: 'get',
      path: '/api/device/loads',
      summary: 'Inbound loads that are not completed, with what each is to bring and what is registered',
      tag: 'Device',
      access: { permit },
      query: loadsQuery,
      answers: { 200: { description: 'Open loads, oldest first', schema: z.object({ items: z.array(load) }) } },
    },
    async ({ c, query: asked, caller }) => {
      asPersonIn(caller, asked.warehouse, permit);
      const rows = await openLoads(read, asked.warehouse, asked.load === undefined ? undefined : [asked.load]);
      return c.json({ items: await loadsJson(read, rows) });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/expected',
      summary:
        'Plates that notices announce on open loads: what is to be on each, what came, and each registration; without goods that whoever asks is counting',
      tag: 'Device',
      access: { permit },
      query: expectedQuery,
      answers: {
        200: { description: 'Announced plates', schema: z.object({ items: z.array(expectedPlateJson) }) },
      },
    },
    async ({ c, query: asked, caller }) => {
      const warehouse = asked.warehouse ?? (await warehouseExpecting(read, asked))?.warehouse;
      if (warehouse === undefined) return c.json({ items: [] });
      const person = asPersonIn(caller, warehouse, permit);
      const items = await expectedJson(read, { ...asked, warehouse });
      const counted = await goodsWithheldFrom(person, { read, nowMs: services.clock.now(), warehouse });
      return c.json({ items: items.map((plate) => withoutCounted(plate, counted)) });
    },
  );
}

/** A plate without what came on it, as far as whoever asks counts such goods. */
function withoutCounted(
  plate: Awaited<ReturnType<typeof expectedJson>>[number],
  counted: readonly Counted[],
): typeof plate {
  const numbers = new Set(counted.flatMap(({ items }) => items.map(itemNumberOf)));
  const lines = plate.lines.filter(({ registered, item }) => registered === 0 || !numbers.has(item));
  const registrations = plate.registrations.filter(({ item }) => !numbers.has(item));
  return { ...plate, lines, registrations };
}

async function loadsJson(read: Runner, rows: readonly OpenLoadRow[]): Promise<z.infer<typeof load>[]> {
  const numbers = rows.map((row) => row.load_number);
  if (numbers.length === 0) return [];
  const orders = Map.groupBy(await ordersOfLoads(read, numbers), (row) => row.load_number);
  const lines = Map.groupBy(await linesOfLoads(read, numbers), (row) => row.load_number);
  const plates = new Map((await platesOfLoads(read, numbers)).map((row) => [row.load_number, row]));
  return rows.map((row) => {
    const own = lines.get(row.load_number) ?? [];
    const { expectedArrival, carrier, notes } = JSON.parse(row.document) as LoadDocument;
    const registered = own.map((line) => ({ registeredBase: line.registered_base }));
    const { announced = 0, received = 0 } = plates.get(row.load_number) ?? {};
    return {
      load: row.load_number,
      sourceSystem: row.source_system,
      warehouse: row.warehouse,
      status: phaseOfLoad(row.status, row.shipped_at !== null, registered),
      madeBy: row.made_by,
      createdAt: instant(row.created_at),
      shippedAt: row.shipped_at === null ? null : instant(row.shipped_at),
      expectedArrival: expectedArrival ?? null,
      carrier: carrier ?? null,
      notes: notes ?? null,
      orders: (orders.get(row.load_number) ?? []).map((each) => ({
        order: each.order_number,
        shipment: each.shipment,
      })),
      lines: own.map((line) => ({
        order: line.order_number,
        line: line.line_number,
        item: line.item_number,
        description: line.description,
        expected: fromBase(line.expected_base, line.decimals),
        registered: fromBase(line.registered_base, line.decimals),
        unit: line.base_unit,
        overDeliveryPercent: Number(line.over_percent),
      })),
      plates: { announced, received },
    };
  });
}
