import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { instant } from '../platform/clock.ts';
import { issueDocument } from '../platform/documents.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { AppTrx } from '../platform/store.ts';
import { type ReportDimension, type ReportedSum, reportDimensions, sumsOfStock } from './on-hand-report.queries.ts';

export const onHandReportRequest = later(() =>
  z.strictObject({
    name: z.string().min(1).max(100).nullish(),
    /** One warehouse; all of them unless said. */
    warehouse: z.string().min(1).max(32).nullish(),
    /** What lines are kept apart by; item and warehouse they always are. */
    dimensions: z
      .array(z.enum(['item', ...reportDimensions]))
      .max(reportDimensions.length + 1)
      .default([]),
    /** As the source system has set unless said. */
    includeRegisteredAndPicked: z.boolean().optional(),
  }),
);

export type OnHandReportRequest = z.infer<typeof onHandReportRequest>;

export const onHandReportLine = later(() =>
  z.object({
    item: z.string(),
    warehouse: z.string(),
    /** Null for what is in transit: it has no place yet. */
    location: z.string().nullable().optional(),
    inventoryStatus: z.string().optional(),
    lot: z.string().nullable().optional(),
    owner: z.string().optional(),
    unit: z.string(),
    onHand: z.number(),
    allocated: z.number(),
    /** Dispatched to the warehouse, as notices and loads say, and not registered. */
    inTransit: z.number(),
    reportedToErp: z.number(),
  }),
);

type Line = z.infer<typeof onHandReportLine>;

/** More lines than this are for the planning snapshot, which is paged. */
const linesAtMost = 50_000;

/**
 * What is on hand, whole, to compare with and never to add: exact at a position of the feeds, and beside it what the ERP
 * has been told so far, which is all but the changes that wait for their document. That is the same whether or not goods
 * are counted that are registered and not on a receipt yet. By location both are told where the goods were registered.
 *
 * Throws 413 `document.too_many_lines`: fewer dimensions have to be asked for.
 */
export async function makeOnHandReport(
  trx: AppTrx,
  asked: OnHandReportRequest,
  from: { readonly sourceSystem: string; readonly commandId: string },
) {
  const { sourceSystem, commandId } = from;
  const settings = await settingsOf(trx, sourceSystem);
  const includeRegisteredAndPicked = asked.includeRegisteredAndPicked ?? settings.includeRegisteredAndPicked;
  const dimensions = reportDimensions.filter((name) => name === 'warehouse' || asked.dimensions.includes(name));
  const warehouse = asked.warehouse ?? null;
  const asOf = { limit: linesAtMost + 1, nowMs: trx.now };
  const sums = await sumsOfStock(trx, { sourceSystem, warehouse, dimensions, ...asOf });
  if (sums.length > linesAtMost) throw new HttpProblem(413, problem('document.too_many_lines', { limit: linesAtMost }));
  const lines = sums.flatMap((sum) => lineOf(sum, dimensions, includeRegisteredAndPicked));
  const body = {
    name: asked.name ?? null,
    executedAt: instant(trx.now),
    exactAtPosition: sums[0]?.position ?? 0,
    dimensions: ['item', ...dimensions],
    includeRegisteredAndPicked,
    quantityChannel: false,
    lines,
  };
  const draft = { kind: 'on-hand-report', sourceSystem, warehouse: warehouse ?? '', commandId, body } as const;
  const { documentNumber, version } = await issueDocument(trx, draft);
  return { documentNumber, version, warehouse, position: body.exactAtPosition, ...body };
}

/**
 * Allocated is what is promised to orders or picked and not shipped. Goods that are left out because they are registered
 * only have their line all the same: both kinds of report have the same.
 */
function lineOf(sum: ReportedSum, dimensions: readonly ReportDimension[], countsRegistered: boolean): Line[] {
  const { number: item, decimals, base_unit: unit } = sum;
  if (item === null) return [];
  const onHandBase = sum.quantity_base - (countsRegistered ? 0 : sum.registered_base);
  const reportedBase = sum.quantity_base - sum.unreported_base;
  if (sum.quantity_base === 0 && reportedBase === 0 && sum.in_transit_base === 0) return [];
  return [
    {
      item,
      warehouse: sum.warehouse,
      ...(dimensions.includes('location') && { location: sum.location || null }),
      ...(dimensions.includes('inventoryStatus') && { inventoryStatus: sum.inventory_status }),
      ...(dimensions.includes('lot') && { lot: sum.lot || null }),
      ...(dimensions.includes('owner') && { owner: sum.owner }),
      unit,
      onHand: fromBase(onHandBase, decimals),
      allocated: fromBase(sum.allocated_base, decimals),
      inTransit: fromBase(sum.in_transit_base, decimals),
      reportedToErp: fromBase(reportedBase, decimals),
    },
  ];
}
