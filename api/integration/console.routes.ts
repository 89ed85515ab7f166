import * as z from 'zod';
import { type MessageDetail, type MessageRow, messageDetail, messageList } from '#shared/integration/console.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { instant } from '../platform/clock.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  type MessageColumns,
  type MessagesAsked,
  messagesOfLane,
  messageWhole,
  newestMessages,
  openMessageCounts,
  sourceSystemCodes,
} from './console.queries.ts';

const versionsShown = 50;

const query = z.strictObject({
  sourceSystem: z.string().min(1).max(64).optional(),
  status: z.string().min(1).max(32).optional(),
  search: z.string().min(1).max(64).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What people see of the inbox: its messages, newest first, and one of them with all that is wrong with it. */
export function addMessageConsoleRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/console/messages',
      summary: 'Messages of all source systems, newest first',
      tag: 'Console',
      access: { permit: 'integration.read' },
      query,
      answers: { 200: { description: 'A page of messages', schema: messageList } },
    },
    async ({ c, query: asked }) => {
      const systems = asked.sourceSystem === undefined ? await sourceSystemCodes(read) : [asked.sourceSystem];
      const rows = await newestOfAll(services, systems, { ...asked, limit: asked.limit + 1 });
      const items = rows.slice(0, asked.limit).map(rowOf);
      const open = systems.length === 0 ? [] : await openMessageCounts(read, systems);
      return c.json({
        items,
        next: rows.length > asked.limit ? (items.at(-1)?.number ?? null) : null,
        open: Object.fromEntries(open.map(({ status, count }) => [status, count])),
      });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/console/messages/{sourceSystem}/{messageId}',
      summary: 'A message with every error, its body, and the other messages about the same thing',
      tag: 'Console',
      access: { permit: 'integration.read' },
      answers: { 200: { description: 'The message', schema: messageDetail } },
    },
    async ({ c, path: { sourceSystem = '', messageId = '' } }) => {
      const message = await messageWhole(read, sourceSystem, messageId);
      if (!message) throw notFound(messageId);
      const versions = await messagesOfLane(read, sourceSystem, message.lane, versionsShown);
      const detail: MessageDetail = {
        ...rowOf(message),
        attempts: message.attempts,
        body: JSON.parse(message.body),
        faults: faultsOf(message).map(({ pointer, code, params, value }) => ({
          pointer,
          code,
          ...(params && { params }),
          value: value ?? null,
        })),
        replaces: message.replaces,
        replacedBy: message.replaced_by,
        supersededBy: message.superseded_by,
        versions: versions.map(rowOf),
      };
      return c.json(detail);
    },
  );
}

/** Each source system's newest, merged: every one of these questions has an index of its own. */
async function newestOfAll(services: Services, systems: readonly string[], asked: MessagesAsked) {
  const found = await Promise.all(
    systems.map((sourceSystem) => newestMessages(services.store.read, { ...asked, sourceSystem })),
  );
  return found
    .flat()
    .sort((a, b) => b.number - a.number)
    .slice(0, asked.limit);
}

function rowOf(row: MessageColumns): MessageRow {
  const faults = faultsOf(row);
  return {
    sourceSystem: row.source_system,
    messageId: row.message_id,
    number: row.number,
    type: row.type,
    operation: row.operation,
    status: row.status,
    orderNumber: row.order_number,
    waitingFor: row.waiting_for,
    firstError: faults[0]?.code ?? null,
    errors: faults.length,
    origin: row.origin,
    receivedAt: instant(row.received_at),
    processedAt: row.processed_at === null ? null : instant(row.processed_at),
  };
}

function faultsOf(row: { readonly errors: string }): readonly FieldError[] {
  return row.errors === '' ? [] : (JSON.parse(row.errors) as readonly FieldError[]);
}
