import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** What left, or a return order announces, and what of it can still come back: answered to devices. */
export const slipAnswer = later(() =>
  z.object({
    slip: z.string(),
    orders: z.array(z.string()),
    items: z.array(
      z.object({
        item: z.string(),
        description: z.string(),
        unit: z.string(),
        /** So much left, or was announced. */
        shipped: z.number(),
        returned: z.number(),
        left: z.number(),
        /** The last day on which it is taken back; null: always. */
        until: z.string().nullable(),
        /** False: never, or not any more. */
        isTaken: z.boolean(),
      }),
    ),
  }),
);

export type SlipAnswer = z.infer<typeof slipAnswer>;

/** Returns as the console lists them, the newest first. */
export const returnList = later(() =>
  z.object({
    items: z.array(
      z.object({
        registration: z.string(),
        order: z.string(),
        sourceSystem: z.string(),
        item: z.string(),
        description: z.string(),
        quantity: z.number(),
        unit: z.string(),
        lot: z.string().nullable(),
        serial: z.string().nullable(),
        disposition: z.string(),
        dispositionCode: z.string(),
        condition: z.string().nullable(),
        photos: z.array(z.string()),
        originalOrder: z.string().nullable(),
        returnId: z.string().nullable(),
        location: z.string(),
        licensePlate: z.string().nullable(),
        /** The receipt that credits it; null where that was reversed. */
        documentNumber: z.string().nullable(),
        isUndone: z.boolean(),
        returnedBy: z.string(),
        returnedAt: z.string(),
      }),
    ),
    /** What `before` has to be for the ones behind these; null where there are none. */
    next: z.string().nullable(),
  }),
);

export type ReturnList = z.infer<typeof returnList>;
export type ReturnRow = ReturnList['items'][number];
