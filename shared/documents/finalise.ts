import { type Problem, problem } from '#shared/kernel/problem.ts';

/** A version of a document whose time for reversing is over. */
export interface DueDocument {
  readonly number: string;
  readonly version: number;
  readonly isActive: boolean;
  readonly postingStatus: string;
  /** What its source system said of it. */
  readonly acknowledgement: { readonly result: string; readonly reason: string | null } | null;
  /** Details that stand on it, and how many of the changes they tell of are reported by it. Equal, unless it is broken. */
  readonly details: number;
  readonly covered: number;
}

/**
 * Why a document that is due is not made final, in this order: `document.rejected` its source system rejected it, so it
 * has to be reversed and made again, or accepted after all; `document.coverage_differs` what it tells of and what counts
 * as told by it are not the same, so the books have to be looked at first. Null: nothing stands against it.
 */
export function whyNotFinal({ number, acknowledgement, details, covered }: DueDocument): Problem | null {
  if (acknowledgement?.result === 'rejected') {
    return problem('document.rejected', { document: number, reason: acknowledgement.reason ?? '–' });
  }
  return details === covered ? null : problem('document.coverage_differs', { document: number, details, covered });
}

/** A version that was finalised or reversed meanwhile is not touched. */
export function isDue({ isActive, postingStatus }: DueDocument): boolean {
  return isActive && postingStatus === 'ready';
}
