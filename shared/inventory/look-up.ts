import * as z from 'zod';
import { shownProblem } from '#shared/kernel/shown-problem.ts';
import { roomTaken } from '#shared/ledger/room-taken.ts';
import { later } from '../kernel/later.ts';
import { historyLine } from './look-up-history.ts';
import { expectedLine, foundLoad, foundOrder } from './look-up-inbound.ts';
import { foundPaper, outboundKinds, promise } from './look-up-outbound.ts';
import { stockAmounts, stockLine } from './stock-line.ts';

/** What a code can be the name of. `order` and `load` are those that come in. */
export const lookUpKinds = [
  'location',
  'licensePlate',
  'item',
  'order',
  'load',
  'lot',
  'serial',
  ...outboundKinds,
] as const;

export type LookUpKind = (typeof lookUpKinds)[number];

/** All of one item among what was found, and how much of it has which status. */
const stockTotal = later(() =>
  z.object({
    item: z.string(),
    description: z.string(),
    unit: z.string(),
    ...stockAmounts,
    byStatus: z.array(z.object({ inventoryStatus: z.string(), onHand: z.number() })),
  }),
);

/** One meaning of the code, with all that is known of it. */
export const found = later(() =>
  z.object({
    kind: z.enum(lookUpKinds),
    /** What it is called: the code of a location, the number of a plate, an item, an order, a load, a lot or a serial. */
    name: z.string(),
    sourceSystem: z.string().nullable(),
    description: z.string().nullable(),
    location: z
      .object({
        type: z.string(),
        zone: z.string(),
        isActive: z.boolean(),
        ...roomTaken.shape,
        fixedItem: z.string().nullable(),
      })
      .optional(),
    plate: z
      .object({
        location: z.string().nullable(),
        parent: z.string().nullable(),
        nested: z.array(z.string()),
        /** Announced by a supplier, on this load, and not all of it registered. */
        announcedOn: z.string().nullable(),
      })
      .optional(),
    item: z
      .object({
        category: z.string().nullable(),
        abcClass: z.string().nullable(),
        weightKg: z.number().nullable(),
        fixedLocations: z.array(z.string()),
        isActive: z.boolean(),
      })
      .optional(),
    order: foundOrder.optional(),
    load: foundLoad.optional(),
    /** Of what goes out. */
    paper: foundPaper.optional(),
    /** The item of the lot or serial. */
    of: z.object({ item: z.string(), description: z.string(), expiryDate: z.string().nullable() }).optional(),
    totals: z.array(stockTotal),
    stock: z.array(stockLine),
    hasMoreStock: z.boolean(),
    expected: z.array(expectedLine),
    /** Put-away that waits: of the plate, or at the location. `to` null: a person chooses. */
    work: z.array(
      z.object({
        work: z.string(),
        type: z.string(),
        licensePlate: z.string().nullable(),
        item: z.string().nullable(),
        from: z.string(),
        claimedBy: z.string().nullable(),
      }),
    ),
    /** Of a plate at a dock: orders that wait for what is on it, each with where its shipment is made up. */
    crossDock: z
      .array(
        z.object({
          order: z.string(),
          line: z.number(),
          item: z.string(),
          quantity: z.number(),
          unit: z.string(),
          lot: z.string().nullable(),
          location: z.string().nullable(),
        }),
      )
      .optional(),
    /** What of it is promised, and to whom. */
    promised: z.array(promise),
    hasMorePromised: z.boolean(),
    /** Who received it: of a lot, a serial, a plate, and of what goes out; the newest first. */
    shipped: z.array(promise),
    hasMoreShipped: z.boolean(),
    history: z.array(historyLine),
    /** Where the next part of the history begins; null at its end. */
    olderHistory: z.string().nullable(),
    /** Why nothing of it can be promised, where that is so. */
    whyNot: shownProblem.nullable(),
  }),
);

export const lookUpAnswer = later(() => z.object({ asOf: z.string(), code: z.string(), items: z.array(found) }));

export type Found = z.infer<typeof found>;
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;
export type StockTotal = z.infer<typeof stockTotal>;
