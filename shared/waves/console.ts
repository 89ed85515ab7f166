import * as z from 'zod';
import { urgencies } from '#shared/ledger/urgency.ts';
import { later } from '../kernel/later.ts';

/** An order of which something is left to release, the most urgent first. */
export const poolOrder = later(() =>
  z.object({
    sourceSystem: z.string(),
    order: z.string(),
    urgency: z.enum(urgencies),
    priority: z.number(),
    carrier: z.string().nullable(),
    customer: z.string().nullable(),
    cutoffAt: z.string().nullable(),
    shipBy: z.string().nullable(),
    shipComplete: z.boolean(),
    /** Why it may not be released for now. */
    holdCodes: z.array(z.string()),
    /** Lines of which something is left to release, and those of them that lacked goods when it was tried. */
    lines: z.number(),
    waiting: z.number(),
  }),
);

/** `total` counts all of them, however many are shown; carriers and source systems are those of the whole pool. */
export const poolList = later(() =>
  z.object({
    items: z.array(poolOrder),
    total: z.number(),
    carriers: z.array(z.string()),
    sourceSystems: z.array(z.string()),
  }),
);

const counted = later(() => z.object({ done: z.number(), of: z.number() }));

/** When all would be picked, and what that is reckoned with. */
const waveFinish = later(() =>
  z.object({
    /** People who pick it, where its pace was measured; else people who have work claimed now, one at least. */
    pickers: z.number(),
    /** Measured: from one of its lines to the next, whoever picks. Else what a line takes one person. */
    secondsPerLine: z.number(),
    isMeasured: z.boolean(),
    minutes: z.number(),
    finishAt: z.string(),
    /** Orders that have to be ready before. */
    late: z.number(),
  }),
);

export const waveRow = later(() =>
  z.object({
    wave: z.string(),
    name: z.string(),
    /** `created`, `processing`, `held`, `released`, `completed` once nothing of it is left to pick, `cancelled`. */
    status: z.string(),
    template: z.string().nullable(),
    madeBy: z.string(),
    createdAt: z.string(),
    releasedAt: z.string().nullable(),
    orders: z.number(),
    /** Orders that got nothing of what they want. */
    leftOut: z.number(),
    /** While it is filled part by part: orders done. */
    filling: counted.nullable(),
    works: counted,
    lines: counted,
    /** Lines of which less was there than was promised. */
    short: z.number(),
    /** Orders with work left whose time is over. */
    late: z.number(),
    /** Of a wave that is being picked: null before, and once nothing is left to fetch. */
    finish: waveFinish.nullable(),
  }),
);

/** Newest first. `next` is the `before` of the following page, null on the last one. */
export const waveList = later(() => z.object({ items: z.array(waveRow), next: z.string().nullable() }));

/** Work that fetches goods, as a supervisor sees it. */
export const workRow = later(() =>
  z.object({
    work: z.string(),
    type: z.string(),
    status: z.string(),
    order: z.string().nullable(),
    shipment: z.string().nullable(),
    load: z.string().nullable(),
    wave: z.string().nullable(),
    priority: z.number(),
    zone: z.string(),
    /** Where it begins. */
    location: z.string(),
    claimedBy: z.string().nullable(),
    claimedAt: z.string().nullable(),
    /** Whoever has it was not heard of for so long that anybody may take it. */
    isClaimExpired: z.boolean(),
    lines: counted,
    short: z.number(),
    /** Goods of so many promises are in somebody’s hands for it. */
    inHand: z.number(),
    dueAt: z.string().nullable(),
    isLate: z.boolean(),
  }),
);

export const workList = later(() => z.object({ items: z.array(workRow), total: z.number() }));

/** People who may pick in a warehouse, with how many works each has in progress. */
export const pickerList = later(() =>
  z.object({
    items: z.array(z.object({ badge: z.string(), name: z.string(), works: z.number() })),
  }),
);

export const waveDetail = waveRow.extend({
  orderItems: z.array(
    z.object({
      sourceSystem: z.string(),
      order: z.string(),
      /** `in` it waits, `released`, `left_out`. */
      status: z.string(),
      shortages: z.array(z.object({ line: z.number(), item: z.string(), quantity: z.number(), reason: z.string() })),
    }),
  ),
  workItems: z.array(workRow),
});

const previewRequest = {
  warehouse: z.string().min(1).max(32),
  orders: z.array(z.string().min(1).max(64)).min(1).max(1000).optional(),
  template: z.string().min(1).max(64).optional(),
  wave: z.string().min(1).max(64).optional(),
  sourceSystem: z.string().min(1).max(64).optional(),
};

/** Which orders are looked at: by number, those of a template, or those of a wave that has no goods yet. */
export const previewBody = z.strictObject(previewRequest);

/** What would come of a release at this moment. Quantities in the base unit of each item. */
export const wavePreview = later(() =>
  z.object({
    orders: z.array(
      z.object({
        sourceSystem: z.string(),
        order: z.string(),
        /** `whole`, `part` or `nothing` of what it wants would be released. */
        outcome: z.enum(['whole', 'part', 'nothing']),
        lines: counted,
      }),
    ),
    shortages: z.array(
      z.object({
        order: z.string(),
        line: z.number(),
        item: z.string(),
        quantity: z.number(),
        unit: z.string(),
        reason: z.string(),
      }),
    ),
    /** Stops by zone, which are what is walked to. */
    zones: z.array(z.object({ zone: z.string(), stops: z.number(), orders: z.number() })),
    stops: z.number(),
    shipments: z.number(),
    ...waveFinish.shape,
    /** Orders named that cannot be looked at: nobody knows them here, or several source systems have the number. */
    unknown: z.array(z.string()),
  }),
);

export type PoolOrder = z.infer<typeof poolOrder>;
export type PoolList = z.infer<typeof poolList>;
export type WaveFinish = z.infer<typeof waveFinish>;
export type WaveRow = z.infer<typeof waveRow>;
export type WaveList = z.infer<typeof waveList>;
export type WaveDetail = z.infer<typeof waveDetail>;
export type WorkRow = z.infer<typeof workRow>;
export type WorkList = z.infer<typeof workList>;
export type PickerList = z.infer<typeof pickerList>;
export type WavePreview = z.infer<typeof wavePreview>;
