import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { readHead } from '../platform/http/feed.ts';
import type { Routes } from '../platform/http/routes.ts';
import { missingMigrations } from '../platform/missing-migrations.ts';
import type { Services } from '../platform/services.ts';
import { oldestReceivedMessage, oldestWaitingRow } from './health.queries.ts';

const readiness = later(() =>
  z.object({
    status: z.enum(['ready', 'not ready']),
    checks: z.array(z.object({ name: z.string(), isRight: z.boolean(), detail: z.string() })),
  }),
);

/** A processor that leaves what it should do at once for longer than this is not running. */
const outboxMs = 10_000;
const inboxMs = 5 * 60_000;

/** For whoever starts and restarts the program: is it alive, and may requests be sent to it? */
export function addHealthRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/health/live',
      summary: 'The process answers',
      tag: 'Running it',
      access: { open: true },
      answers: { 200: { description: 'Alive', schema: z.object({ status: z.literal('live') }) } },
    },
    ({ c }) => c.json({ status: 'live' }),
  );

  routes.add(
    {
      method: 'get',
      path: '/health/ready',
      summary: 'Database reachable, migrations current, processors running',
      tag: 'Running it',
      access: { open: true },
      answers: {
        200: { description: 'Requests may be sent here', schema: readiness },
        503: { description: 'Not now; `checks` say why', schema: readiness },
      },
    },
    async ({ c }) => {
      const checks = await Promise.all(
        Object.entries(questions).map(async ([name, ask]) => {
          const why = await ask(services).catch((error: unknown) => whyNot(services, name, error));
          return { name, isRight: why === null, detail: why ?? 'right' };
        }),
      );
      const isReady = checks.every((check) => check.isRight);
      return c.json({ status: isReady ? 'ready' : 'not ready', checks }, isReady ? 200 : 503);
    },
  );
}

/** Each answers what is wrong, or null. */
const questions: Readonly<Record<string, (services: Services) => Promise<string | null>>> = {
  database: async ({ store }) => {
    await readHead(store.read);
    return null;
  },
  migrations: async ({ store }) => {
    const missing = await missingMigrations(store.read);
    return missing.length === 0 ? null : `not applied: ${missing.join(', ')}`;
  },
  processors: async ({ store, clock }) => {
    const waitingSince = await oldestWaitingRow(store.read);
    if (waitingSince !== null && clock.now() - waitingSince > outboxMs) {
      return `rows have waited for their positions for ${secondsSince(clock.now(), waitingSince)} s`;
    }
    const receivedAt = await oldestReceivedMessage(store.read);
    if (receivedAt !== null && clock.now() - receivedAt > inboxMs) {
      return `a message has waited for ${secondsSince(clock.now(), receivedAt)} s`;
    }
    return null;
  },
};

/** The world need not know what is inside; the log does. */
function whyNot(services: Services, name: string, error: unknown): string {
  services.log.error({ err: error, check: name }, 'not ready');
  return 'cannot be reached';
}

function secondsSince(now: number, then: number): number {
  return Math.round((now - then) / 1000);
}
