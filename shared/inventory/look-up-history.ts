import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** One movement; pieces that one command moved alike together. Places outside begin with `@`, as in the ledger. */
export const historyLine = later(() =>
  z.object({
    id: z.string(),
    at: z.string(),
    /** The badge, and the name where the person is known. */
    by: z.string(),
    byName: z.string().nullable(),
    device: z.string(),
    command: z.string(),
    commandType: z.string().nullable(),
    reason: z.string(),
    reasonCode: z.string().nullable(),
    /** It corrects an earlier movement. */
    isCorrection: z.boolean(),
    item: z.string(),
    description: z.string(),
    quantity: z.number(),
    unit: z.string(),
    lot: z.string().nullable(),
    /** Null as well where it is of several pieces. */
    serial: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    fromPlate: z.string().nullable(),
    toPlate: z.string().nullable(),
    fromStatus: z.string(),
    toStatus: z.string(),
  }),
);

/** A part of the history; `older` is where the next one begins, null at its end. */
export const historyAnswer = later(() => z.object({ items: z.array(historyLine), older: z.string().nullable() }));

export type HistoryLine = z.infer<typeof historyLine>;
