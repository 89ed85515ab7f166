import type { Context } from 'hono';
import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import type { Caller } from '../platform/http/caller.ts';
import { answerFeed, feedPageOf, feedQuery, type ReadRows, type ReadRuns } from '../platform/http/feed.ts';
import { answerLines, answerLive, inStretches } from '../platform/http/feed-streams.ts';
import { negotiate } from '../platform/http/negotiate.ts';
import { refuseElsewhere } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { deltaRows, deltaRun } from './deltas.queries.ts';

const query = z.strictObject({
  after: feedQuery.after,
  limit: feedQuery.limit.removeDefault().optional(),
  wait: feedQuery.wait,
  level: z.enum(['warehouse', 'location']).default('warehouse'),
  warehouse: z.string().min(1).max(32).optional(),
});

export const delta = later(() =>
  z.object({
    position: z.number(),
    at: z.string(),
    item: z.string(),
    warehouse: z.string(),
    inventoryStatus: z.string(),
    owner: z.string(),
    lot: z.string().nullable(),
    serial: z.string().nullable(),
    location: z.string(),
    licensePlate: z.string().nullable(),
    quantity: z.number(),
    reason: z.string(),
    commandId: z.string(),
    transactionId: z.string(),
    onHandAfter: z.number(),
    coveredBy: z.object({ kind: z.string(), documentNumber: z.string().nullable(), state: z.string() }).nullable(),
  }),
);

const permit = 'planning.read';
const rowsOfPage = 100;
const offered = ['application/json', 'application/x-ndjson', 'text/event-stream'] as const;

/** Every change of stock, in one order, for planning: as pages, in bulk as lines, or live. */
export function addDeltaRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/planning/inventory-deltas',
      summary: 'Changes of stock after a position: pages, `application/x-ndjson` for all of them, or live events',
      tag: 'Planning',
      access: { scopes: ['planning'], permit },
      query,
      answers: {
        200: { description: 'A page, lines or events of deltas', schema: feedPageOf(delta), contentTypes: offered },
      },
    },
    ({ c, query: asked, caller }) => {
      refuseElsewhere(caller, asked.warehouse, permit);
      const type = negotiate(c, offered);
      const { readRows, readRuns } = readersFor(services, caller, asked);
      if (type === 'application/x-ndjson') {
        return answerLines(services, readRows, { after: asked.after, limit: asked.limit ?? Number.MAX_SAFE_INTEGER });
      }
      if (type === 'text/event-stream') {
        return answerLive(services, readRows, { after: lastEventOf(c) ?? asked.after, event: 'delta' });
      }
      return answerFeed(services, readRuns, { ...asked, limit: asked.limit ?? rowsOfPage }, c);
    },
  );
}

interface Readers {
  readonly readRows: ReadRows;
  readonly readRuns: ReadRuns;
}

function readersFor(services: Services, caller: Caller | undefined, asked: z.infer<typeof query>): Readers {
  const { read } = services.store;
  const warehouse = asked.warehouse ?? null;
  const sourceSystem = caller?.kind === 'machine' ? caller.sourceSystem : null;
  const readRows: ReadRows = (span) => read.all(deltaRows[asked.level], { ...span, warehouse, sourceSystem });
  const readRuns: ReadRuns = async (span) => {
    const run = await read.one(deltaRun[asked.level][read.dialect], { ...span, warehouse, sourceSystem });
    return run && run.last !== null ? [run] : [];
  };
  const isFiltered = warehouse !== null || sourceSystem !== null;
  return isFiltered ? { readRows: inStretches(readRows), readRuns: inStretches(readRuns) } : { readRows, readRuns };
}

/** A browser that comes back says what it had last. */
function lastEventOf(c: Context): number | undefined {
  const id = c.req.header('last-event-id');
  return id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}
