import * as z from 'zod';
import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { Runner } from '../platform/db/connection.ts';
import { feedQuery, readHead } from '../platform/http/feed.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import type { Level } from './deltas.queries.ts';
import { positionAsOf } from './position-as-of.ts';
import { balancesAt, type SnapshotKey, type SnapshotRow } from './snapshots.queries.ts';

const query = z.strictObject({
  level: z.enum(['warehouse', 'location']).default('warehouse'),
  asOf: z.iso.datetime({ offset: true }).optional(),
  after: z.string().max(2000).default('0'),
  limit: feedQuery.limit,
  warehouse: z.string().min(1).max(32).optional(),
});

const snapshotRow = z.object({
  item: z.string(),
  warehouse: z.string(),
  location: z.string().optional(),
  lot: z.string().nullable(),
  inventoryStatus: z.string(),
  owner: z.string(),
  onHand: z.number(),
  allocated: z.number(),
  inTransit: z.number(),
});

const snapshot = z.object({
  position: z.number(),
  items: z.array(snapshotRow),
  next: z.string(),
  hasMore: z.boolean(),
});

/** What is on hand at a position, so that the changes after it lead to the next snapshot to the last unit. */
export function addSnapshotRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/planning/inventory-snapshots',
      summary:
        'Stock exact at one position: all pages of it are of that position. `next` goes into `after` as it is; `asOf` chooses an earlier moment',
      tag: 'Planning',
      access: { scopes: ['planning'], permit: 'planning.read' },
      query,
      answers: { 200: { description: 'A page of the snapshot', schema: snapshot } },
    },
    async ({ c, query: asked, caller }) => {
      const { read } = services.store;
      const from = asked.after === '0' ? await startOf(read, asked.asOf) : readToken(asked.after);
      const page = await readSnapshot(read, asked.level, {
        ...from,
        limit: asked.limit,
        oneWarehouse: asked.warehouse ?? null,
        sourceSystem: caller?.kind === 'machine' ? caller.sourceSystem : null,
      });
      const items = page.rows.map((row) => snapshotItem(row, asked.level));
      const next = writeToken({ position: from.position, key: page.last });
      return c.json({ position: from.position, items, next, hasMore: page.hasMore });
    },
  );
}

interface From {
  readonly position: number;
  readonly key: SnapshotKey;
}

const beginning: SnapshotKey = { location: '', warehouse: '', item_key: '', owner: '', lot: '', inventory_status: '' };

async function startOf(read: Runner, asOf: string | undefined): Promise<From> {
  const position = asOf === undefined ? await readHead(read) : await positionAsOf(read, Date.parse(asOf));
  return { position, key: beginning };
}

async function readSnapshot(
  read: Runner,
  level: Level,
  asked: From & { readonly limit: number; oneWarehouse: string | null; sourceSystem: string | null },
): Promise<{ rows: SnapshotRow[]; last: SnapshotKey; hasMore: boolean }> {
  const { position, oneWarehouse, sourceSystem } = asked;
  const rows: SnapshotRow[] = [];
  let last = asked.key;
  for (;;) {
    const limit = asked.limit + 1;
    const found = await read.all(balancesAt[level], { ...last, position, oneWarehouse, sourceSystem, limit });
    const standing = found.filter((row) => row.stands_now === 1).length;
    const isEnd = standing < limit;
    const certain = isEnd ? found : found.slice(0, found.findLastIndex((row) => row.stands_now === 1) + 1);
    for (const row of certain) {
      if (row.quantity_base === 0) continue;
      if (rows.length === asked.limit) return { rows, last, hasMore: true };
      rows.push(row);
      last = keyOf(row);
    }
    if (isEnd) return { rows, last, hasMore: false };
    const lastCertain = certain.at(-1);
    if (lastCertain) last = keyOf(lastCertain);
  }
}

function keyOf(row: SnapshotKey): SnapshotKey {
  const { location, warehouse, item_key, owner, lot, inventory_status } = row;
  return { location, warehouse, item_key, owner, lot, inventory_status };
}

/** Nothing reserves stock and no notice announces goods on their way yet: both are zero. */
function snapshotItem(row: SnapshotRow, level: Level) {
  return {
    item: row.number,
    warehouse: row.warehouse,
    ...(level === 'location' && { location: row.location }),
    lot: row.lot === '' ? null : row.lot,
    inventoryStatus: row.inventory_status,
    owner: row.owner,
    onHand: fromBase(row.quantity_base, row.decimals),
    allocated: 0,
    inTransit: 0,
  };
}

/** The position and the last row of a page as one opaque text, so that the next page is of the same position. */
function writeToken({ position, key }: From): string {
  return Buffer.from(JSON.stringify([position, ...Object.values(key)])).toString('base64url');
}

const tokenParts = z.tuple([z.int().min(0), z.string(), z.string(), z.string(), z.string(), z.string(), z.string()]);

function readToken(token: string): From {
  const parts = tokenParts.safeParse(parsed(Buffer.from(token, 'base64url').toString('utf8')));
  if (!parts.success) {
    const error = { pointer: '/after', code: 'request.malformed', value: token };
    throw new HttpProblem(422, problem('request.invalid', {}, [error]));
  }
  const [position, location, warehouse, item_key, owner, lot, inventory_status] = parts.data;
  return { position, key: { location, warehouse, item_key, owner, lot, inventory_status } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
