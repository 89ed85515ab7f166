import * as z from 'zod';
import { itemUnknown, orderUnknown } from '#shared/command/message-verdict.ts';
import { type MessageStatus, messageStatuses } from '#shared/integration/message.machine.ts';
import { suggestedActionFor } from '#shared/integration/suggested-action.ts';
import { later } from '#shared/kernel/later.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { problemParams } from '#shared/kernel/shown-problem.ts';
import { instant } from '../platform/clock.ts';
import { errorJson } from '../platform/http/problem.ts';
import type { MessageKind } from '../platform/message-kind.ts';
import type { ListedMessage } from './message.queries.ts';

/** What an ERP is told of its messages. */

export const messageStatus = z.enum(messageStatuses as readonly [MessageStatus, ...MessageStatus[]]);

export const receivedAnswer = later(() =>
  z.object({ messageId: z.string(), status: z.literal('received'), href: z.string() }),
);

export const messageError = later(() =>
  z.object({
    pointer: z.string(),
    code: z.string(),
    detail: z.string(),
    params: problemParams.optional(),
    value: z.unknown(),
    suggestedAction: z.enum(['send-item', 'send-order', 'correct-and-replace', 'requeue', 'use-new-order']),
  }),
);

/** What looks wrong in a message that is carried out all the same: nothing need be done for it to be. */
export const messageWarning = messageError.omit({ suggestedAction: true });

export const listedMessage = later(() =>
  z.object({
    position: z.number(),
    messageId: z.string(),
    type: z.string(),
    operation: z.enum(['upsert', 'cancel']),
    status: messageStatus,
    orderNumber: z.string().nullable(),
    origin: z.string(),
    receivedAt: z.string(),
    processedAt: z.string().nullable(),
    errors: z.array(messageError),
    replaces: z.string().nullable(),
    replacedBy: z.string().nullable(),
    supersededBy: z.string().nullable(),
    href: z.string(),
  }),
);

export const messageList = later(() =>
  z.object({ items: z.array(listedMessage), next: z.number(), hasMore: z.boolean() }),
);

const orderLink = later(() => z.object({ orderNumber: z.string(), href: z.string() }).nullable());

const memberChange = later(() => z.object({ member: z.string(), before: z.unknown(), after: z.unknown() }));

const partChange = later(() =>
  z.object({
    id: z.string(),
    change: z.enum(['added', 'changed', 'removed']),
    members: z.array(memberChange),
  }),
);

const lineChange = partChange.extend({
  /** `unchanged`: nothing of the line is asked for otherwise than before, and something stands against it. */
  change: z.enum(['added', 'changed', 'removed', 'unchanged']),
  /** Those of the message's errors that are about the line; left out where there are none. */
  errors: z.array(messageError).optional(),
});

export const dryRunAnswer = later(() =>
  z.object({
    messageId: z.string(),
    dryRun: z.literal(true),
    /** What the message would become now. */
    status: messageStatus,
    errors: z.array(messageError),
    warnings: z.array(messageWarning),
    waitingFor: z.array(z.string()),
    order: orderLink,
    /**
     * What would be different of the order: its header, its lines by number, and lines of the work that fetches its goods
     * (`<work>/<line>`). Of a message that would fail or wait for an item: what it asks to be different, its lines with
     * what stands against them, and no work. Null for master data.
     */
    changes: z
      .object({ header: z.array(memberChange), lines: z.array(lineChange), work: z.array(partChange) })
      .nullable(),
  }),
);

export const wholeMessage = listedMessage.extend({
  warnings: z.array(messageWarning),
  /** Numbers of the items and orders that a parked message waits for. */
  waitingFor: z.array(z.string()),
  /** The message of the same order that is carried out first. */
  blockedBy: z.string().nullable(),
  attempts: z.number(),
  /** The order that came of it; null while there is none, and for master data. */
  order: orderLink,
  /** All messages about the same order, item or party, oldest first, this one included. */
  versions: z.array(
    listedMessage.pick({
      messageId: true,
      operation: true,
      status: true,
      receivedAt: true,
      replaces: true,
      replacedBy: true,
      supersededBy: true,
      href: true,
    }),
  ),
  /** The message as it was sent. */
  message: z.unknown(),
});

export function hrefOf(messageId: string): string {
  return `/api/erp/messages/${encodeURIComponent(messageId)}`;
}

export function receivedJson(messageId: string): z.infer<typeof receivedAnswer> {
  return { messageId, status: 'received', href: hrefOf(messageId) };
}

export function listedJson(row: ListedMessage): z.infer<typeof listedMessage> {
  return {
    position: row.number,
    messageId: row.message_id,
    type: row.type,
    operation: row.operation === 'cancel' ? 'cancel' : 'upsert',
    status: row.status as MessageStatus,
    orderNumber: row.order_number,
    origin: row.origin,
    receivedAt: instant(row.received_at),
    processedAt: row.processed_at === null ? null : instant(row.processed_at),
    errors: errorsJson(row.errors),
    replaces: row.replaces,
    replacedBy: row.replaced_by,
    supersededBy: row.superseded_by,
    href: hrefOf(row.message_id),
  };
}

/**
 * The errors that were kept with a message. `waitingFor` null: as they were found; else only those items and orders are
 * told of as missing that still are.
 */
export function errorsJson(
  errors: string,
  waitingFor: readonly string[] | null = null,
): z.infer<typeof messageError>[] {
  const kept = JSON.parse(errors) as readonly FieldError[];
  return kept
    .filter(({ code, params }) => {
      if (waitingFor === null) return true;
      if (code === itemUnknown) return waitingFor.includes(String(params?.item));
      return code !== orderUnknown || waitingFor.includes(String(params?.order));
    })
    .map((error) => ({ ...errorJson(error), suggestedAction: suggestedActionFor(error.code) }));
}

/** What looks wrong in a message that was kept. */
export function warningsOf(
  kinds: readonly MessageKind[],
  { type, operation, body }: { readonly type: string; readonly operation: string; readonly body: string },
): z.infer<typeof messageWarning>[] {
  const kind = operation === 'upsert' ? kinds.find((each) => each.type === type) : undefined;
  // Read only where there is something to look for: ERPs ask again and again, and it may be megabytes.
  return warningsJson(kind, (member) => (JSON.parse(body) as Readonly<Record<string, unknown>>)[member]);
}

/** `document`: the member of the message that holds it, as it was sent. */
export function warningsJson(
  kind: Pick<MessageKind, 'warnings' | 'member'> | undefined,
  document: (member: string) => unknown,
): z.infer<typeof messageWarning>[] {
  if (!kind?.warnings) return [];
  const { member } = kind;
  return kind
    .warnings(document(member))
    .map(({ pointer, ...rest }) => errorJson({ ...rest, pointer: `/${member}${pointer}` }));
}

/** The order of an accepted message. */
export function orderLinkOf(row: {
  readonly status: string;
  readonly order_number: string | null;
}): z.infer<typeof orderLink> {
  if (row.status !== 'accepted' || row.order_number === null) return null;
  return { orderNumber: row.order_number, href: `/api/erp/orders/${encodeURIComponent(row.order_number)}` };
}
