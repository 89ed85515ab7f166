import * as z from 'zod';
import { name64 } from '#shared/kernel/fields.ts';

/** What every message carries besides the document of its type. `messageId` is unique within the source system. */
export const messageEnvelope = {
  messageId: name64,
  type: name64,
  operation: z.enum(['upsert', 'cancel']),
};

/** Messages that may be posted at once; all of them are kept or none. */
export const messagesAtOnce = 1000;
