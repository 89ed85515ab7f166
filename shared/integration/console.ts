import * as z from 'zod';
import { problemParams, shownProblem } from '#shared/kernel/shown-problem.ts';
import { later } from '../kernel/later.ts';

/** A message as a row of the console's list. Instants are RFC 3339 texts. */
export const messageRow = later(() =>
  z.object({
    sourceSystem: z.string(),
    messageId: z.string(),
    /** Grows with arrival over all source systems; also the page's position. */
    number: z.number(),
    type: z.string(),
    operation: z.string(),
    status: z.string(),
    orderNumber: z.string().nullable(),
    /** What a parked message waits for. */
    waitingFor: z.string().nullable(),
    /** The first error, and how many there are. */
    firstError: shownProblem.nullable(),
    errors: z.number(),
    origin: z.string(),
    receivedAt: z.string(),
    processedAt: z.string().nullable(),
  }),
);

/** Newest first. `next` is the `before` of the following page, null on the last one. */
export const messageList = later(() =>
  z.object({
    items: z.array(messageRow),
    next: z.number().nullable(),
    /** Messages that are not done, by status. */
    open: z.record(z.string(), z.number()),
  }),
);

export const messageDetail = messageRow.extend({
  attempts: z.number(),
  /** The earlier message of the same order that is carried out first. */
  blockedBy: z.string().nullable(),
  /** The message as it was sent, parsed. */
  body: z.unknown(),
  faults: z.array(
    z.object({
      pointer: z.string(),
      code: z.string(),
      params: problemParams.optional(),
      value: z.unknown(),
      action: z.enum(['send-item', 'send-order', 'correct-and-replace', 'requeue', 'use-new-order']),
    }),
  ),
  /** What looks wrong in it and was carried out all the same. */
  warnings: z.array(
    z.object({ pointer: z.string(), code: z.string(), params: problemParams.optional(), value: z.unknown() }),
  ),
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  supersededBy: z.string().nullable(),
  /** All messages about the same order, item or party, newest first, this one included. */
  versions: z.array(messageRow),
});

export type MessageRow = z.infer<typeof messageRow>;
export type MessageList = z.infer<typeof messageList>;
export type MessageDetail = z.infer<typeof messageDetail>;
