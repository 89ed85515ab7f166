import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { isLeft, type PickLine, type PickWorkFacts, whyNotWork } from '#shared/ledger/pick-work.ts';

const body = z.strictObject({
  work: z.string().min(1).max(64),
  line: z.int().min(1),
  reason: z.string().trim().min(1).max(500).optional(),
});

export type SkipBody = z.infer<typeof body>;

/** The aisle is blocked, or goods have to be brought first: the worker comes back to the line at the end of the walk. */
export const skip = operation({ type: 'picking.skip', version: 1, body });

export interface SkipFacts extends PickWorkFacts {
  readonly line: PickLine | null;
}

export interface SkipPlan {
  readonly work: string;
  readonly line: number;
  readonly reason: string | null;
}

export type SkipResult = Readonly<Record<string, never>>;

/** Refusals, in this order: of the work, see `whyNotWork`; `picking.line_unknown`; `picking.line_done`. */
export function decideSkip(command: Command<SkipBody>, facts: SkipFacts): Decision<SkipPlan, SkipResult> {
  const noWork = whyNotWork(command, facts);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { line } = facts;
  if (!line) return refused(problem('picking.line_unknown', { line: command.body.line }));
  if (!isLeft(line)) return refused(problem('picking.line_done', { line: line.line }));
  const work = facts.work?.id ?? command.body.work;
  return applied({ work, line: line.line, reason: command.body.reason ?? null }, {});
}
