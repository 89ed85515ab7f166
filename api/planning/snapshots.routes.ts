import * as z from 'zod';
import { instant } from '#shared/kernel/fields.ts';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { Runner } from '../platform/db/connection.ts';
import { unfitTexts } from '../platform/http/body.ts';
import { feedQuery, readHead } from '../platform/http/feed.ts';
import { linesOf } from '../platform/http/feed-streams.ts';
import { negotiate } from '../platform/http/negotiate.ts';
import { refuseElsewhere } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { RecentChanges } from './changes-since.ts';
import type { Level } from './deltas.queries.ts';
import { positionAsOf } from './position-as-of.ts';
import type { SnapshotKey, SnapshotRow } from './snapshots.queries.ts';
import { beginning, type Page, stockAt } from './stock-at.ts';

const levels = z.strictObject({
  level: z.enum(['warehouse', 'location']).default('warehouse'),
  asOf: instant.optional(),
  after: z.string().max(2000).default('0'),
  limit: feedQuery.limit.removeDefault().optional(),
  warehouse: z.string().min(1).max(32).optional(),
  /** The number of one item. */
  item: z.string().min(1).max(64).optional(),
  /** One location, at its level. */
  location: z.string().min(1).max(64).optional(),
});

/** By warehouse no place is told of: whoever names one would get all of the warehouse for it. */
const query = levels.refine(({ level, location }) => location === undefined || level === 'location', {
  path: ['level'],
  params: { code: 'request.not_allowed', allowed: 'location' },
});

const snapshotRow = later(() =>
  z.object({
    item: z.string(),
    warehouse: z.string(),
    location: z.string().optional(),
    lot: z.string().nullable(),
    inventoryStatus: z.string(),
    owner: z.string(),
    onHand: z.number(),
    /** Promised to orders, and picked but not shipped, at the moment of reading; null with `asOf`: it is not kept. */
    allocated: z.number().nullable(),
    /**
     * Dispatched to the warehouse and not received, at the moment of reading; null for warehouses with `asOf`: it is
     * not kept.
     */
    inTransit: z.number().nullable(),
  }),
);

const permit = 'planning.read';
const rowsOfPage = 100;
const rowsPerRead = 1000;
const offered = ['application/json', 'application/x-ndjson'] as const;

const snapshot = later(() =>
  z.object({
    position: z.number(),
    items: z.array(snapshotRow),
    next: z.string(),
    hasMore: z.boolean(),
  }),
);

/** What is on hand at a position, so that the changes after it lead to the next snapshot to the last unit. */
export function addSnapshotRoutes(routes: Routes, services: Services): void {
  const recent = new RecentChanges();
  routes.add(
    {
      method: 'get',
      path: '/api/planning/inventory-snapshots',
      summary:
        'Stock exact at one position: all pages of it are of that position. `next` goes into `after` as it is; `asOf` chooses an earlier moment; `application/x-ndjson` for all of it, the position in every row',
      tag: 'Planning',
      access: { scopes: ['planning'], permit },
      query,
      answers: { 200: { description: 'A page or lines of the snapshot', schema: snapshot, contentTypes: offered } },
    },
    async ({ c, query: asked, caller }) => {
      refuseElsewhere(caller, asked.warehouse, permit);
      const { read } = services.store;
      const from = asked.after === '0' ? await startOf(read, asked.asOf) : readToken(asked.after, asked.level);
      const sourceSystem = caller?.kind === 'machine' ? caller.sourceSystem : null;
      const onTheWay = from.isPast ? {} : { nowMs: services.clock.now() };
      const chosen = {
        level: asked.level,
        oneWarehouse: asked.warehouse ?? null,
        oneItem: asked.item ?? null,
        oneLocation: asked.location ?? null,
        sourceSystem,
      };
      if (negotiate(c, offered) === 'application/x-ndjson') {
        const readRows: ReadPage = (key, limit) =>
          stockAt(read, recent, chosen, { position: from.position, key, limit, ...onTheWay });
        return linesOf(inRows(readRows, chosen.level, { ...from, limit: asked.limit ?? Number.MAX_SAFE_INTEGER }));
      }
      const page = await stockAt(read, recent, chosen, { ...from, limit: asked.limit ?? rowsOfPage, ...onTheWay });
      const items = page.rows.map((row) => snapshotItem(row, asked.level, from.isPast));
      const next = writeToken({ ...from, key: page.last });
      return c.json({ position: from.position, items, next, hasMore: page.hasMore });
    },
  );
}

type ReadPage = (behind: SnapshotKey, limit: number) => Promise<Page>;

/** The rows of a snapshot up to a limit, a thousand at a time, each with the position that all of them are of. */
async function* inRows(
  readPage: ReadPage,
  level: Level,
  asked: From & { readonly limit: number },
): AsyncGenerator<string[]> {
  const { position, isPast } = asked;
  let { key, limit: left } = asked;
  while (left > 0) {
    const { rows, last, hasMore } = await readPage(key, Math.min(left, rowsPerRead));
    yield rows.map((row) => JSON.stringify({ position, ...snapshotItem(row, level, isPast) }));
    key = last;
    left = hasMore ? left - rows.length : 0;
  }
}

interface From {
  readonly position: number;
  /** An earlier moment was asked for. */
  readonly isPast: boolean;
  readonly key: SnapshotKey;
}

async function startOf(read: Runner, asOf: string | undefined): Promise<From> {
  const position = asOf === undefined ? await readHead(read) : await positionAsOf(read, Date.parse(asOf));
  return { position, isPast: asOf !== undefined, key: beginning };
}

/** Goods on their way have no place yet: by location none are. */
function snapshotItem(row: SnapshotRow, level: Level, isPast: boolean) {
  return {
    item: row.number,
    warehouse: row.warehouse,
    ...(level === 'location' && { location: row.location }),
    lot: row.lot === '' ? null : row.lot,
    inventoryStatus: row.inventory_status,
    owner: row.owner,
    onHand: fromBase(row.quantity_base, row.decimals),
    allocated: isPast ? null : fromBase(row.allocated_base, row.decimals),
    inTransit: isPast && level === 'warehouse' ? null : fromBase(row.in_transit_base, row.decimals),
  };
}

/** The position and the last row of a page as one opaque text, so that the next page is of the same position. */
function writeToken({ position, key, isPast }: From): string {
  const parts = [position, ...Object.values(key), ...(isPast ? [true] : [])];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const keyParts = [z.string(), z.string(), z.string(), z.string(), z.string(), z.string()] as const;
const tokenParts = z.union([
  z.tuple([z.int().min(0), ...keyParts]),
  z.tuple([z.int().min(0), ...keyParts, z.literal(true)]),
]);

/** Refuses one of a page by location where none is told of: what follows it is no rest of a page by warehouse. */
function readToken(token: string, level: Level): From {
  const parts = tokenParts.safeParse(parsed(Buffer.from(token, 'base64url').toString('utf8')));
  const isOfLevel = parts.data?.[1] === '' || level === 'location';
  if (!parts.success || !isOfLevel || unfitTexts(parts.data, '').length > 0) {
    const error = { pointer: '/after', code: 'request.malformed', value: token };
    throw new HttpProblem(422, problem('request.invalid', {}, [error]));
  }
  const [position, location, warehouse, item_key, owner, lot, inventory_status, isPast = false] = parts.data;
  return { position, isPast, key: { location, warehouse, item_key, owner, lot, inventory_status } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
