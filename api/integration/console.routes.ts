import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { type MessageDetail, type MessageRow, messageDetail, messageList } from '#shared/integration/console.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { permitsIn } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import type { Person } from '../platform/http/caller.ts';
import { asPerson, notFound, type Routes } from '../platform/http/routes.ts';
import type { MessageKind } from '../platform/message-kind.ts';
import type { Services } from '../platform/services.ts';
import {
  type MessageColumns,
  type MessagesAsked,
  newestMessages,
  newestOfLane,
  openMessageCounts,
  sourceSystemsWithWarehouses,
} from './console.queries.ts';
import { earlierReceived, missingOf, wholeMessageRow } from './message.queries.ts';
import { errorsJson, warningsOf } from './message-answer.ts';

const permit = 'integration.read';
const versionsShown = 50;

const query = z.strictObject({
  sourceSystem: z.string().min(1).max(64).optional(),
  status: z.string().min(1).max(32).optional(),
  search: z.string().min(1).max(64).optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What people see of the inbox: its messages, newest first, and one of them with all that is wrong with it. */
export function addMessageConsoleRoutes(kinds: readonly MessageKind[]): (routes: Routes, services: Services) => void {
  return (routes, services) => addConsoleRoutes(routes, services, kinds);
}

function addConsoleRoutes(routes: Routes, services: Services, kinds: readonly MessageKind[]): void {
  const { read } = services.store;

  routes.add(
    {
      method: 'get',
      path: '/api/console/messages',
      summary: 'Messages of the source systems that work with the own warehouses, newest first',
      tag: 'Console',
      access: { permit },
      query,
      answers: { 200: { description: 'A page of messages', schema: messageList } },
    },
    async ({ c, query: asked, caller }) => {
      const visible = await sourceSystemsOf(services, asPerson(caller), permit);
      const systems = visible.filter((code) => asked.sourceSystem === undefined || code === asked.sourceSystem);
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
      access: { permit },
      answers: { 200: { description: 'The message', schema: messageDetail } },
    },
    async ({ c, path: { sourceSystem = '', messageId = '' }, caller }) => {
      const visible = await sourceSystemsOf(services, asPerson(caller), permit);
      if (!visible.includes(sourceSystem)) throw notFound(messageId);
      return c.json(await detailOf(services, kinds, sourceSystem, messageId));
    },
  );
}

/** Source systems that work with a warehouse in which the person holds the permit. */
export async function sourceSystemsOf(services: Services, person: Person, needed: string): Promise<string[]> {
  const systems = await sourceSystemsWithWarehouses(services.store.read);
  return systems
    .filter(({ warehouses }) => warehouses.some((warehouse) => isPermitted(permitsIn(person, warehouse), needed)))
    .map(({ code }) => code);
}

async function detailOf(
  { store: { read } }: Services,
  kinds: readonly MessageKind[],
  sourceSystem: string,
  messageId: string,
): Promise<MessageDetail> {
  const key = { sourceSystem, messageId };
  const message = await read.one(wholeMessageRow.read, key);
  if (!message) throw notFound(messageId);
  const { lane, number, status } = message;
  const missing = status === 'parked' ? await read.all(missingOf, key) : [];
  const waitingFor = missing.map(({ key: waited }) => itemNumberOf(waited));
  const earlier = status === 'received' ? await read.one(earlierReceived, { sourceSystem, lane, number }) : undefined;
  const versions = await newestOfLane(read, sourceSystem, lane, versionsShown);
  return {
    ...rowOf(message),
    attempts: message.attempts,
    blockedBy: earlier?.message_id ?? null,
    body: JSON.parse(message.body),
    faults: errorsJson(message.errors, status === 'parked' ? waitingFor : null).map(
      ({ pointer, code, params, value, suggestedAction: action }) => ({
        pointer,
        code,
        ...(params && { params }),
        value: value ?? null,
        action,
      }),
    ),
    warnings: warningsOf(kinds, message).map(({ pointer, code, params, value }) => ({
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
  const [first] = faults;
  return {
    sourceSystem: row.source_system,
    messageId: row.message_id,
    number: row.number,
    type: row.type,
    operation: row.operation,
    status: row.status,
    orderNumber: row.order_number,
    waitingFor: row.waiting_for,
    firstError: first ? { code: first.code, ...(first.params && { params: first.params }) } : null,
    errors: faults.length,
    origin: row.origin,
    receivedAt: instant(row.received_at),
    processedAt: row.processed_at === null ? null : instant(row.processed_at),
  };
}

function faultsOf(row: { readonly errors: string }): readonly FieldError[] {
  return row.errors === '' ? [] : (JSON.parse(row.errors) as readonly FieldError[]);
}
