import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** A line of a transfer that has left: what of it is on its way, and what the other warehouse has received. */
const transferRow = later(() =>
  z.object({
    load: z.string().describe('The load that brings it to the other warehouse.'),
    shipment: z.string(),
    order: z.string(),
    line: z.number(),
    item: z.string(),
    description: z.string(),
    from: z.string(),
    to: z.string(),
    shippedAt: z.string(),
    unit: z.string(),
    sent: z.number(),
    received: z.number(),
    inTransit: z
      .number()
      .describe('Nothing once the load is completed: what is missing then is not expected any more.'),
    missing: z.number().describe('Sent and not received, though the load is completed.'),
  }),
);

/** Newest first. */
export const transferList = later(() => z.object({ items: z.array(transferRow) }));

export type TransferRow = z.infer<typeof transferRow>;
export type TransferList = z.infer<typeof transferList>;
