import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { changesAfter, headPosition, warehouseCodes } from './changes.queries.ts';
import type { Runner } from './db/connection.ts';
import { tellsOfStock, withheld } from './facts/withhold.ts';
import { goodsWithheldFrom } from './http/blind.ts';
import type { Person } from './http/caller.ts';
import { feedQuery } from './http/feed.ts';
import { HttpProblem } from './http/problem.ts';
import { asPerson, notFound, type Routes } from './http/routes.ts';
import type { Services } from './services.ts';
import { ThingsNow } from './things-now.ts';

const query = z.strictObject({
  after: feedQuery.after,
  limit: feedQuery.limit,
  wait: feedQuery.wait,
  /** Without it, the first in which the person has a role. */
  warehouse: z.string().min(1).max(32).optional(),
});

const page = later(() =>
  z.object({
    items: z.array(
      z.object({
        position: z.number(),
        kind: z.string(),
        key: z.string(),
        deleted: z.boolean(),
        value: z.unknown(),
      }),
    ),
    next: z.number(),
    hasMore: z.boolean(),
    reset: z.boolean(),
  }),
);

const heartbeatMs = 15_000;

/** What a device needs to work on its own, and the hint that there is something new. */
export function addChangesRoutes(routes: Routes, services: Services): void {
  const thingsNow = new ThingsNow(services);
  routes.add(
    {
      method: 'get',
      path: '/api/device/changes',
      summary:
        'Newest state of each thing that changed after a position; deletions too; reset when the position is not of this feed. Whoever counts goods is not told how much of them there is: things say what of them is withheld, and are told anew afterwards',
      tag: 'Device',
      access: { permit: 'any' },
      query,
      answers: { 200: { description: 'A page of changes', schema: page } },
    },
    async ({ c, query: asked, caller }) => {
      const { store, published, clock } = services;
      const person = asPerson(caller);
      const warehouse = await warehouseFor(store.read, person, asked.warehouse);
      const until = clock.monotonicMs() + asked.wait * 1000;
      for (;;) {
        const seen = published.position;
        const changes = await readChanges(services, thingsNow, person, { ...asked, warehouse });
        const leftMs = until - clock.monotonicMs();
        if (changes.items.length > 0 || changes.reset || leftMs <= 0 || c.req.raw.signal.aborted)
          return c.json(changes);
        await published.next(Math.min(leftMs, 1000), c.req.raw.signal, seen);
      }
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/live',
      summary: 'Server-sent hints that something changed: the newest position',
      tag: 'Device',
      access: { permit: 'any' },
      query: z.strictObject({ warehouse: z.string().max(32).optional() }),
      answers: { 200: { description: 'Events named `changed`', contentTypes: ['text/event-stream'] } },
    },
    ({ c }) =>
      streamSSE(c, async (stream) => {
        const gone = new AbortController();
        stream.onAbort(() => gone.abort());
        let told = -1;
        while (!gone.signal.aborted) {
          const head = await services.store.read.one(headPosition, {});
          const position = head?.position ?? 0;
          if (position !== told) await stream.writeSSE({ event: 'changed', data: String(position) });
          else await stream.writeSSE({ event: 'still', data: String(position) });
          told = position;
          await services.published.next(heartbeatMs, gone.signal);
        }
      }),
  );
}

async function warehouseFor(read: Runner, { roles }: Person, asked: string | undefined): Promise<string> {
  const mayLookAt = (code: string) => roles[code] !== undefined || roles['*'] !== undefined;
  const codes = (await read.all(warehouseCodes, {})).map(({ code }) => code);
  const found = codes.find((code) => (asked ?? code) === code && mayLookAt(code));
  if (found !== undefined) return found;
  if (asked !== undefined && !codes.includes(asked)) throw notFound(asked);
  throw new HttpProblem(403, problem('auth.permit_missing', { operation: 'device.changes', warehouse: asked ?? '*' }));
}

async function readChanges(
  { store: { read }, clock }: Pick<Services, 'store' | 'clock'>,
  thingsNow: ThingsNow,
  person: Person,
  asked: { readonly after: number; readonly limit: number; readonly warehouse: string },
) {
  const head = (await read.one(headPosition, {}))?.position ?? 0;
  const reset = asked.after > head;
  const after = reset ? 0 : asked.after;
  const rows = await read.all(changesAfter, { after, warehouse: asked.warehouse, limit: asked.limit + 1 });
  const shown = rows.slice(0, asked.limit);
  const values = await loadValues(thingsNow, shown, asked.warehouse);
  const tells = shown.some((row) => row.deleted === 0 && tellsOfStock(row.kind));
  const scope = { read, nowMs: clock.now(), warehouse: asked.warehouse };
  const counted = tells ? await goodsWithheldFrom(person, scope) : [];
  const items = shown.map(({ position, kind, thing_key: key, ...row }) => {
    const value = values.get(`${kind}\u0000${key}`);
    const deleted = row.deleted === 1 || value === undefined;
    return { position, kind, key, deleted, value: deleted ? null : withheld(kind, value, counted) };
  });
  const hasMore = rows.length > asked.limit;
  return { items, next: hasMore ? (shown.at(-1)?.position ?? after) : Math.max(after, head), hasMore, reset };
}

async function loadValues(
  thingsNow: ThingsNow,
  rows: readonly { kind: string; thing_key: string; deleted: number }[],
  warehouse: string,
): Promise<Map<string, unknown>> {
  const things = await thingsNow.now();
  const values = new Map<string, unknown>();
  const kinds = Map.groupBy(
    rows.filter((row) => row.deleted === 0),
    (row) => row.kind,
  );
  for (const [kind, ofKind] of kinds) {
    const keys = ofKind.map((row) => row.thing_key);
    for (const [key, value] of await things.load(kind, keys, warehouse)) values.set(`${kind}\u0000${key}`, value);
  }
  return values;
}
