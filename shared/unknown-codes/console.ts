import * as z from 'zod';
import { problemParams } from '#shared/kernel/shown-problem.ts';
import { later } from '../kernel/later.ts';

const sighting = later(() =>
  z.object({
    sighting: z.string(),
    warehouse: z.string(),
    text: z.string(),
    flow: z.string().nullable(),
    step: z.string().nullable(),
    location: z.string().nullable(),
    order: z.string().nullable(),
    licensePlate: z.string().nullable(),
    note: z.string().nullable(),
    before: z.array(z.string()),
    after: z.array(z.string()),
    photos: z.array(z.string()),
    by: z.string(),
    device: z.string(),
    at: z.string(),
  }),
);

/** Codes that nothing had when they were scanned, those seen last first. */
export const unknownCodeList = later(() =>
  z.object({
    items: z.array(
      z.object({
        code: z.string(),
        status: z.enum(['open', 'bound', 'dismissed']),
        /** It nearly is a GTIN: what is wrong with it. */
        suspicion: z.object({ code: z.string(), params: problemParams }).nullable(),
        times: z.number(),
        firstSeenAt: z.string(),
        lastSeenAt: z.string(),
        item: z.string().nullable(),
        description: z.string().nullable(),
        unit: z.string().nullable(),
        quantity: z.number().nullable(),
        decidedBy: z.string().nullable(),
        decidedAt: z.string().nullable(),
        reason: z.string().nullable(),
        /** The newest reports of it. */
        sightings: z.array(sighting),
      }),
    ),
  }),
);

export type UnknownCodeList = z.infer<typeof unknownCodeList>;
export type UnknownCodeRow = UnknownCodeList['items'][number];
export type Sighting = z.infer<typeof sighting>;
