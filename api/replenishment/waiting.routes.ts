import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { fillsThatWait } from './waiting.queries.ts';

const permit = 'replenishment.pick';

const waiting = later(() =>
  z.object({
    waiting: z.number().describe('Work that brings goods to pick faces, and that nobody has.'),
    blocking: z.number().describe('That of it without which picks that were released cannot go on.'),
  }),
);

/** How many pick faces wait for somebody: filling them comes before putting away what stands at the dock. */
export function addFillsWaitingRoutes(routes: Routes, { store, clock }: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/device/pick-faces',
      summary: 'How much work for pick faces waits for somebody to take it on',
      tag: 'Devices',
      access: { permit },
      query: z.strictObject({ warehouse: z.string().min(1).max(32), show: z.enum(['waiting']) }),
      answers: { 200: { description: 'The number', schema: waiting } },
    },
    async ({ c, query: { warehouse }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      const row = await store.read.one(fillsThatWait, { warehouse, expired: clock.now() - claimLeaseMs });
      return c.json({ waiting: Number(row?.works ?? 0), blocking: Number(row?.blocking ?? 0) });
    },
  );
}
