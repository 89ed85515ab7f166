import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { CodeOfText } from './code-of.ts';

const code = z.string().min(1).max(64);
const scanned = z.string().min(1).max(128);

const body = z.strictObject({
  /** As it was scanned. */
  text: scanned,
  symbology: z.string().min(1).max(8).optional(),
  /** In the middle of what: the flow and its step. */
  flow: z.string().min(1).max(64).optional(),
  step: z.string().min(1).max(64).optional(),
  location: code.optional(),
  order: code.optional(),
  work: code.optional(),
  licensePlate: code.optional(),
  note: z.string().trim().min(1).max(500).optional(),
  photos: z.array(z.uuid()).max(10).optional(),
  /** What was scanned before it, the last one last. */
  before: z.array(scanned).max(5).optional(),
});

export type ReportBody = z.infer<typeof body>;

/**
 * Nothing in the warehouse has the code. The goods are set aside, the worker goes on, and a supervisor says once for
 * everyone what it stands for.
 */
export const report = operation({ type: 'unknown_codes.report', version: 1, body });

export interface ReportFacts {
  /** What the text is kept under; null where nothing can be bound to it. */
  readonly read: CodeOfText | null;
  /** The number of the item that the code stands for by now; null: of none. */
  readonly item: string | null;
}

export interface ReportPlan {
  readonly code: string;
  readonly suspicion: CodeOfText['suspicion'];
  /** It is known by now: nobody has to decide about it any more. */
  readonly isKnown: boolean;
}

export interface ReportResult {
  readonly unknownCode: string;
  /** The item that it stands for, where somebody has said so meanwhile. */
  readonly item?: string;
}

/** Refuses with `unknown_codes.no_code` what can stand for no goods. */
export function decideReport(command: Command<ReportBody>, facts: ReportFacts): Decision<ReportPlan, ReportResult> {
  const { read, item } = facts;
  if (!read) return refused(problem('unknown_codes.no_code', { text: command.body.text }));
  const { code: unknownCode, suspicion } = read;
  const plan = { code: unknownCode, suspicion, isKnown: item !== null };
  return applied(plan, { unknownCode, ...(item !== null && { item }) });
}
