import * as z from 'zod';
import { type DecisionRow, decisionList } from '#shared/exceptions/console.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { instant } from '../platform/clock.ts';
import { withoutNumbers } from '../platform/http/blind.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { decisionsOf, waitingBehind } from './console.queries.ts';

const permit = 'exceptions.read';

const query = z.strictObject({
  warehouse: z.string().min(1).max(32),
  status: z.enum(['open', 'resolved']).default('open'),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/** What people have to decide, and what they decided. Deciding is a command: `exceptions.resolve`. */
export function addDecisionConsoleRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/decisions',
      summary: 'Held commands and approvals of a warehouse',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'Decisions', schema: decisionList } },
    },
    async ({ c, query: { warehouse, status, limit }, caller }) => {
      const person = asPersonIn(caller, warehouse, permit);
      const { read } = services.store;
      const rows = await decisionsOf(read, { warehouse, isOpen: status === 'open', limit });
      const ids = rows.map((row) => row.command_id);
      const waiting = await waitingBehind(read, warehouse, ids);
      const answers = rows.map((row) => ({ problem: JSON.parse(row.problem) as Problem }));
      const bodies = rows.map((row) => JSON.parse(row.body) as unknown);
      const told = await withoutNumbers({ read, nowMs: services.clock.now() }, person, { answers, bodies });
      return c.json({
        items: rows.map((row, index) => ({
          ...rowOf(row, waiting.get(row.command_id) ?? 0),
          problem: told[index]?.problem ?? { code: '' },
        })),
      });
    },
  );
}

function rowOf(row: Awaited<ReturnType<typeof decisionsOf>>[number], waiting: number): Omit<DecisionRow, 'problem'> {
  return {
    exception: row.id,
    kind: row.kind,
    status: row.status,
    warehouse: row.warehouse,
    command: {
      id: row.command_id,
      type: row.type,
      device: row.device,
      operator: row.operator,
      operatorName: row.operator_name,
      occurredAt: instant(row.occurred_at),
      receivedAt: instant(row.received_at),
      body: JSON.parse(row.body) as Record<string, unknown>,
    },
    class: row.class as DecisionRow['class'],
    responsible: row.responsible as DecisionRow['responsible'],
    details: row.details === null ? null : (JSON.parse(row.details) as DecisionRow['details']),
    waiting,
    openedAt: instant(row.opened_at),
    resolvedAt: row.resolved_at === null ? null : instant(row.resolved_at),
    resolvedBy: row.resolved_by,
    action: row.action,
    reason: row.reason,
  };
}
