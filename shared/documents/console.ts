import * as z from 'zod';
import { later } from '../kernel/later.ts';

const acknowledgement = later(() =>
  z.object({
    result: z.enum(['posted', 'rejected']),
    reference: z.string().nullable(),
    reason: z.string().nullable(),
    at: z.string(),
  }),
);

/** A version of a document as a row of the console's list. */
export const documentRow = later(() =>
  z.object({
    kind: z.string(),
    documentNumber: z.string(),
    version: z.number(),
    active: z.boolean(),
    supersedes: z.number().nullable(),
    postingStatus: z.string(),
    /** Why it is not final although it is due; null where nothing stands against it. */
    postingProblem: z.looseObject({ code: z.string() }).nullable(),
    sourceSystem: z.string(),
    warehouse: z.string(),
    lines: z.number(),
    /** Whether the source system books quantities from it. */
    quantityChannel: z.boolean(),
    madeAt: z.string(),
    acknowledgement: acknowledgement.nullable(),
  }),
);

/** Newest first. `next` is the `before` of the following page, null on the last one. */
export const documentList = later(() => z.object({ items: z.array(documentRow), next: z.string().nullable() }));

export const documentDetail = documentRow.extend({
  /** The person whose command made it. */
  madeBy: z.string().nullable(),
  postedAt: z.string().nullable(),
  /** When, by whom and why it was taken back; null while it counts. */
  reversal: z.object({ at: z.string(), by: z.string().nullable(), reason: z.string() }).nullable(),
  /** The stored document: it never changes. */
  body: z.record(z.string(), z.unknown()),
  versions: z.array(documentRow),
});

export type DocumentRow = z.infer<typeof documentRow>;
export type DocumentList = z.infer<typeof documentList>;
export type DocumentDetail = z.infer<typeof documentDetail>;
