import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** Shares of what was ordered, 0 to 1, the mean over the lines: quantities of different items have no sum. */
const shares = { registered: z.number(), received: z.number() };

/** An inbound order as a row of the console's list. */
export const orderRow = later(() =>
  z.object({
    sourceSystem: z.string(),
    orderNumber: z.string(),
    orderType: z.string(),
    status: z.string(),
    consigner: z.string().nullable(),
    plannedReceiptStart: z.string().nullable(),
    lines: z.number(),
    ...shares,
    createdAt: z.string(),
  }),
);

/** Newest first. `next` is the `before` of the following page, null on the last one. */
export const orderList = later(() => z.object({ items: z.array(orderRow), next: z.string().nullable() }));

/** A line with its quantities in the item's base unit. */
export const orderLine = later(() =>
  z.object({
    lineNumber: z.number(),
    item: z.string(),
    description: z.string(),
    status: z.string(),
    /** As it was ordered. */
    quantity: z.string(),
    unit: z.string(),
    baseUnit: z.string(),
    expected: z.number(),
    registered: z.number(),
    received: z.number(),
    overPercent: z.number(),
    underPercent: z.number(),
    lot: z.string().nullable(),
    owner: z.string(),
    inventoryStatus: z.string(),
  }),
);

export const orderDetail = orderRow.extend({
  warehouse: z.string(),
  messageId: z.string().nullable(),
  changedAt: z.string(),
  notes: z.string().nullable(),
  lineItems: z.array(orderLine),
  loads: z.array(
    z.object({
      load: z.string(),
      shipment: z.string(),
      status: z.string(),
      createdAt: z.string(),
      completedAt: z.string().nullable(),
      expectedArrival: z.string().nullable(),
    }),
  ),
  /** What suppliers announced of it. */
  notices: z.array(
    z.object({
      load: z.string(),
      messageId: z.string(),
      changedAt: z.string(),
      plates: z.object({ announced: z.number(), received: z.number() }),
    }),
  ),
  documents: z.array(z.string()),
});

export type OrderRow = z.infer<typeof orderRow>;
export type OrderList = z.infer<typeof orderList>;
export type OrderLine = z.infer<typeof orderLine>;
export type OrderDetail = z.infer<typeof orderDetail>;
