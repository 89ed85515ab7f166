import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** So many scans after a place was scanned. */
const whereabouts = later(() => z.object({ after: z.string(), scans: z.number() }));

/** What whoever counted scanned before that could explain a difference: `explain-difference.ts`. */
const cause = later(() =>
  z.object({
    kind: z.enum(['moved', 'stands']),
    command: z.string(),
    type: z.string(),
    at: z.string(),
    place: z.string(),
    quantity: z.number(),
    whereabouts: whereabouts.nullable(),
  }),
);

/** What the console shows of counts. */
export const countList = later(() =>
  z.object({
    items: z.array(
      z.object({
        count: z.string(),
        work: z.string(),
        status: z.enum(['open', 'recount', 'review', 'posted', 'rejected', 'covered', 'withdrawn']),
        location: z.string().nullable(),
        item: z.string().nullable(),
        attempts: z.number(),
        countedBy: z.string().nullable(),
        countedAt: z.string().nullable(),
        reason: z.string().nullable(),
        journal: z.string().nullable(),
        reviewedBy: z.string().nullable(),
        reviewedAt: z.string().nullable(),
        reviewReason: z.string().nullable(),
        /** Everybody who counted it, in their order. */
        attemptedBy: z.array(z.string()),
        /** Why nobody can accept it as the books are now; null: it can be accepted, or waits for nobody. */
        refusal: z
          .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
          .nullable(),
        differences: z.array(
          z.object({
            item: z.string(),
            description: z.string(),
            location: z.string(),
            licensePlate: z.string().nullable(),
            lot: z.string().nullable(),
            serial: z.string().nullable(),
            expected: z.number(),
            counted: z.number(),
            difference: z.number(),
            unit: z.string(),
            isNew: z.boolean(),
            countedAt: z.string().nullable(),
            /** What accepting would post by now; null where nothing waits to be accepted. */
            posts: z.number().nullable(),
            told: whereabouts.extend({ previous: z.string().nullable(), next: z.string().nullable() }).nullable(),
            causes: z.array(cause),
          }),
        ),
      }),
    ),
  }),
);

export type CountList = z.infer<typeof countList>;
export type CountRow = CountList['items'][number];

/** What somebody is sent to count and nobody has counted yet. */
export const countWorkList = later(() =>
  z.object({
    items: z.array(
      z.object({
        work: z.string(),
        location: z.string().nullable(),
        item: z.string().nullable(),
        description: z.string().nullable(),
        /**
         * Why: a plan, a pick that left little, somebody's request; or goods that were missing, or a count that was
         * begun.
         */
        origin: z.enum(['plan', 'pick', 'request', 'floor']),
        plan: z.string().nullable(),
        askedBy: z.string().nullable(),
        askedAt: z.string(),
        isSecondCounter: z.boolean(),
        /** The badge of who is at it; null: nobody. */
        claimedBy: z.string().nullable(),
      }),
    ),
  }),
);

export type CountWorkList = z.infer<typeof countWorkList>;
