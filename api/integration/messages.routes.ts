import * as z from 'zod';
import type { MessageStatus } from '#shared/integration/message.machine.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { Caller } from '../platform/http/caller.ts';
import { assertGiven, feedQuery, jsonAnswer, waitFor } from '../platform/http/feed.ts';
import { asSourceSystem, notFound, type Routes } from '../platform/http/routes.ts';
import type { MessageKind } from '../platform/message-kind.ts';
import type { Services } from '../platform/services.ts';
import { type ByHand, cancel, replace, requeue } from './by-hand.ts';
import { dryRun } from './dry-run.ts';
import {
  earlierReceived,
  messagesAfter,
  messagesOfLane,
  missingOf,
  newestNumber,
  stateOfMessage,
  wholeMessageRow,
} from './message.queries.ts';
import {
  dryRunAnswer,
  errorsJson,
  listedJson,
  messageList,
  messageStatus,
  orderLinkOf,
  receivedAnswer,
  receivedJson,
  warningsOf,
  wholeMessage,
} from './message-answer.ts';
import { documentedSchema, readMessages } from './read-messages.ts';
import { takeIn } from './take-in.ts';

const bodyLimitBytes = 5 * 1024 * 1024;
const versionsShown = 100;
const access = { scopes: ['erp'] };
const tag = 'ERP';

/** The inbox of the ERPs: what they post, what became of it, and what people do about it by hand. */
export function addMessageRoutes(kinds: readonly MessageKind[]): (routes: Routes, services: Services) => void {
  const message = documentedSchema(kinds);
  return (routes, services) => {
    addPost(routes, services, kinds, message);
    addReads(routes, services, kinds);
    addByHand(routes, services, kinds, message);
  };
}

function addPost(routes: Routes, services: Services, kinds: readonly MessageKind[], message: z.ZodType): void {
  const oneOrMany = (schema: z.ZodType) => z.union([schema, z.array(schema)]);
  routes.add<{ dryRun?: 'true' | 'false' | undefined }, unknown>(
    {
      method: 'post',
      path: '/api/erp/messages',
      summary: 'One message or up to 1,000, all or nothing; 202: kept, will be carried out. A dry run changes nothing',
      tag,
      access,
      idempotency: 'own',
      query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
      body: oneOrMany(message),
      bodyCheckedBy: 'handler',
      bodyLimitBytes,
      answers: {
        202: { description: 'Kept', schema: oneOrMany(receivedAnswer) },
        200: { description: 'What would happen (dry run)', schema: oneOrMany(dryRunAnswer) },
      },
    },
    async ({ c, caller, query, body }) => {
      const { sourceSystem } = asSourceSystem(caller);
      const messages = readMessages(kinds, body);
      if (query.dryRun === 'true') {
        const answers = await dryRun(services, sourceSystem, messages);
        return c.json(Array.isArray(body) ? answers : answers[0]);
      }
      await takeIn(services, sourceSystem, messages);
      const answers = messages.map(({ messageId }) => receivedJson(messageId));
      return c.json(Array.isArray(body) ? answers : answers[0], 202);
    },
  );
}

function addReads(routes: Routes, services: Services, kinds: readonly MessageKind[]): void {
  const { read } = services.store;
  routes.add(
    {
      method: 'get',
      path: '/api/erp/messages',
      summary: 'Messages in order of arrival, all or those in one state',
      tag,
      access,
      query: z.strictObject({ status: messageStatus.optional(), after: feedQuery.after, limit: feedQuery.limit }),
      answers: { 200: { description: 'A page of messages', schema: messageList } },
    },
    async ({ c, caller, query }) => {
      const { sourceSystem } = asSourceSystem(caller);
      if (query.after > 0) assertGiven(query.after, (await read.one(newestNumber, {}))?.value ?? 0);
      const rows = await messagesAfter(read, { ...query, sourceSystem, limit: query.limit + 1 });
      const items = rows.slice(0, query.limit).map(listedJson);
      return c.json({ items, next: items.at(-1)?.position ?? query.after, hasMore: rows.length > query.limit });
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/erp/messages/{messageId}',
      summary:
        'A message: its state, every error with what to do, its versions, the order that came of it. While it is received, the answer waits for so many seconds until it was carried out',
      tag,
      access,
      query: z.strictObject({ wait: feedQuery.wait }),
      answers: { 200: { description: 'The message', schema: wholeMessage } },
    },
    async ({ c, caller, path: { messageId = '' }, query: { wait } }) => {
      const { sourceSystem } = asSourceSystem(caller);
      const look = () => read.one(stateOfMessage, { sourceSystem, messageId });
      const isEnough = (row: { status: string } | undefined) => row?.status !== 'received';
      if (wait > 0) await waitFor(services, { look, isEnough, wait, signal: c.req.raw.signal });
      return jsonAnswer(await wholeOf(services, kinds, sourceSystem, messageId));
    },
  );
}

/** The message as JSON. What was sent stands in it as it is kept: ERPs ask again and again, and it may be megabytes. */
async function wholeOf(
  { store: { read } }: Services,
  kinds: readonly MessageKind[],
  sourceSystem: string,
  messageId: string,
) {
  const row = await read.one(wholeMessageRow.read, { sourceSystem, messageId });
  if (!row) throw notFound(messageId);
  const { lane, number, status } = row;
  const missing = status === 'parked' ? await read.all(missingOf, { sourceSystem, messageId }) : [];
  const waitingFor = missing.map(({ key: waited }) => itemNumberOf(waited));
  const earlier = status === 'received' ? await read.one(earlierReceived, { sourceSystem, lane, number }) : undefined;
  const versions = await messagesOfLane(read, sourceSystem, lane, versionsShown);
  const shown: Omit<z.infer<typeof wholeMessage>, 'message'> = {
    ...listedJson(row),
    errors: errorsJson(row.errors, status === 'parked' ? waitingFor : null),
    warnings: warningsOf(kinds, row),
    waitingFor,
    blockedBy: earlier?.message_id ?? null,
    attempts: row.attempts,
    order: orderLinkOf(row),
    versions: versions.map((version) => {
      const { operation, receivedAt, replaces, replacedBy, supersededBy, href, ...rest } = listedJson(version);
      const links = { replaces, replacedBy, supersededBy };
      return { messageId: rest.messageId, operation, status: rest.status, receivedAt, ...links, href };
    }),
  };
  return Buffer.from(`${JSON.stringify(shown).slice(0, -1)},"message":${row.body}}`);
}

function addByHand(routes: Routes, services: Services, kinds: readonly MessageKind[], message: z.ZodType): void {
  const byOf = (caller: Caller | undefined, messageId: string): ByHand => {
    const { sourceSystem, key } = asSourceSystem(caller);
    return { sourceSystem, messageId, actor: `key:${key}` };
  };
  const moved = z.object({ messageId: z.string(), status: messageStatus, href: z.string() });
  const movedJson = (messageId: string, status: MessageStatus) => ({ ...receivedJson(messageId), status });

  routes.add(
    {
      method: 'post',
      path: '/api/erp/messages/{messageId}/requeue',
      summary: 'Try a failed message again',
      tag,
      access,
      answers: { 202: { description: 'Received again', schema: moved } },
    },
    async ({ c, caller, path: { messageId = '' } }) => {
      await requeue(services, byOf(caller, messageId));
      services.messagesReceived.raise();
      return c.json(movedJson(messageId, 'received'), 202);
    },
  );

  routes.add(
    {
      method: 'post',
      path: '/api/erp/messages/{messageId}/cancel',
      summary: 'Give up a message that waits or failed; the order stays as it is',
      tag,
      access,
      answers: { 200: { description: 'Cancelled', schema: moved } },
    },
    async ({ c, caller, path: { messageId = '' } }) => {
      await cancel(services, byOf(caller, messageId));
      return c.json(movedJson(messageId, 'cancelled'));
    },
  );

  routes.add<Record<string, never>, unknown>(
    {
      method: 'post',
      path: '/api/erp/messages/{messageId}/replacement',
      summary: 'Put an edited message, with an id of its own, in the place of one that waits or failed',
      tag,
      access,
      body: message,
      bodyCheckedBy: 'handler',
      bodyLimitBytes,
      answers: { 202: { description: 'The edited message is received', schema: moved } },
    },
    async ({ c, caller, path: { messageId = '' }, body }) => {
      const [edited] = readMessages(kinds, Array.isArray(body) ? null : body);
      if (!edited) throw notFound(messageId);
      await replace(services, byOf(caller, messageId), edited);
      services.messagesReceived.raise();
      return c.json(movedJson(edited.messageId, 'received'), 202);
    },
  );
}
