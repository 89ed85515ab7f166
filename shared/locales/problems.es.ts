import { commandsProblems } from './problems/commands.es.ts';
import { countingProblems } from './problems/counting.es.ts';
import { documentsProblems } from './problems/documents.es.ts';
import { exceptionsProblems } from './problems/exceptions.es.ts';
import { goodsProblems } from './problems/goods.es.ts';
import { inventoryProblems } from './problems/inventory.es.ts';
import { ordersProblems } from './problems/orders.es.ts';
import { packingProblems } from './problems/packing.es.ts';
import { peopleProblems } from './problems/people.es.ts';
import { pickingProblems } from './problems/picking.es.ts';
import { planningProblems } from './problems/planning.es.ts';
import { putawayProblems } from './problems/putaway.es.ts';
import { receivingProblems } from './problems/receiving.es.ts';
import { replenishmentProblems } from './problems/replenishment.es.ts';
import { requestsProblems } from './problems/requests.es.ts';
import { returnsProblems } from './problems/returns.es.ts';
import { scansProblems } from './problems/scans.es.ts';
import { shippingProblems } from './problems/shipping.es.ts';
import { sitesProblems } from './problems/sites.es.ts';
import { unknownCodesProblems } from './problems/unknown-codes.es.ts';
import { wavesProblems } from './problems/waves.es.ts';
import type { ProblemTexts } from './problems.en.ts';

/** What went wrong and what to do next, in Spanish. */
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
