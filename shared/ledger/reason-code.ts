import { type Problem, problem } from '../kernel/problem.ts';

/** Why a person departs from what was asked of them. Stable codes; the wording is in the locale tables. */
export const reasonCodes = ['not-there', 'damaged', 'correction', 'found', 'customer', 'other'] as const;

/** Putting goods elsewhere has one reason more, which is the usual one. */
export const overrideReasons = ['full', ...reasonCodes] as const;

/** Whoever puts goods elsewhere and says why names one of those reasons: `putaway.reason_unknown`. */
export function whyNotOverride(reason: string | undefined): Problem | null {
  if (reason === undefined || overrideReasons.some((known) => known === reason)) return null;
  return problem('putaway.reason_unknown', { reason, reasons: overrideReasons.join(', ') });
}
