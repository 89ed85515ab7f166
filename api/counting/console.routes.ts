import * as z from 'zod';
import { type CountRow, type CountWorkList, countList, countWorkList } from '#shared/counting/console.ts';
import { isClaimed } from '#shared/ledger/claim-lease.ts';
import { instant } from '../platform/clock.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { countsWith, workToCount } from './console.queries.ts';
import { shownCount } from './shown-count.ts';

const permit = 'counting.review';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  status: z.enum(['open', 'recount', 'review', 'posted', 'rejected', 'covered', 'withdrawn']).default('review'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/**
 * Counts of a warehouse, those that wait for a decision unless others are asked for. Deciding is a command:
 * `counting.review`.
 */
export function addCountConsoleRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/counts',
      summary: 'Counts of a warehouse with what they found different',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'Counts', schema: countList } },
    },
    async ({ c, query: { warehouse, status, limit }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      const { read } = services.store;
      const items: CountRow[] = [];
      for (const row of await read.all(countsWith, { warehouse, status, limit })) {
        items.push(await shownCount(read, row));
      }
      return c.json({ items });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/count-work',
      summary: 'What somebody is sent to count in a warehouse, and why',
      tag: 'Console',
      access: { permit },
      query: query.pick({ warehouse: true, limit: true }),
      answers: { 200: { description: 'Open work, by place', schema: countWorkList } },
    },
    async ({ c, query: { warehouse, limit }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      const rows = await services.store.read.all(workToCount, { warehouse, limit });
      const now = services.clock.now();
      return c.json({ items: rows.map((row) => shownWork(row, now)) });
    },
  );
}

function shownWork(row: RowOf<typeof workToCount>, nowMs: number): CountWorkList['items'][number] {
  return {
    work: row.id,
    location: row.from_location === '' ? null : row.from_location,
    item: row.number,
    description: row.description,
    origin: (row.origin ?? 'floor') as CountWorkList['items'][number]['origin'],
    plan: row.plan,
    askedBy: row.asked_by,
    askedAt: instant(row.created_at),
    isSecondCounter: row.second_counter === 1,
    claimedBy: isClaimed(row.claimed_by, row.claimed_at, nowMs) ? row.claimed_by : null,
  };
}
