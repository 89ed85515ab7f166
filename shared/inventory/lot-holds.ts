import * as z from 'zod';
import { later } from '../kernel/later.ts';
import { promise } from './look-up-outbound.ts';
import { stockLine } from './stock-line.ts';

const lotHoldRow = later(() =>
  z.object({
    hold: z.string(),
    item: z.string(),
    sourceSystem: z.string(),
    description: z.string(),
    lot: z.string(),
    expiryDate: z.string().nullable(),
    status: z.enum(['active', 'released']),
    reason: z.string(),
    note: z.string().nullable(),
    placedBy: z.string(),
    placedAt: z.string(),
    releasedBy: z.string().nullable(),
    releasedAt: z.string().nullable(),
    releaseReason: z.string().nullable(),
  }),
);

/** Lots that nobody may use, or might not, the newest first. */
export const lotHoldList = later(() => z.object({ items: z.array(lotHoldRow) }));

/** A hold with all there is of its lot, in every warehouse, and who received any of it. */
export const lotHoldDetail = lotHoldRow.extend({
  stock: z.array(stockLine.extend({ warehouse: z.string() })),
  /** Who received any of it, the newest first. */
  received: z.array(promise.extend({ warehouse: z.string() })),
  /** More received it than are named. */
  hasMoreReceived: z.boolean(),
});

export type LotHoldRow = z.infer<typeof lotHoldRow>;
export type LotHoldList = z.infer<typeof lotHoldList>;
export type LotHoldDetail = z.infer<typeof lotHoldDetail>;
