import * as z from 'zod';

/** An outbound order as a row of the console's list. Shares of what is wanted, 0 to 1, the mean over the lines. */
export const outboundOrderRow = z.object({
  sourceSystem: z.string(),
  orderNumber: z.string(),
  /** What it is called inside the warehouse. */
  ownNumber: z.string(),
  status: z.string(),
  releaseStatus: z.string(),
  shipmentStatus: z.string(),
  holdCodes: z.array(z.string()),
  customer: z.string().nullable(),
  carrier: z.string().nullable(),
  priority: z.number(),
  shipComplete: z.boolean(),
  shipBy: z.string().nullable(),
  cutoffAt: z.string().nullable(),
  lines: z.number(),
  released: z.number(),
  shipped: z.number(),
  createdAt: z.string(),
});

/** Newest first. `next` is the `before` of the following page, null on the last one. */
export const outboundOrderList = z.object({ items: z.array(outboundOrderRow), next: z.string().nullable() });

export type OutboundOrderRow = z.infer<typeof outboundOrderRow>;
export type OutboundOrderList = z.infer<typeof outboundOrderList>;
