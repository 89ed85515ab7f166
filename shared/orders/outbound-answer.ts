import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** In the unit of the line; null where that has more than six decimals. */
const inUnit = z.number().nullable();
const lineStatus = z.enum(['open', 'closed', 'cancelled']);

/** Why goods of a line do not go out: a hold of its order, something missing, a remainder that was cancelled. */
const reason = later(() =>
  z.object({
    kind: z.enum(['hold', 'backorder', 'cancelled']),
    code: z.string(),
    expectedOn: z.string().nullable(),
  }),
);

/** An outbound order as it stands, on both axes. Reserved is what is promised and not shipped yet, released or not. */
export const outboundAnswer = later(() =>
  z.object({
    orderNumber: z.string(),
    /** What it is called inside the warehouse. */
    ownNumber: z.string(),
    sourceSystem: z.string(),
    direction: z.literal('outbound'),
    warehouse: z.string(),
    orderType: z.string(),
    status: lineStatus,
    releaseStatus: z.enum(['open', 'partially_released', 'released']),
    shipmentStatus: z.enum(['open', 'partially_shipped', 'shipped']),
    /** The mean over the lines. */
    reservedPercent: z.number(),
    priority: z.number(),
    shipComplete: z.boolean(),
    holdCodes: z.array(z.string()),
    shipBy: z.string().nullable(),
    cutoffAt: z.string().nullable(),
    messageId: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    /** The order's own words: parties, dates, notes. */
    header: z.record(z.string(), z.unknown()),
    shipments: z.array(
      z.object({
        shipment: z.string(),
        load: z.string(),
        wave: z.string().nullable(),
        status: z.string(),
        createdAt: z.string(),
        confirmedAt: z.string().nullable(),
      }),
    ),
    /** Packing slips. */
    documents: z.array(z.string()),
    lines: z.array(
      z.object({
        lineNumber: z.number(),
        item: z.string(),
        description: z.string(),
        status: lineStatus,
        unit: z.string(),
        orderedQuantity: z.number(),
        reservedQuantity: inUnit,
        releasedQuantity: inUnit,
        pickedQuantity: inUnit,
        shippedQuantity: inUnit,
        backorderedQuantity: inUnit,
        cancelledQuantity: inUnit,
        remainingQuantity: inUnit,
        baseUnit: z.string(),
        base: z.object({
          ordered: z.number(),
          reserved: z.number(),
          released: z.number(),
          picked: z.number(),
          shipped: z.number(),
          backordered: z.number(),
          cancelled: z.number(),
          remaining: z.number(),
        }),
        holdCodes: z.array(z.string()),
        reasons: z.array(reason),
        overDeliveryPercent: z.number(),
        underDeliveryPercent: z.number(),
        lot: z.string().nullable(),
        serial: z.string().nullable(),
        inventoryStatus: z.string(),
        owner: z.string(),
        sellableDays: z.number().nullable(),
        substitutes: z.array(z.string()),
      }),
    ),
  }),
);

export type OutboundAnswer = z.infer<typeof outboundAnswer>;
