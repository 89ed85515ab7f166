import { commandsProblems } from './problems/commands.de.ts';
import { countingProblems } from './problems/counting.de.ts';
import { documentsProblems } from './problems/documents.de.ts';
import { exceptionsProblems } from './problems/exceptions.de.ts';
import { goodsProblems } from './problems/goods.de.ts';
import { inventoryProblems } from './problems/inventory.de.ts';
import { ordersProblems } from './problems/orders.de.ts';
import { packingProblems } from './problems/packing.de.ts';
import { peopleProblems } from './problems/people.de.ts';
import { pickingProblems } from './problems/picking.de.ts';
import { planningProblems } from './problems/planning.de.ts';
import { putawayProblems } from './problems/putaway.de.ts';
import { receivingProblems } from './problems/receiving.de.ts';
import { replenishmentProblems } from './problems/replenishment.de.ts';
import { requestsProblems } from './problems/requests.de.ts';
import { returnsProblems } from './problems/returns.de.ts';
import { scansProblems } from './problems/scans.de.ts';
import { shippingProblems } from './problems/shipping.de.ts';
import { sitesProblems } from './problems/sites.de.ts';
import { unknownCodesProblems } from './problems/unknown-codes.de.ts';
import { wavesProblems } from './problems/waves.de.ts';
import type { ProblemTexts } from './problems.en.ts';

/** What went wrong and what to do next, in German. */
export const problemTexts: ProblemTexts = {
  ...requestsProblems,
  ...peopleProblems,
  ...commandsProblems,
  ...scansProblems,
  ...goodsProblems,
  ...sitesProblems,
  ...ordersProblems,
  ...receivingProblems,
  ...putawayProblems,
  ...inventoryProblems,
  ...countingProblems,
  ...wavesProblems,
  ...pickingProblems,
  ...replenishmentProblems,
  ...planningProblems,
  ...packingProblems,
  ...shippingProblems,
  ...returnsProblems,
  ...unknownCodesProblems,
  ...documentsProblems,
  ...exceptionsProblems,
};
