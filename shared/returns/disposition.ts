import { type Problem, problem } from '#shared/kernel/problem.ts';

/**
 * What becomes of returned goods, and the status they are taken in with: it decides where put-away brings them. What is
 * scrapped leaves the building in the same breath.
 */
export const dispositions = {
  restock: { inventoryStatus: 'available', isScrapped: false },
  quarantine: { inventoryStatus: 'quarantine', isScrapped: false },
  scrap: { inventoryStatus: 'damaged', isScrapped: true },
} as const;

export type Disposition = keyof typeof dispositions;

/** Refuses with `returns.disposition_unknown`. */
export function readDisposition(text: string): Disposition | Problem {
  if (Object.hasOwn(dispositions, text)) return text as Disposition;
  const known = Object.keys(dispositions).join(', ');
  return problem('returns.disposition_unknown', { disposition: text, dispositions: known });
}
