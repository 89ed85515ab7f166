import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { name64 } from '../kernel/fields.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { isProblem } from '../ledger/stock-item.ts';
import { choosePrinter } from './choose-printer.ts';
import { labelKinds, namesOneThing } from './kinds.ts';
import type { PrinterDocument } from './printer.ts';

/** A job of more labels than this blocks a printer for half an hour. */
const mostLabels = 500;
const mostCopies = 50;

const subject = name64.describe(
  'Number of the plate or carton (or `command:<id>`), code of the location, number of the item, badge; for `commands` and `test` left out.',
);

const body = z.strictObject({
  kind: z.enum(labelKinds),
  subject: z.union([subject, z.array(subject).min(1).max(mostLabels)]).optional(),
  /** Left out: the printer of the zone where the goods are. */
  printer: z.string().min(1).max(32).optional(),
  copies: z.int().min(1).max(mostCopies).optional(),
  /** Of an item, where several source systems have one of that number; which pack is meant; what else stands on it. */
  sourceSystem: z.string().min(1).max(64).optional(),
  unit: z.string().min(1).max(32).optional(),
  lot: name64.optional(),
  expiryDate: z.iso.date().optional(),
  /** Of the words on it; that of the order, or of whoever prints, unless said. */
  language: z.string().min(2).max(35).optional(),
});

export type PrintBody = z.infer<typeof body>;

/** Prints labels: a job in the queue of a printer, once for each command however often that is sent. */
export const print = operation({ type: 'labels.print', version: 1, body });

/** A thing that a label was asked for. */
export interface LabelSubject {
  /** As it was asked for. */
  readonly asked: string;
  /** What it is called; null: there is no such thing. */
  readonly name: string | null;
  readonly zone: string | null;
  /** A label of it was printed before, or may have been. */
  readonly wasPrinted: boolean;
  /** Several things are called so. */
  readonly isAmbiguous?: true;
}

export interface PrintFacts {
  readonly subjects: readonly LabelSubject[];
  readonly printers: readonly PrinterDocument[];
  readonly mayPrintBadges: boolean;
  /** The place that whoever prints is counting, where a label would say how much stands there; null: none. */
  readonly countedAt: string | null;
}

export interface PrintPlan {
  readonly printer: PrinterDocument;
  readonly subjects: readonly string[];
  /** All of its labels are. */
  readonly isCopy: boolean;
}

export interface PrintResult {
  readonly job: string;
  readonly printer: string;
  /** One of its labels is, or more. */
  readonly isCopy: boolean;
}

/** What a body names; the kinds that are about nothing have one label with no subject. */
export function subjectsOf({ subject: named }: Pick<PrintBody, 'subject'>): readonly string[] {
  return named === undefined ? [] : typeof named === 'string' ? [named] : [...new Set(named)];
}

/**
 * Refusals, in this order: `labels.subject_missing` the kind needs one; `labels.too_many` of all copies together;
 * `labels.badges_forbidden` who does not administer people; `labels.subject_unknown`, `item.ambiguous`; `counting.blind`
 * the label would tell who counts how much there is; then what speaks against the printer, see `choosePrinter`.
 *
 * Plates and cartons that have a label already get a copy, and it says so; others in the same job get their first.
 */
export function decidePrint(command: Command<PrintBody>, facts: PrintFacts): Decision<PrintPlan, PrintResult> {
  const { kind, printer: named } = command.body;
  const why = whyNot(command.body, facts);
  if (why) return refused(why);
  const zone = facts.subjects.find((one) => one.zone !== null)?.zone ?? null;
  const choice = choosePrinter(facts.printers, { kind, printer: named, zone });
  if (isProblem(choice)) return refused(choice);
  const { chosen: printer } = choice;
  const copies = facts.subjects.filter(({ wasPrinted }) => wasPrinted && namesOneThing(kind));
  const subjects = facts.subjects.map(({ name, asked }) => name ?? asked);
  const isCopy = copies.length > 0 && copies.length === subjects.length;
  return applied({ printer, subjects, isCopy }, { job: command.id, printer: printer.code, isCopy: copies.length > 0 });
}

function whyNot(
  { kind, copies = 1, ...asked }: PrintBody,
  { subjects, mayPrintBadges, countedAt }: PrintFacts,
): Problem | null {
  const isAboutNothing = kind === 'commands' || kind === 'test';
  if (!isAboutNothing && subjectsOf(asked).length === 0) return problem('labels.subject_missing', { kind });
  const count = Math.max(1, subjectsOf(asked).length) * copies;
  if (count > mostLabels) return problem('labels.too_many', { count, most: mostLabels });
  if (kind === 'badge' && !mayPrintBadges) return problem('labels.badges_forbidden');
  const unknown = subjects.find(({ name }) => name === null);
  if (unknown) return problem('labels.subject_unknown', { kind, subject: unknown.asked });
  const ambiguous = subjects.find(({ isAmbiguous }) => isAmbiguous);
  if (ambiguous) return problem('labels.item_ambiguous', { item: ambiguous.asked });
  return countedAt === null ? null : problem('counting.blind', { location: countedAt });
}
