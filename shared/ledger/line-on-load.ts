import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** What a load, or a plate on it, is to bring of an order line, and what of that is registered: in the item's base unit. */
export const lineOnLoad = later(() =>
  z.object({
    order: z.string(),
    line: z.number(),
    item: z.string(),
    description: z.string(),
    expected: z.number(),
    registered: z.number(),
    unit: z.string(),
  }),
);
