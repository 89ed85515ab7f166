import * as z from 'zod';
import { type Found, type LookUpAnswer, lookUpAnswer } from '#shared/inventory/look-up.ts';
import { type HistoryLine, historyAnswer } from '#shared/inventory/look-up-history.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { instant } from '../platform/clock.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { refuseWhoCounts } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { HistoryOf } from './history.queries.ts';
import { beforeFrom, historyOf } from './history.ts';
import { lookUp } from './look-up.ts';

const permit = 'stock.read';
const code = z.string().trim().min(1).max(96);
const warehouse = z.string().min(1).max(32);

const lookUpQuery = z.strictObject({ warehouse, code });

const historyQuery = z
  .strictObject({
    warehouse,
    location: code.optional(),
    licensePlate: code.optional(),
    item: code.optional(),
    sourceSystem: code.optional(),
    lot: code.optional(),
    serial: code.optional(),
    /** `olderHistory` or `older` of the part before. */
    before: z
      .string()
      .regex(/^\d{1,15}_.{1,120}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine((asked) => asked.location ?? asked.licensePlate ?? asked.item, { params: { code: 'stock.subject_missing' } });

/** Scan anything: where it is, how much, what is to come, what became of it. */
export function addLookUpRoutes(routes: Routes, services: Services): void {
  const { store, clock } = services;

  routes.add(
    {
      method: 'get',
      path: '/api/device/look-up',
      summary:
        'What a code is the name of: a location, plate, carton, item, order, shipment, load, wave, work, lot or serial, with all that is known of it',
      tag: 'Device',
      access: { permit },
      query: lookUpQuery,
      answers: { 200: { description: 'Each meaning of the code; none where nobody knows it', schema: lookUpAnswer } },
    },
    async ({ c, query, caller }) => {
      const person = asPersonIn(caller, query.warehouse, permit);
      const now = clock.now();
      const items = await lookUp({ read: store.read, warehouse: query.warehouse, nowMs: now }, query.code);
      await refuseWhoCounts(
        { read: store.read, nowMs: now },
        person,
        items.flatMap((found) => toldBy(found, query.warehouse)),
      );
      return c.json({ asOf: instant(now), code: query.code, items } satisfies LookUpAnswer);
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/history',
      summary: 'What became of a location, a plate, an item, a lot or a serial of it, the newest first',
      tag: 'Device',
      access: { permit },
      query: historyQuery,
      answers: { 200: { description: 'A part of the history', schema: historyAnswer } },
    },
    async ({ c, query, caller }) => {
      const person = asPersonIn(caller, query.warehouse, permit);
      const asked = await subjectOf(query);
      const part = await historyOf(store.read, query.warehouse, asked, beforeFrom(query.before), query.limit);
      const told = part.items.flatMap((line) => placesIn(line, query.warehouse));
      await refuseWhoCounts({ read: store.read, nowMs: clock.now() }, person, told);
      return c.json(part);
    },
  );

  async function subjectOf(query: z.infer<typeof historyQuery>): Promise<HistoryOf> {
    const { location, licensePlate, item, sourceSystem, lot, serial } = query;
    if (licensePlate !== undefined) return { of: 'licensePlate', licensePlate };
    if (location !== undefined) return { of: 'location', location };
    const meant = itemMeant(item ?? '', await itemsByNumber(store.read, item ?? ''), [], sourceSystem);
    if (isProblem(meant)) throw new HttpProblem(422, meant);
    const itemKey = meant.key;
    if (serial !== undefined) return { of: 'serial', itemKey, serial };
    return lot === undefined ? { of: 'item', itemKey } : { of: 'lot', itemKey, lot };
  }
}

/** The goods, by place, that an answer tells of. */
function toldBy({ kind, name, stock, history }: Found, warehouse: string) {
  return [
    ...stock.map(({ location, item }) => ({ warehouse, location, item })),
    ...history.flatMap((line) => placesIn(line, warehouse)),
    ...(kind === 'location' ? [{ warehouse, location: name, item: null }] : []),
  ];
}

function placesIn({ from, to, item }: HistoryLine, warehouse: string) {
  return [from, to].map((location) => ({ warehouse, location, item }));
}
