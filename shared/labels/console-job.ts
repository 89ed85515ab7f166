import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { commandReference } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { isProblem } from '../ledger/stock-item.ts';
import { type ChosenPrinter, tooSmall } from './choose-printer.ts';
import type { LabelKind, Media } from './kinds.ts';
import type { PrintJobStatus } from './print-job.machine.ts';
import type { PrinterDocument } from './printer.ts';

const job = z.string().min(1).max(64);
const printer = z.string().min(1).max(32);

const cancelBody = z.strictObject({ job });
const redirectBody = z.strictObject({ job, printer });
const reprintBody = z.strictObject({ job, printer: printer.optional(), copies: z.int().min(1).max(50).optional() });

export type CancelBody = z.infer<typeof cancelBody>;
export type RedirectBody = z.infer<typeof redirectBody>;
export type ReprintBody = z.infer<typeof reprintBody>;

/** Nobody needs the labels any more. */
export const cancel = operation({ type: 'labels.cancel', version: 1, body: cancelBody });

/** Another printer takes a job that waits; the same one is tried at once. */
export const redirect = operation({ type: 'labels.redirect', version: 1, body: redirectBody });

/** The same labels once more, as copies: what stands on them is what was printed first. */
export const reprint = operation({ type: 'labels.reprint', version: 1, body: reprintBody });

/** A job by its number, or by `command:<id>` of the command that asked for it. */
export function jobMeant(text: string): string {
  return commandReference(text) ?? text;
}

export interface JobFacts {
  readonly job: {
    readonly status: PrintJobStatus;
    readonly printer: string;
    readonly kind: LabelKind;
    /** Of the largest of its labels. */
    readonly size: Media;
  } | null;
  readonly printers: readonly PrinterDocument[];
  readonly mayPrintBadges: boolean;
}

export type JobPlan = { readonly job: string; readonly printer: string; readonly copies?: number };
type Decided<Result> = Decision<JobPlan, Result>;

/** Refuses with `labels.job_unknown`, and with `labels.job_over` what is not waiting. */
export function decideCancel({ body }: Command<CancelBody>, { job: known }: JobFacts): Decided<Record<string, never>> {
  const meant = jobMeant(body.job);
  if (!known) return refused(problem('labels.job_unknown', { job: meant }));
  if (known.status !== 'waiting') return refused(problem('labels.job_over'));
  return applied({ job: meant, printer: known.printer }, {});
}

/** The same, and `printer.unknown`, and `printer.media_too_small` for labels larger than those in it. */
export function decideRedirect(
  { body }: Command<RedirectBody>,
  facts: JobFacts,
): Decided<{ readonly printer: string }> {
  const meant = jobMeant(body.job);
  if (!facts.job) return refused(problem('labels.job_unknown', { job: meant }));
  if (facts.job.status !== 'waiting') return refused(problem('labels.job_over'));
  const choice = printerFor(facts, body.printer);
  if (isProblem(choice)) return refused(choice);
  const { code: printer } = choice.chosen;
  return applied({ job: meant, printer }, { printer });
}

/**
 * Refuses with `labels.job_unknown`; `labels.badges_forbidden` who does not administer people; `labels.job_waits` before it
 * was printed once; and what speaks against the printer.
 */
export function decideReprint(
  command: Command<ReprintBody>,
  facts: JobFacts,
): Decided<{ readonly job: string; readonly printer: string; readonly isCopy: true }> {
  const { body } = command;
  const meant = jobMeant(body.job);
  if (!facts.job) return refused(problem('labels.job_unknown', { job: meant }));
  if (facts.job.kind === 'badge' && !facts.mayPrintBadges) return refused(problem('labels.badges_forbidden'));
  if (facts.job.status === 'waiting' || facts.job.status === 'sending') return refused(problem('labels.job_waits'));
  const choice = printerFor(facts, body.printer ?? facts.job.printer);
  if (isProblem(choice)) return refused(choice);
  const { code: printer } = choice.chosen;
  return applied({ job: meant, printer, copies: body.copies ?? 1 }, { job: command.id, printer, isCopy: true });
}

function printerFor({ job: known, printers }: JobFacts, code: string): ChosenPrinter | Problem {
  const chosen = printers.find((one) => one.code === code);
  if (!chosen) return problem('printer.unknown', { printer: code });
  if (!known) return { chosen };
  // Rolls of the same name differ by a millimetre.
  const isLarger = known.size.width > chosen.media.width + 2 || known.size.height > chosen.media.height + 2;
  return isLarger ? tooSmall(known.kind, chosen) : { chosen };
}
