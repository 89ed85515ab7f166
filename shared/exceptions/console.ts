import * as z from 'zod';
import { shownProblem } from '#shared/kernel/shown-problem.ts';
import { later } from '../kernel/later.ts';
import { discrepancyClasses, responsibles } from '../ledger/discrepancy.ts';

/** Something that a person has to decide, with the command it is about. */
export const decisionRow = later(() =>
  z.object({
    exception: z.string(),
    kind: z.string(),
    status: z.string(),
    warehouse: z.string(),
    problem: shownProblem,
    command: z.object({
      id: z.string(),
      type: z.string(),
      device: z.string(),
      operator: z.string(),
      operatorName: z.string().nullable(),
      occurredAt: z.string(),
      receivedAt: z.string(),
      body: z.record(z.string(), z.unknown()),
    }),
    /** Of a discrepancy: what it is, which desk sees to it, and what it is about. Null for anything else. */
    class: z.enum(discrepancyClasses).nullable(),
    responsible: z.enum(responsibles).nullable(),
    details: z.record(z.string(), z.unknown()).nullable(),
    /** Commands that wait because this one is not decided. */
    waiting: z.number(),
    openedAt: z.string(),
    resolvedAt: z.string().nullable(),
    resolvedBy: z.string().nullable(),
    action: z.string().nullable(),
    reason: z.string().nullable(),
  }),
);

/** Open ones: oldest first. Decided ones: newest first. */
export const decisionList = later(() => z.object({ items: z.array(decisionRow) }));

export type DecisionRow = z.infer<typeof decisionRow>;
export type DecisionList = z.infer<typeof decisionList>;
