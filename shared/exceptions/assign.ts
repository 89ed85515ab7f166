import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { problem } from '../kernel/problem.ts';
import { discrepancyClasses, responsibles } from '../ledger/discrepancy.ts';

/** A person says what a discrepancy really is, or who sees to it. */
export const assign = operation({
  type: 'exceptions.assign',
  version: 1,
  body: z.strictObject({
    exception: z.string().min(1).max(80),
    class: z.enum(discrepancyClasses).optional(),
    responsible: z.enum(responsibles).optional(),
    reason: z.string().trim().min(1).max(500),
  }),
});

export type AssignBody = z.infer<typeof assign.body>;

export interface AssignFacts {
  /** Null: there is none of this id in the warehouse. */
  readonly exception: {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly class: string | null;
    readonly responsible: string | null;
  } | null;
}

export interface Assigned {
  readonly exception: string;
  readonly class: string;
  readonly responsible: string;
}

/**
 * Refusals, in this order: `exceptions.unknown`; `exceptions.not_a_discrepancy`; `exceptions.already_resolved`;
 * `exceptions.nothing_to_assign` neither class nor desk is given.
 */
export function decideAssign(command: Command<AssignBody>, { exception }: AssignFacts): Decision<Assigned, Assigned> {
  const asked = command.body;
  if (!exception) return refused(problem('exceptions.unknown', { exception: asked.exception }));
  const { id, kind, status } = exception;
  if (kind !== 'discrepancy') return refused(problem('exceptions.not_a_discrepancy', { exception: id }));
  if (status !== 'open') return refused(problem('exceptions.already_resolved', { exception: id }));
  if (asked.class === undefined && asked.responsible === undefined) {
    return refused(problem('exceptions.nothing_to_assign'));
  }
  const assigned = {
    exception: id,
    class: asked.class ?? exception.class ?? 'other',
    responsible: asked.responsible ?? exception.responsible ?? 'receiving',
  };
  return applied(assigned, assigned);
}
