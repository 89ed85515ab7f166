import * as z from 'zod';

/** What is at one place, of one item, lot, serial, status, owner and plate. Quantities in the item's base unit. */
export const stockFound = z.object({
  location: z.string(),
  locationType: z.string(),
  licensePlate: z.string().nullable(),
  item: z.string(),
  sourceSystem: z.string(),
  description: z.string(),
  lot: z.string().nullable(),
  expiryDate: z.string().nullable(),
  serial: z.string().nullable(),
  inventoryStatus: z.string(),
  owner: z.string(),
  unit: z.string(),
  onHand: z.number(),
  reserved: z.number(),
  /** What can be promised: nothing at the dock or in quarantine, nothing that is blocked or reserved. */
  available: z.number(),
});

/** `by` tells what the text was taken for. `hasMore`: the search fits more rows than are shown. */
export const stockList = z.object({
  by: z.enum(['location', 'licensePlate', 'item', 'putaway', 'nothing']),
  items: z.array(stockFound),
  hasMore: z.boolean(),
});

export type StockFound = z.infer<typeof stockFound>;
export type StockList = z.infer<typeof stockList>;
