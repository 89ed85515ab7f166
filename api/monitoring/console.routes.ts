import * as z from 'zod';
import { type Board, board, type Waiting } from '#shared/monitoring/console.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  codesToDecide,
  commandsByHour,
  countsToDecide,
  documentsNotFinal,
  floorDevices,
  openExceptions,
  openMessages,
  openOrderCounts,
  openPutaways,
  type Queue,
  registeredLoads,
  rejectedDocuments,
  sourceSystemsOf,
  unacknowledgedDocuments,
} from './console.queries.ts';

import { lateOrders, linesToPick, ordersLacking, ordersToRelease, shipmentsToLoad } from './outbound.queries.ts';

const permit = 'monitoring.read';
const hourMs = 3_600_000;
const hoursShown = 12;
const devicesShown = 100;

const query = z.strictObject({ warehouse: z.string().min(1).max(32) });

/** What a supervisor looks at first: what waits, since when, and how the shift is going. */
export function addBoardRoutes(routes: Routes, services: Services): void {
  routes.add(
    {
      method: 'get',
      path: '/api/console/board',
      summary: 'What waits in a warehouse and since when, its devices, and the last twelve hours',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'The board', schema: board } },
    },
    async ({ c, query: { warehouse }, caller }) => {
      asPersonIn(caller, warehouse, permit);
      return c.json(await boardOf(services.store.read, warehouse, services.clock.now()));
    },
  );
}

async function boardOf(read: Runner, warehouse: string, now: number): Promise<Board> {
  const messages = await openMessages(read, await sourceSystemsOf(read, warehouse));
  const exceptions = await openExceptions(read, warehouse);
  const orders = await openOrderCounts(read, warehouse);
  const devices = await floorDevices(read, devicesShown);
  return {
    at: instant(now),
    messages: {
      received: waiting(messages.get('received')),
      parked: waiting(messages.get('parked')),
      failed: waiting(messages.get('failed')),
    },
    decisions: {
      held: waiting(exceptions.get('held_command')),
      approvals: waiting(exceptions.get('approval')),
      discrepancies: waiting(exceptions.get('discrepancy')),
      counts: waiting(await countsToDecide(read, warehouse)),
      unknownCodes: waiting(await codesToDecide(read, warehouse)),
    },
    documents: {
      unacknowledged: waiting(await unacknowledgedDocuments(read, warehouse)),
      rejected: waiting(await rejectedDocuments(read, warehouse)),
      notFinal: waiting(await documentsNotFinal(read, warehouse)),
    },
    registered: waiting(await registeredLoads(read, warehouse)),
    putaway: waiting(await openPutaways(read, warehouse)),
    outbound: {
      late: waiting(await lateOrders(read, warehouse, now)),
      toRelease: waiting(await ordersToRelease(read, warehouse)),
      lacking: waiting(await ordersLacking(read, warehouse)),
      linesToPick: waiting(await linesToPick(read, warehouse)),
      toLoad: waiting(await shipmentsToLoad(read, warehouse)),
    },
    orders: { open: orders.get('open') ?? 0, partiallyReceived: orders.get('partially_received') ?? 0 },
    devices: devices.map((device) => ({
      device: device.id,
      person: device.person,
      lastContactAt: instant(device.last_contact_at),
      waitingCommands: device.waiting_commands,
    })),
    hours: await hoursOf(read, warehouse, now),
  };
}

/** Whole hours, the running one last. */
async function hoursOf(read: Runner, warehouse: string, now: number): Promise<Board['hours']> {
  const since = now - (now % hourMs) - (hoursShown - 1) * hourMs;
  const counted = await commandsByHour(read, warehouse, since);
  return Array.from({ length: hoursShown }, (_, hour) => {
    const of = (...outcomes: readonly string[]) =>
      counted
        .filter((row) => row.hour === hour && outcomes.includes(row.outcome))
        .reduce((sum, row) => sum + row.count, 0);
    return {
      from: instant(since + hour * hourMs),
      applied: of('applied'),
      refused: of('refused', 'skipped'),
      held: of('held', 'parked'),
    };
  });
}

function waiting(queue: Queue | undefined): Waiting {
  const oldestAt = queue?.oldestAt ?? null;
  return { count: queue?.count ?? 0, oldestAt: oldestAt === null ? null : instant(oldestAt) };
}
