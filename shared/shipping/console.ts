import * as z from 'zod';
import { later } from '../kernel/later.ts';

const counted = later(() => z.object({ done: z.number(), of: z.number() }));

/** An outbound load as a row of a list. */
export const outboundLoadRow = later(() =>
  z.object({
    load: z.string(),
    status: z.string(),
    carrier: z.string().nullable(),
    door: z.string().nullable(),
    departsAt: z.string().nullable(),
    /** It should have gone. */
    isLate: z.boolean(),
    createdAt: z.string(),
    shippedAt: z.string().nullable(),
    shipments: z.number(),
    /** Work of its shipments: done, and all. */
    works: counted,
    /** Of its shipments those that are picked whole, loaded or gone. */
    picked: z.number(),
  }),
);

/** Newest first. `next` is the `before` of the following page, null on the last one. */
export const outboundLoadList = later(() => z.object({ items: z.array(outboundLoadRow), next: z.string().nullable() }));

export const shipmentRow = later(() =>
  z.object({
    shipment: z.string(),
    load: z.string(),
    status: z.string(),
    sourceSystem: z.string(),
    orders: z.array(z.string()),
    customer: z.string().nullable(),
    carrier: z.string().nullable(),
    staging: z.string().nullable(),
    /** Lines of which all is picked, and all. */
    lines: counted,
    openWork: z.number(),
    cartons: z.number(),
    openCartons: z.number(),
    /** Plates, cartons and loose goods that are picked; those of them on the truck. */
    units: counted,
    /**
     * What of its orders is closed with it since one shipment stands for each: what is not picked of it, and what was never
     * released. Nothing where others may follow.
     */
    closes: z.array(
      z.object({ order: z.string(), line: z.number(), item: z.string(), quantity: z.number(), unit: z.string() }),
    ),
    confirmedAt: z.string().nullable(),
    /** Its packing slip; null before it is confirmed. */
    slip: z
      .object({ documentNumber: z.string(), version: z.number(), active: z.boolean(), postingStatus: z.string() })
      .nullable(),
  }),
);

export const shipmentList = later(() => z.object({ items: z.array(shipmentRow) }));

export const outboundLoadDetail = outboundLoadRow.extend({
  warehouse: z.string(),
  /** Doors of the warehouse that it may be loaded at. */
  doors: z.array(z.string()),
  shipmentItems: z.array(shipmentRow),
});

export type OutboundLoadRow = z.infer<typeof outboundLoadRow>;
export type OutboundLoadList = z.infer<typeof outboundLoadList>;
export type OutboundLoadDetail = z.infer<typeof outboundLoadDetail>;
export type ShipmentRow = z.infer<typeof shipmentRow>;
export type ShipmentList = z.infer<typeof shipmentList>;
