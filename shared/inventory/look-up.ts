import * as z from 'zod';
import { type InboundLoadPhase, inboundLoadPhases } from '#shared/ledger/load-phase.ts';
import { later } from '../kernel/later.ts';
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

/** What is still to come: of an open order line, or of a plate that its supplier has announced. */
const expectedLine = later(() =>
  z.object({
    order: z.string(),
    line: z.number(),
    item: z.string(),
    description: z.string(),
    lot: z.string().nullable(),
    licensePlate: z.string().nullable(),
    load: z.string().nullable(),
    /** Not registered yet, in the base unit. */
    quantity: z.number(),
    /** All that was ordered, or announced. */
    of: z.number(),
    unit: z.string(),
    /** The start of the arrival as planned. */
    plannedAt: z.string().nullable(),
    from: z.string().nullable(),
  }),
);

/** One movement. Places outside begin with `@`, as in the ledger. */
const historyLine = later(() =>
  z.object({
    id: z.string(),
    at: z.string(),
    /** The badge, and the name where the person is known. */
    by: z.string(),
    byName: z.string().nullable(),
    device: z.string(),
    command: z.string(),
    commandType: z.string().nullable(),
    reason: z.string(),
    reasonCode: z.string().nullable(),
    /** It corrects an earlier movement. */
    isCorrection: z.boolean(),
    item: z.string(),
    description: z.string(),
    quantity: z.number(),
    unit: z.string(),
    lot: z.string().nullable(),
    serial: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    fromPlate: z.string().nullable(),
    toPlate: z.string().nullable(),
    fromStatus: z.string(),
    toStatus: z.string(),
  }),
);

/** A truck that arrives: how far it is, what it is to bring of each order line, and how much of that is registered. */
const foundLoad = later(() =>
  z.object({
    status: z.enum(inboundLoadPhases as readonly [InboundLoadPhase, ...InboundLoadPhase[]]),
    expectedArrival: z.string().nullable(),
    carrier: z.string().nullable(),
    notes: z.string().nullable(),
    orders: z.array(z.string()),
    /** Plates announced with goods on them, and those of which all is registered. */
    plates: z.object({ announced: z.number(), received: z.number() }),
    documents: z.array(z.string()),
    lines: z.array(
      z.object({
        order: z.string(),
        line: z.number(),
        item: z.string(),
        description: z.string(),
        expected: z.number(),
        registered: z.number(),
        unit: z.string(),
      }),
    ),
  }),
);

const problem = later(() =>
  z.object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
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
        plates: z.number(),
        capacityPlates: z.number().nullable(),
        weightKg: z.number(),
        capacityKg: z.number().nullable(),
        volumeLitres: z.number(),
        capacityLitres: z.number().nullable(),
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
    order: z
      .object({
        status: z.string(),
        consigner: z.string().nullable(),
        plannedAt: z.string().nullable(),
        documents: z.array(z.string()),
        lines: z.array(
          z.object({
            line: z.number(),
            item: z.string(),
            description: z.string(),
            status: z.string(),
            expected: z.number(),
            registered: z.number(),
            received: z.number(),
            unit: z.string(),
          }),
        ),
      })
      .optional(),
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
    whyNot: problem.nullable(),
  }),
);

export const lookUpAnswer = later(() => z.object({ asOf: z.string(), code: z.string(), items: z.array(found) }));

export const historyAnswer = later(() => z.object({ items: z.array(historyLine), older: z.string().nullable() }));

export type Found = z.infer<typeof found>;
export type FoundLoad = z.infer<typeof foundLoad>;
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;
export type HistoryLine = z.infer<typeof historyLine>;
export type ExpectedLine = z.infer<typeof expectedLine>;
export type StockTotal = z.infer<typeof stockTotal>;
