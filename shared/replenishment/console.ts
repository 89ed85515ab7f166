import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** How a face stands: it has enough; somebody brings some; work is about to be made; nothing can be brought; no limits. */
export const faceStates = ['enough', 'coming', 'low', 'stuck', 'unset'] as const;

const why = later(() => z.object({ code: z.string(), params: z.record(z.string(), z.unknown()).optional() }));

const face = later(() =>
  z.object({
    location: z.string(),
    item: z.string(),
    sourceSystem: z.string(),
    description: z.string(),
    unit: z.string(),
    onHand: z.number(),
    minimum: z.number().nullable().describe('Null where nobody said how much is to be there.'),
    maximum: z.number().nullable(),
    planVersion: z.string().nullable().describe('The version of the plan that says so; null: people do.'),
    state: z.enum(faceStates),
    coming: z.array(
      z.object({
        work: z.string(),
        quantity: z.number(),
        claimedBy: z.string().nullable(),
        isWaiting: z.boolean().describe('Nobody is sent before there is some; `quantity` 0: whatever there is then.'),
      }),
    ),
    why: why.nullable().describe('Why nothing can be brought.'),
  }),
);

/** Pick faces of a warehouse, those that lack something first. */
export const faceList = later(() =>
  z.object({
    items: z.array(face),
    hasMore: z.boolean(),
    counts: z.object({ attention: z.number(), all: z.number(), unset: z.number() }),
  }),
);

export type FaceRow = z.infer<typeof face>;
export type FaceList = z.infer<typeof faceList>;
