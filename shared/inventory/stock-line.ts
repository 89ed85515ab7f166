import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** How much there is, in the item's base unit. */
export const stockAmounts = {
  onHand: z.number(),
  reserved: z.number(),
  /** What can be promised: nothing at the dock or in quarantine, nothing that is blocked or reserved. */
  available: z.number(),
};

/** What is at one place, of one item, lot, status, owner and plate; serials are counted, and named where there is one. */
export const stockLine = later(() =>
  z.object({
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
    ...stockAmounts,
  }),
);

export type StockLine = z.infer<typeof stockLine>;
