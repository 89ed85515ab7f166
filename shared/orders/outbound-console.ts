import * as z from 'zod';
import { urgencies } from '#shared/ledger/urgency.ts';
import { later } from '../kernel/later.ts';

/** An outbound order as a row of the console's list. Shares of what is wanted, 0 to 1, the mean over the lines. */
export const outboundOrderRow = later(() =>
  z.object({
    sourceSystem: z.string(),
    orderNumber: z.string(),
    /** What it is called inside the warehouse. */
    ownNumber: z.string(),
    status: z.string(),
    releaseStatus: z.string(),
    shipmentStatus: z.string(),
    holdCodes: z.array(z.string()),
    urgency: z.enum(urgencies),
    customer: z.string().nullable(),
    carrier: z.string().nullable(),
    priority: z.number(),
    shipComplete: z.boolean(),
    shipBy: z.string().nullable(),
    cutoffAt: z.string().nullable(),
    lines: z.number(),
    /** Lines that lacked goods when it was tried to release them. */
    lacking: z.number(),
    released: z.number(),
    shipped: z.number(),
    createdAt: z.string(),
  }),
);

/**
 * Open orders with the most urgent first, others with the newest first. `next` is the `before` of the following page, null
 * on the last one. Carriers and source systems are those of all open orders.
 */
export const outboundOrderList = later(() =>
  z.object({
    items: z.array(outboundOrderRow),
    next: z.string().nullable(),
    carriers: z.array(z.string()),
    sourceSystems: z.array(z.string()),
  }),
);

export type OutboundOrderRow = z.infer<typeof outboundOrderRow>;
export type OutboundOrderList = z.infer<typeof outboundOrderList>;
