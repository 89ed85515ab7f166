import * as z from 'zod';

/** What stood at a moment, by location; goods of one item, lot, status and owner at a location are one row. */
export const stockThen = z.object({
  /** The position of the feeds that it is exact at. */
  position: z.number(),
  items: z.array(
    z.object({
      location: z.string(),
      item: z.string(),
      lot: z.string().nullable(),
      inventoryStatus: z.string(),
      owner: z.string(),
      onHand: z.number(),
    }),
  ),
  /** More rows are not shown. */
  hasMore: z.boolean(),
});

export type StockThen = z.infer<typeof stockThen>;
