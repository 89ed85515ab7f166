import * as z from 'zod';
import { type Sighting, type UnknownCodeRow, unknownCodeList } from '#shared/unknown-codes/console.ts';
import { instant } from '../platform/clock.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { codesSeenIn, sightingsOf } from './console.queries.ts';

const permit = 'unknown_codes.bind';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  status: z.enum(['open', 'bound', 'dismissed']).default('open'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

/** The inbox of unknown codes: deciding is a command, `unknown_codes.bind`, `.dismiss` or `.unbind`. */
export function addUnknownCodeRoutes(routes: Routes, { store }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/unknown-codes',
      summary: 'Codes that nothing had when they were scanned, with where that was',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'Codes', schema: unknownCodeList } },
    },
    async ({ c, query: { warehouse, status, limit }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      const items: UnknownCodeRow[] = [];
      for (const row of await store.read.all(codesSeenIn, { warehouse, status, limit })) {
        items.push(shown(row, await store.read.all(sightingsOf, { code: row.code, warehouse })));
      }
      return c.json({ items });
    },
  );
}

function shown(row: RowOf<typeof codesSeenIn>, sightings: readonly RowOf<typeof sightingsOf>[]): UnknownCodeRow {
  const { code, status, times, description, unit, reason } = row;
  return {
    ...{ code, times, description, unit, reason },
    status: status as UnknownCodeRow['status'],
    suspicion: row.suspicion === null ? null : (JSON.parse(row.suspicion) as UnknownCodeRow['suspicion']),
    firstSeenAt: instant(row.first_seen_at),
    lastSeenAt: instant(row.last_seen_at),
    item: row.number,
    quantity: row.quantity === null ? null : Number(row.quantity),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at === null ? null : instant(row.decided_at),
    sightings: sightings.map(shownSighting),
  };
}

function shownSighting(row: RowOf<typeof sightingsOf>): Sighting {
  const { id, warehouse, scanned: text, flow, step, location, note, device } = row;
  return {
    ...{ sighting: id, warehouse, text, flow, step, location, note, device },
    order: row.order_number,
    licensePlate: row.license_plate,
    before: JSON.parse(row.scans_before) as string[],
    after: JSON.parse(row.scans_after) as string[],
    photos: JSON.parse(row.photos) as string[],
    by: row.seen_by,
    at: instant(row.seen_at),
  };
}
