import * as z from 'zod';
import { inboundLoadPhases } from '#shared/ledger/load-phase.ts';
import { later } from '../kernel/later.ts';
import { lineOnLoad } from '../ledger/line-on-load.ts';

/** What is still to come: of an open order line, or of a plate that its supplier has announced. */
export const expectedLine = later(() =>
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

/** An order to receive: how far each of its lines is. */
export const foundOrder = later(() =>
  z.object({
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
  }),
);

/** A truck that arrives: how far it is, what it is to bring of each order line, and how much of that is registered. */
export const foundLoad = later(() =>
  z.object({
    status: z.enum(inboundLoadPhases),
    expectedArrival: z.string().nullable(),
    carrier: z.string().nullable(),
    notes: z.string().nullable(),
    orders: z.array(z.string()),
    /** Plates announced with goods on them, and those of which all is registered. */
    plates: z.object({ announced: z.number(), received: z.number() }),
    documents: z.array(z.string()),
    lines: z.array(lineOnLoad),
  }),
);

export type ExpectedLine = z.infer<typeof expectedLine>;
export type FoundLoad = z.infer<typeof foundLoad>;
