import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { instant } from '../platform/clock.ts';
import type { Why } from '../platform/explainers.ts';
import { findPlate } from '../platform/facts/plates.queries.ts';
import { goodsWithheldFrom, refuseWhoCounts, withoutNumbers } from '../platform/http/blind.ts';
import type { Caller } from '../platform/http/caller.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { commandProblemJson, problemJson } from '../platform/http/problem.ts';
import { asPerson, notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { judgedCommand, warehouseCodes, warehouseOfOrder, warehouseOfOutbound } from './explain.queries.ts';
import { explainPlate, explainReceiving } from './explain.ts';

const permit = 'stock.read';
const code = z.string().min(1).max(64);

const query = z
  .strictObject({
    warehouse: z.string().min(1).max(32).optional(),
    order: code.optional(),
    sourceSystem: code.optional(),
    line: z.coerce.number().int().min(1).optional(),
    item: code.optional(),
    location: code.optional(),
    load: code.optional(),
    licensePlate: code.optional(),
    command: z.string().min(1).max(96).optional(),
    /** Only whether goods can be picked, not where they may stand. */
    about: z.enum(['picking']).optional(),
  })
  .refine((asked) => asked.order ?? asked.command ?? asked.licensePlate ?? asked.item ?? asked.location, {
    params: { code: 'explain.subject_missing' },
  });

type Asked = z.infer<typeof query>;

const explanation = later(() =>
  z.looseObject({
    subject: z.record(z.string(), z.unknown()),
    allowed: z.boolean(),
    problem: z.unknown(),
    links: z.array(z.object({ rel: z.string(), href: z.string() })),
  }),
);

/** Why not: the rule that says no, in its own words, with what to look at. */
export function addExplainRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;
  routes.add(
    {
      method: 'get',
      path: '/api/device/explain',
      summary:
        'Why something cannot be received, put away, released or picked, why a location takes nothing, or what became of a command: the rule that says no, and why goods go where they go',
      tag: 'Device',
      access: { permit },
      query,
      answers: {
        200: {
          description: 'What was asked about, with a verdict each',
          schema: z.object({ items: z.array(explanation) }),
        },
      },
    },
    async ({ c, query: asked, caller }) => {
      const correlationId = String(c.get('correlationId') ?? '');
      if (asked.command !== undefined) return c.json({ items: [await explainCommand(asked.command, caller)] });
      if (asked.order === undefined)
        return c.json({ items: await explainPlace(asked, caller, c.req.path, correlationId) });
      const { order } = asked;
      const inbound = (await read.one(warehouseOfOrder, { order }))?.warehouse;
      const outbound = (await read.one(warehouseOfOutbound, { order }))?.warehouse;
      const warehouse = asked.warehouse ?? inbound ?? outbound ?? '';
      if (warehouse !== '') asPersonIn(caller, warehouse, permit);
      const going = (await services.explainers.get('outbound')?.(read, { ...asked, warehouse })) ?? [];
      const tells = going.flatMap(({ tells: goods = [] }) => goods.map((one) => ({ ...one, warehouse })));
      await refuseWhoCounts({ read, nowMs: services.clock.now() }, asPerson(caller), tells);
      // Nobody who asks about an order that goes out wants to hear that it cannot be received.
      const isReceived = going.length === 0 || inbound !== undefined;
      const items = isReceived ? await explainReceiving(read, { ...asked, order, warehouse }) : [];
      const told = (why: Problem | null) => why && problemJson(why, 422, c.req.path, correlationId);
      return c.json({
        items: [
          ...items.map(({ allowed, problem, ...subject }) => ({
            ...{ subject, allowed, problem: told(problem), links: linksOf(subject) },
          })),
          ...going.map(({ subject, allowed, problem, more }) => ({
            ...{ subject, allowed, problem: told(problem), links: linksOf(subject) },
            ...more,
          })),
        ],
      });
    },
  );

  /** Where a plate or an item may stand, whether anything may at a location, and whether goods can be picked. */
  async function explainPlace(asked: Asked, caller: Caller | undefined, path: string, correlationId: string) {
    const plate = asked.licensePlate === undefined ? null : await findPlate(read, asked.licensePlate);
    const warehouse = asked.warehouse ?? plate?.warehouse ?? (await firstWarehouse(caller));
    asPersonIn(caller, warehouse, permit);
    const picking = (await services.explainers.get('picking')?.(read, { ...asked, warehouse })) ?? [];
    const told = picking.map(({ subject: { location, item } }) => ({
      warehouse,
      location: typeof location === 'string' ? location : null,
      item: typeof item === 'string' ? item : null,
    }));
    await refuseWhoCounts({ read, nowMs: services.clock.now() }, asPerson(caller), told);
    if (asked.about === 'picking') return picking.map(verdict);
    const received = await explainAnnounced(asked, caller, path, correlationId);
    const found = (await services.explainers.get('putaway')?.(read, { ...asked, warehouse })) ?? [];
    // A plate that is still to come stands nowhere: what put-away says of it helps nobody.
    if (received && plate === null) return [received];
    // Whoever asks about goods and a place wants to hear whether they may go there, unless picking is asked for.
    const isPlacing = asked.licensePlate !== undefined || (asked.item !== undefined && asked.location !== undefined);
    const also = isPlacing ? [] : picking;
    return [...(received ? [received] : []), ...[...found, ...also].map(verdict)];

    function verdict({ subject, allowed, problem, more }: Why) {
      const told = problem && problemJson(problem, 422, path, correlationId);
      return { subject, allowed, problem: told, links: linksOf(subject), ...more };
    }
  }

  /** Whether an announced plate can be registered with one scan. */
  async function explainAnnounced(asked: Asked, caller: Caller | undefined, path: string, correlationId: string) {
    const { licensePlate, location } = asked;
    if (licensePlate === undefined) return null;
    const at = instant(services.clock.now());
    const found = await explainPlate(read, { licensePlate, location, at });
    if (!found) return null;
    const { warehouse, load, problem } = found;
    asPersonIn(caller, warehouse, permit);
    const subject = { licensePlate, load };
    return {
      subject,
      allowed: problem === null,
      problem: problem && problemJson(problem, 422, path, correlationId),
      links: [
        { rel: 'expected', href: `/api/device/expected?licensePlate=${encodeURIComponent(licensePlate)}` },
        ...linksOf(subject),
      ],
    };
  }

  async function firstWarehouse(caller: Caller | undefined): Promise<string> {
    const { roles } = asPerson(caller);
    const codes = (await read.all(warehouseCodes, {})).map(({ code: own }) => own);
    return codes.find((own) => roles[own] !== undefined || roles['*'] !== undefined) ?? '';
  }

  async function explainCommand(text: string, caller: Caller | undefined): Promise<z.infer<typeof explanation>> {
    const id = text.replace(/^command:/, '').toLowerCase();
    const row = await read.one(judgedCommand, { id });
    if (!row) throw notFound('command');
    const sent: unknown = JSON.parse(row.body);
    // One that was refused for being no object has no members to go by.
    const body = typeof sent === 'object' ? { ...sent } : {};
    const judged = { problem: row.problem === null ? null : (JSON.parse(row.problem) as Problem) };
    const person = asPersonIn(caller, row.warehouse, permit);
    const { warehouse } = row;
    const when = { read, nowMs: services.clock.now(), warehouse };
    const [{ problem } = judged] = await withoutNumbers(when, person, { answers: [judged], bodies: [body] });
    // What others brought somewhere says how much is there; a counter hears of it when they are done.
    const isHidden = row.operator !== person.operator && (await goodsWithheldFrom(person, when)).length > 0;
    return {
      subject: { command: row.id, type: row.type, outcome: row.outcome, body: isHidden ? {} : body },
      allowed: row.outcome === 'applied',
      problem: problem && commandProblemJson(problem, row.id),
      links: linksOf(body),
    };
  }
}

/** Where to look: the order, the stock of the item, of the plate, at the location. */
function linksOf(subject: Readonly<Record<string, unknown>>): { rel: string; href: string }[] {
  const links: { rel: string; href: string }[] = [];
  const { order, item, licensePlate, location } = subject;
  const stock = (name: string, value: string) => `/api/device/stock?${name}=${encodeURIComponent(value)}`;
  if (typeof order === 'string')
    links.push({ rel: 'order', href: `/api/device/explain?order=${encodeURIComponent(order)}` });
  if (typeof item === 'string') links.push({ rel: 'stock', href: stock('item', item) });
  if (typeof licensePlate === 'string') links.push({ rel: 'stock', href: stock('licensePlate', licensePlate) });
  if (typeof location === 'string') links.push({ rel: 'stock', href: stock('location', location) });
  return links;
}
