import * as z from 'zod';
import { later } from '../kernel/later.ts';
import { problemParams } from '../kernel/shown-problem.ts';
import { labelKinds } from './kinds.ts';
import { printerDocument } from './printer.ts';

const shownProblem = later(() => z.object({ code: z.string(), params: problemParams.optional() }).nullable());

/** Printers with how they are doing. `ready`: the last thing went well; `failing`: it did not, and it is tried again. */
export const printerHealthList = later(() =>
  z.object({
    items: z.array(
      z.object({
        printer: printerDocument,
        state: z.enum(['ready', 'failing', 'inactive', 'unused']),
        waiting: z.number(),
        oldestWaitingAt: z.string().nullable(),
        lastSuccessAt: z.string().nullable(),
        lastErrorAt: z.string().nullable(),
        lastError: shownProblem,
        nextTryAt: z.string().nullable(),
      }),
    ),
  }),
);

/** The printers that print, as whoever stands on the floor chooses among them. */
export const floorPrinters = later(() =>
  z.object({
    items: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        zone: z.string().nullable(),
        state: z.enum(['ready', 'failing', 'unused']),
        waiting: z.number(),
      }),
    ),
  }),
);

export const printJobList = later(() =>
  z.object({
    items: z.array(
      z.object({
        job: z.string(),
        printer: z.string(),
        kind: z.enum(labelKinds),
        subjects: z.array(z.string()),
        labels: z.number(),
        copies: z.number(),
        status: z.enum(['waiting', 'sending', 'printed', 'failed', 'cancelled', 'expired']),
        isCopy: z.boolean(),
        /** A connection broke while it was sent: the first one may be on paper. */
        mayHavePrinted: z.boolean(),
        copyOf: z.string().nullable(),
        attempts: z.number(),
        problem: shownProblem,
        askedBy: z.string(),
        askedAt: z.string(),
        endedAt: z.string().nullable(),
      }),
    ),
  }),
);

export type PrinterHealthList = z.infer<typeof printerHealthList>;
export type PrinterHealth = PrinterHealthList['items'][number];
export type FloorPrinters = z.infer<typeof floorPrinters>;
export type PrintJobList = z.infer<typeof printJobList>;
export type PrintJobRow = PrintJobList['items'][number];
