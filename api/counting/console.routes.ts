import * as z from 'zod';
import { type CountRow, countList } from '#shared/counting/console.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { instant } from '../platform/clock.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { countsWith, differencesShown } from './console.queries.ts';

const permit = 'counting.review';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  status: z.enum(['open', 'recount', 'review', 'posted', 'rejected', 'covered']).default('review'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** Counts of a warehouse, those that wait for a decision unless others are asked for. Deciding is a command: `counting.review`. */
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
        const lines = await read.all(differencesShown, { number: row.count_number });
        items.push(shown(row, lines));
      }
      return c.json({ items });
    },
  );
}

function shown(row: RowOf<typeof countsWith>, lines: readonly RowOf<typeof differencesShown>[]): CountRow {
  const { status, location, attempts, reason, journal } = row;
  return {
    count: row.count_number,
    work: row.work,
    status: status as CountRow['status'],
    location,
    item: row.number,
    attempts,
    countedBy: row.counted_by,
    countedAt: row.counted_at === null ? null : instant(row.counted_at),
    reason,
    journal,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at === null ? null : instant(row.reviewed_at),
    reviewReason: row.review_reason,
    differences: lines.map((line) => ({
      item: line.number,
      description: line.description,
      location: line.location,
      licensePlate: line.license_plate || null,
      lot: line.lot || null,
      serial: line.serial || null,
      expected: fromBase(line.expected_base, line.decimals),
      counted: fromBase(line.counted_base, line.decimals),
      difference: fromBase(line.difference_base, line.decimals),
      unit: line.base_unit,
      isNew: line.is_new === 1,
    })),
  };
}
