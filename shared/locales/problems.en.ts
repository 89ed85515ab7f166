import { floorProblemTexts } from './floor-problems.en.ts';
import { approvalsProblems } from './problems/approvals.en.ts';
import { orderMessagesProblems } from './problems/order-messages.en.ts';
import { planningProblems } from './problems/planning.en.ts';
import { printersProblems } from './problems/printers.en.ts';
import { sitesProblems } from './problems/sites.en.ts';
import { wavesProblems } from './problems/waves.en.ts';
import type { Texts } from './worded.ts';

/** What went wrong and what to do next, in English: on the floor, and of what only desks and other systems send. */
export const problemTexts = {
  ...floorProblemTexts,
  ...printersProblems,
  ...sitesProblems,
  ...approvalsProblems,
  ...orderMessagesProblems,
  ...wavesProblems,
  ...planningProblems,
} as const satisfies Texts;

/** Every language has every key. */
export type ProblemTexts = Readonly<Record<keyof typeof problemTexts, string>>;
