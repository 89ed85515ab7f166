import * as z from 'zod';
import { later } from '../kernel/later.ts';

/**
 * Why a change of stock, or a part of one, is not what the source system counts: `not-told` waits for the document that
 * tells of it, `not-confirmed` was told and not acknowledged, `rejected` was told and turned down.
 */
const gapKinds = ['not-told', 'not-confirmed', 'rejected'] as const;

const reconciliationLine = later(() =>
  z.object({
    kind: z.enum(gapKinds),
    /** What the warehouse counts and the source system does not: negative for goods that left. */
    quantity: z.number(),
    /** What moved the stock: `receive`, `adjust`, `ship`…; null for a document, which may tell of several. */
    reason: z.string().nullable(),
    /** When it was moved, or told. */
    at: z.string(),
    /** The kind of the document that tells of it, or will. */
    documentKind: z.string(),
    documentNumber: z.string().nullable(),
    version: z.number().nullable(),
    /** What the source system said when it turned the document down. */
    said: z.string().nullable(),
    order: z.string().nullable(),
    load: z.string().nullable(),
    location: z.string().nullable(),
    licensePlate: z.string().nullable(),
    lot: z.string().nullable(),
    inventoryStatus: z.string().nullable(),
    by: z.string().nullable(),
    commandId: z.string().nullable(),
    /** Whether the source system has booked it, where that follows from what it says it has; else null. */
    inErp: z.boolean().nullable(),
  }),
);

/** What else a person should look at: it adds nothing to the sum. */
const reconciliationHint = later(() =>
  z.object({
    /**
     * `reversed`: a document was taken back, and the source system did not say that it took it out again. `booked-twice`,
     * `not-booked`: that alone would make the difference which nothing else explains.
     */
    kind: z.enum(['reversed', 'booked-twice', 'not-booked']),
    quantity: z.number(),
    at: z.string(),
    documentKind: z.string(),
    documentNumber: z.string(),
    version: z.number(),
  }),
);

/**
 * Why the ERP says one number and the warehouse another. `onHand` = `confirmed` + the quantities of all lines and of
 * `more`, exactly; `reportedToErp` = `onHand` less those that are not told. Goods that are blocked or in transit are
 * told of beside: some source systems count them otherwise.
 */
export const reconciliation = later(() =>
  z.object({
    item: z.string(),
    description: z.string(),
    sourceSystem: z.string(),
    warehouse: z.string(),
    unit: z.string(),
    /** The position of the feeds that the stock is exact at. */
    position: z.number(),
    onHand: z.number(),
    reportedToErp: z.number(),
    /** Told and acknowledged: what the source system must have. */
    confirmed: z.number(),
    inTransit: z.number(),
    byStatus: z.array(z.object({ inventoryStatus: z.string(), onHand: z.number() })),
    /** Newest first. */
    lines: z.array(reconciliationLine),
    /** What further lines come to, where there are too many. */
    more: z
      .object({
        lines: z.number(),
        quantity: z.number(),
        /** What of it the source system has booked, as of the lines. */
        inErp: z.number().nullable(),
      })
      .nullable(),
    hints: z.array(reconciliationHint),
    /** What the source system says it has; null where that was not asked. */
    erp: z
      .object({
        quantity: z.number(),
        /**
         * `onHand` less it: the quantities of all lines that it is not known to have booked (`inErp`), less `unexplained`,
         * exactly.
         */
        difference: z.number(),
        /**
         * `equal`: it is what is on hand; `confirmed`: it has what it acknowledged, all of the difference is in the lines;
         * `reported`: it booked all that it was told and did not acknowledge; `partly`: it booked some of that;
         * `unexplained`: it booked something that was never told, or something told twice or never.
         */
        verdict: z.enum(['equal', 'confirmed', 'reported', 'partly', 'unexplained']),
        /** What it has besides what it acknowledged, where nothing explains it; else 0. */
        unexplained: z.number(),
      })
      .nullable(),
  }),
);

export type Reconciliation = z.infer<typeof reconciliation>;
export type ReconciliationLine = z.infer<typeof reconciliationLine>;
export type ReconciliationHint = z.infer<typeof reconciliationHint>;

/** One for each source system that has an item of that number. */
export const reconciliations = later(() => z.object({ items: z.array(reconciliation) }));

export type Reconciliations = z.infer<typeof reconciliations>;

/** Items of which the source system was not told everything. */
export const reconciliationList = later(() =>
  z.object({
    items: z.array(
      z.object({
        item: z.string(),
        description: z.string(),
        sourceSystem: z.string(),
        unit: z.string(),
        onHand: z.number(),
        reportedToErp: z.number(),
        /** `onHand` less `reportedToErp`. */
        notTold: z.number(),
      }),
    ),
    /** More are not shown. */
    hasMore: z.boolean(),
  }),
);

export type ReconciliationList = z.infer<typeof reconciliationList>;
