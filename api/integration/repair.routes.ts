import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import type { Caller } from '../platform/http/caller.ts';
import { asPerson, notFound, type Routes } from '../platform/http/routes.ts';
import type { MessageKind } from '../platform/message-kind.ts';
import type { Services } from '../platform/services.ts';
import { type ByHand, cancel, replace, requeue } from './by-hand.ts';
import { sourceSystemsOf } from './console.routes.ts';
import { documentedSchema, readMessages } from './read-messages.ts';

const permit = 'integration.repair';
const access = { permit };
const tag = 'Console';
const path = '/api/console/messages/{sourceSystem}/{messageId}';
const bodyLimitBytes = 5 * 1024 * 1024;

const moved = later(() => z.object({ messageId: z.string(), status: z.enum(['received', 'cancelled']) }));

/** What an integrator does about a message that did not go through: the same as its source system may do itself. */
export function addMessageRepairRoutes(kinds: readonly MessageKind[]): (routes: Routes, services: Services) => void {
  const message = documentedSchema(kinds);
  return (routes, services) => {
    const byOf = async (
      caller: Caller | undefined,
      { sourceSystem = '', messageId = '' }: Readonly<Record<string, string>>,
    ): Promise<ByHand> => {
      const person = asPerson(caller);
      const visible = await sourceSystemsOf(services, person, permit);
      if (!visible.includes(sourceSystem)) throw notFound(messageId);
      return { sourceSystem, messageId, actor: person.operator };
    };

    routes.add(
      {
        method: 'post',
        path: `${path}/requeue`,
        summary: 'Try a failed message again',
        tag,
        access,
        answers: { 202: { description: 'Received again', schema: moved } },
      },
      async ({ c, caller, path: asked }) => {
        const by = await byOf(caller, asked);
        await requeue(services, by);
        services.messagesReceived.raise();
        return c.json({ messageId: by.messageId, status: 'received' }, 202);
      },
    );

    routes.add(
      {
        method: 'post',
        path: `${path}/cancel`,
        summary: 'Give up a message that waits or failed; the order stays as it is',
        tag,
        access,
        answers: { 200: { description: 'Cancelled', schema: moved } },
      },
      async ({ c, caller, path: asked }) => {
        const by = await byOf(caller, asked);
        await cancel(services, by);
        return c.json({ messageId: by.messageId, status: 'cancelled' });
      },
    );

    routes.add<Record<string, never>, unknown>(
      {
        method: 'post',
        path: `${path}/replacement`,
        summary: 'Put an edited message, with an id of its own, in the place of one that waits or failed',
        tag,
        access,
        body: message,
        bodyCheckedBy: 'handler',
        bodyLimitBytes,
        answers: { 202: { description: 'The edited message is received', schema: moved } },
      },
      async ({ c, caller, path: asked, body }) => {
        const by = await byOf(caller, asked);
        const [edited] = readMessages(kinds, Array.isArray(body) ? null : body);
        if (!edited) throw notFound(by.messageId);
        await replace(services, by, edited);
        services.messagesReceived.raise();
        return c.json({ messageId: edited.messageId, status: 'received' }, 202);
      },
    );
  };
}
