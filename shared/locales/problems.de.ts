import { floorProblemTexts } from './floor-problems.de.ts';
import { approvalsProblems } from './problems/approvals.de.ts';
import { orderMessagesProblems } from './problems/order-messages.de.ts';
import { planningProblems } from './problems/planning.de.ts';
import { printersProblems } from './problems/printers.de.ts';
import { sitesProblems } from './problems/sites.de.ts';
import { wavesProblems } from './problems/waves.de.ts';
import type { ProblemTexts } from './problems.en.ts';

/** What went wrong and what to do next, in German: on the floor, and of what only desks and other systems send. */
export const problemTexts: ProblemTexts = {
  ...floorProblemTexts,
  ...printersProblems,
  ...sitesProblems,
  ...approvalsProblems,
  ...orderMessagesProblems,
  ...wavesProblems,
  ...planningProblems,
};
