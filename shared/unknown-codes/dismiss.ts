import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';

const body = z.strictObject({
  code: z.string().min(1).max(128),
  reason: z.string().trim().min(1).max(500),
});

export type DecideBody = z.infer<typeof body>;

/** The code stands for nothing that is kept here. It is asked about again when somebody scans it once more. */
export const dismiss = operation({ type: 'unknown_codes.dismiss', version: 1, body });

/** A code was bound to the wrong goods: it is unknown again, on every device at its next sync. */
export const unbind = operation({ type: 'unknown_codes.unbind', version: 1, body });

export interface DecideFacts {
  readonly status: string | null;
  /** The key of the item it was bound to. */
  readonly itemKey: string | null;
  /** The ERP has said so itself since. */
  readonly isErps: boolean;
}

export interface DecidePlan {
  readonly code: string;
  readonly reason: string;
  readonly itemKey: string | null;
}

type Decided = Decision<DecidePlan, Record<string, never>>;

/** Refuses with `unknown_codes.unknown`, and with `unknown_codes.not_open` what somebody has decided already. */
export function decideDismiss({ body: { code, reason } }: Command<DecideBody>, { status }: DecideFacts): Decided {
  if (status === null) return refused(problem('unknown_codes.unknown', { code }));
  if (status !== 'open') return refused(problem('unknown_codes.not_open', { code }));
  return applied({ code, reason, itemKey: null }, {});
}

/**
 * Refuses with `unknown_codes.unknown`, with `unknown_codes.not_bound` what is bound to nothing, and with
 * `unknown_codes.of_erp` what the ERP names as a code of the item itself: it would send it again.
 */
export function decideUnbind({ body: { code, reason } }: Command<DecideBody>, facts: DecideFacts): Decided {
  if (facts.status === null) return refused(problem('unknown_codes.unknown', { code }));
  if (facts.status !== 'bound') return refused(problem('unknown_codes.not_bound', { code }));
  if (facts.isErps) return refused(problem('unknown_codes.of_erp', { code }));
  return applied({ code, reason, itemKey: facts.itemKey }, {});
}
