import * as z from 'zod';
import { name32, name64 } from '#shared/kernel/fields.ts';

/** How commands about one order name it, and why they are given. */
export const aboutOrder = {
  order: name64,
  /** Where several source systems have an order of that number. */
  sourceSystem: name32.optional(),
  reason: z.string().trim().min(1).max(500),
};
