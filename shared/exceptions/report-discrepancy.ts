import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { problem } from '../kernel/problem.ts';
import { discrepancyClasses } from '../ledger/discrepancy.ts';

const code = z.string().min(1).max(64);

/**
 * Somebody on the floor says that goods are not as they should be, with photos where they help. No stock moves: setting
 * the goods aside, adjusting them or sending them back are commands of their own.
 */
export const reportDiscrepancy = operation({
  type: 'exceptions.report_discrepancy',
  version: 1,
  body: z.strictObject({
    class: z.enum(discrepancyClasses),
    sourceSystem: code.optional(),
    order: code.optional(),
    line: z.int().min(1).optional(),
    load: code.optional(),
    licensePlate: code.optional(),
    location: code.optional(),
    item: code.optional(),
    lot: z.string().min(1).max(64).optional(),
    serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
    quantity: z.number().positive().optional(),
    unit: z.string().min(1).max(32).optional(),
    note: z.string().trim().min(1).max(500).optional(),
    photos: z.array(z.uuid()).max(10).optional(),
  }),
});

export type ReportDiscrepancyBody = z.infer<typeof reportDiscrepancy.body>;

/** What is known of the things named: null where none is named, else the source systems it can belong to. */
export interface ReportFacts {
  readonly orders: readonly string[] | null;
  readonly items: readonly string[] | null;
  /** Null where none is named; else whether it is known in this warehouse. */
  readonly isPlateKnown: boolean | null;
  readonly isLocationKnown: boolean | null;
  readonly isLoadKnown: boolean | null;
}

export interface ReportPlan {
  /** Whose goods they are; null where that cannot be told. */
  readonly sourceSystem: string | null;
}

export interface ReportResult {
  readonly exception: string;
}

/**
 * Refusals, in this order: `exceptions.subject_missing` nothing says what it is about; `exceptions.order_unknown`,
 * `exceptions.load_unknown`, `exceptions.item_unknown`, `exceptions.plate_unknown`, `exceptions.location_unknown`.
 */
export function decideReportDiscrepancy(
  command: Command<ReportDiscrepancyBody>,
  facts: ReportFacts,
): Decision<ReportPlan, ReportResult> {
  const { order, load, item, licensePlate, location } = command.body;
  const named = [order, load, item, licensePlate, location].some((name) => name !== undefined);
  if (!named) return refused(problem('exceptions.subject_missing'));
  if (facts.orders?.length === 0) return refused(problem('exceptions.order_unknown', { order: order ?? '' }));
  if (facts.isLoadKnown === false) return refused(problem('exceptions.load_unknown', { load: load ?? '' }));
  if (facts.items?.length === 0) return refused(problem('exceptions.item_unknown', { item: item ?? '' }));
  if (facts.isPlateKnown === false) {
    return refused(problem('exceptions.plate_unknown', { licensePlate: licensePlate ?? '' }));
  }
  if (facts.isLocationKnown === false)
    return refused(problem('exceptions.location_unknown', { location: location ?? '' }));
  const owners = facts.orders ?? facts.items ?? [];
  const sourceSystem = owners.length === 1 ? (owners[0] ?? null) : null;
  return applied({ sourceSystem }, { exception: `${command.id}.discrepancy` });
}
