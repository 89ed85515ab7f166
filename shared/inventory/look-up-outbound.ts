import * as z from 'zod';
import { shownProblem } from '#shared/kernel/shown-problem.ts';
import { later } from '../kernel/later.ts';

/** What goes out, and whatever sends it on its way: orders, shipments, trucks, cartons, work and waves. */
export const outboundKinds = ['outboundOrder', 'shipment', 'outboundLoad', 'carton', 'work', 'wave'] as const;

const turnKinds = ['made', 'released', 'claimed', 'opened', 'closed', 'shipped', 'documented'] as const;

/** Quantities in the base unit. What a kind does not count is 0. */
const paperLine = later(() =>
  z.object({
    order: z.string(),
    line: z.number(),
    item: z.string(),
    description: z.string(),
    unit: z.string(),
    status: z.string(),
    /** Where it is fetched; null where no work says so. */
    location: z.string().nullable(),
    wanted: z.number(),
    /** Promised by the order itself. */
    reserved: z.number(),
    /** On shipments, what is picked and shipped of it included. */
    released: z.number(),
    picked: z.number(),
    shipped: z.number(),
    cancelled: z.number(),
    /** What of it lacks goods or may not go, and why; null where nothing is in the way. */
    why: shownProblem.nullable(),
  }),
);

/** One of `outboundKinds`: how far it is, with whom, where, and what belongs to it. Instants as everywhere. */
export const foundPaper = later(() =>
  z.object({
    status: z.string(),
    /** The two axes of an order; null for everything else. */
    releaseStatus: z.string().nullable(),
    shipmentStatus: z.string().nullable(),
    consignee: z.string().nullable(),
    carrier: z.string().nullable(),
    /** A shipment's lane, a truck's door, where a carton stands, where work begins. */
    location: z.string().nullable(),
    priority: z.number().nullable(),
    holds: z.array(z.string()),
    claimedBy: z.string().nullable(),
    dueAt: z.string().nullable(),
    weightKg: z.number().nullable(),
    trackingNumber: z.string().nullable(),
    /** What work moves, or picks onto. */
    licensePlate: z.string().nullable(),
    orders: z.array(z.string()),
    shipments: z.array(z.string()),
    loads: z.array(z.string()),
    waves: z.array(z.string()),
    work: z.array(z.string()),
    cartons: z.array(z.string()),
    documents: z.array(z.string()),
    lines: z.array(paperLine),
    hasMoreLines: z.boolean(),
    /** What became of it, the oldest first. `what` names the turn, `of` the thing, where it is another. */
    turns: z.array(
      z.object({ at: z.string(), what: z.enum(turnKinds), of: z.string().nullable(), by: z.string().nullable() }),
    ),
  }),
);

/** Goods that are promised to an order line, or were shipped to it. */
export const promise = later(() =>
  z.object({
    order: z.string().nullable(),
    line: z.number(),
    consignee: z.string().nullable(),
    item: z.string(),
    quantity: z.number(),
    unit: z.string(),
    lot: z.string().nullable(),
    serial: z.string().nullable(),
    licensePlate: z.string().nullable(),
    location: z.string(),
    /** Who holds it: `order`, `shipment`, `work`, `picked`; `shipped` once it has left. */
    state: z.string(),
    shipment: z.string().nullable(),
    load: z.string().nullable(),
    work: z.string().nullable(),
    documentNumber: z.string().nullable(),
    shippedAt: z.string().nullable(),
  }),
);

export type FoundPaper = z.infer<typeof foundPaper>;
export type PaperLine = FoundPaper['lines'][number];
export type Turn = FoundPaper['turns'][number];
export type FoundPromise = z.infer<typeof promise>;
