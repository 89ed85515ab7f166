import * as z from 'zod';
import { later } from '../kernel/later.ts';
import { lineOnLoad } from '../ledger/line-on-load.ts';

const counted = later(() => z.object({ announced: z.number(), received: z.number() }));

/** An inbound load as a row of the console's list. */
export const loadRow = later(() =>
  z.object({
    load: z.string(),
    sourceSystem: z.string(),
    warehouse: z.string(),
    /** `open`, `shipped` once it is on its way, `in_process` from the first registration on, `received`, `closed_empty`. */
    status: z.string(),
    /** Who made it: a `registration`, a `notice`, the order's `message`, somebody by `hand`, or its `completion`. */
    madeBy: z.string(),
    /** The message of the notice that announces it. */
    notice: z.string().nullable(),
    orders: z.array(z.string()),
    /** Its lines, and those of which everything came. */
    lines: counted,
    /** Plates that a notice announces with something on them, and those of which all came. */
    plates: counted,
    /** How much came, 0 to 1, the mean over its lines: quantities of different items have no sum. */
    share: z.number(),
    expectedArrival: z.string().nullable(),
    createdAt: z.string(),
    completedAt: z.string().nullable(),
  }),
);

/** Newest first. `next` is the `before` of the following page, null on the last one. */
export const loadList = later(() => z.object({ items: z.array(loadRow), next: z.string().nullable() }));

const loadLine = later(() =>
  lineOnLoad.extend({
    status: z.string(),
    overDeliveryPercent: z.number(),
    /** Somebody has set the over-delivery of this load line. */
    isOverridden: z.boolean(),
    /** How much the load may bring of it. */
    limit: z.number(),
  }),
);

/** What is announced of one item on one plate, and what came; nothing is announced of what came on no announced plate. */
const plateLine = later(() =>
  z.object({
    licensePlate: z.string(),
    parent: z.string().nullable(),
    order: z.string(),
    line: z.number(),
    item: z.string(),
    description: z.string(),
    lot: z.string().nullable(),
    announced: z.number(),
    received: z.number(),
    unit: z.string(),
  }),
);

/** A receipt of the load, its newest version. */
const loadReceipt = later(() =>
  z.object({
    documentNumber: z.string(),
    version: z.number(),
    active: z.boolean(),
    postingStatus: z.string(),
    order: z.string(),
    madeAt: z.string(),
    /** Until when it can be reversed, unless the source system changes its mind. */
    reversibleUntil: z.string(),
    /** The command that completed the load: what one made is reversed together. */
    completion: z.string(),
  }),
);

export const loadDetail = later(() =>
  loadRow.extend({
    shippedAt: z.string().nullable(),
    carrier: z.string().nullable(),
    notes: z.string().nullable(),
    /** Whether completing asks for the number of the supplier's packing slip: `never`, `optional`, `always`. */
    packingSlip: z.string(),
    lineItems: z.array(loadLine),
    plateItems: z.array(plateLine),
    receipts: z.array(loadReceipt),
  }),
);

/** Orders of which something is still to come that no load is to bring, each with these lines. */
export const loadableOrders = later(() =>
  z.object({
    items: z.array(
      z.object({
        sourceSystem: z.string(),
        order: z.string(),
        consigner: z.string().nullable(),
        plannedReceiptStart: z.string().nullable(),
        lines: z.array(
          z.object({
            line: z.number(),
            item: z.string(),
            description: z.string(),
            rest: z.number(),
            unit: z.string(),
          }),
        ),
      }),
    ),
  }),
);

export type LoadRow = z.infer<typeof loadRow>;
export type LoadList = z.infer<typeof loadList>;
export type LoadLine = z.infer<typeof loadLine>;
export type PlateLine = z.infer<typeof plateLine>;
export type LoadReceipt = z.infer<typeof loadReceipt>;
export type LoadDetail = z.infer<typeof loadDetail>;
export type LoadableOrders = z.infer<typeof loadableOrders>;
