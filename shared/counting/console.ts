import * as z from 'zod';

/** What the console shows of counts. */
export const countList = z.object({
  items: z.array(
    z.object({
      count: z.string(),
      work: z.string(),
      status: z.enum(['open', 'recount', 'review', 'posted', 'rejected', 'covered']),
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
        }),
      ),
    }),
  ),
});

export type CountList = z.infer<typeof countList>;
export type CountRow = CountList['items'][number];
