import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';

const body = z.strictObject({
  /** The report, by its command: `command:<id>`. */
  report: z.string().min(1).max(64),
  after: z.array(z.string().min(1).max(128)).min(1).max(5),
});

export type AddAfterBody = z.infer<typeof body>;

/** What was scanned behind an unknown code: with what came before, it tells where the goods stood. */
export const addAfter = operation({ type: 'unknown_codes.add_after', version: 1, body });

export interface AddAfterFacts {
  /** The report; null where there is none of this command. */
  readonly sighting: { readonly id: string; readonly after: readonly string[] } | null;
}

export interface AddAfterPlan {
  readonly sighting: string;
  readonly after: readonly string[];
}

const keptAtMost = 5;

/** Refuses with `unknown_codes.report_unknown`. More than five are not kept. */
export function decideAddAfter(
  { body: asked }: Command<AddAfterBody>,
  { sighting }: AddAfterFacts,
): Decision<AddAfterPlan, Record<string, never>> {
  if (!sighting) {
    return refused(problem('unknown_codes.report_unknown', { report: commandReference(asked.report) ?? asked.report }));
  }
  return applied({ sighting: sighting.id, after: [...sighting.after, ...asked.after].slice(0, keptAtMost) }, {});
}
