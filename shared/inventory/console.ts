import * as z from 'zod';
import { later } from '../kernel/later.ts';
import { stockLine } from './stock-line.ts';

/** `by` tells what the text was taken for. `hasMore`: the search fits more rows than are shown. */
export const stockList = later(() =>
  z.object({
    by: z.enum(['location', 'licensePlate', 'item', 'putaway', 'nothing']),
    items: z.array(stockLine),
    hasMore: z.boolean(),
  }),
);

export type StockList = z.infer<typeof stockList>;
