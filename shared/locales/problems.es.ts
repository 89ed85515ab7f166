import { floorProblemTexts } from './floor-problems.es.ts';
import { approvalsProblems } from './problems/approvals.es.ts';
import { orderMessagesProblems } from './problems/order-messages.es.ts';
import { planningProblems } from './problems/planning.es.ts';
import { printersProblems } from './problems/printers.es.ts';
import { sitesProblems } from './problems/sites.es.ts';
import { wavesProblems } from './problems/waves.es.ts';
import type { ProblemTexts } from './problems.en.ts';

/** What went wrong and what to do next, in Spanish: on the floor, and of what only desks and other systems send. */
export const problemTexts: ProblemTexts = {
  ...floorProblemTexts,
  ...printersProblems,
  ...sitesProblems,
  ...approvalsProblems,
  ...orderMessagesProblems,
  ...wavesProblems,
  ...planningProblems,
};
