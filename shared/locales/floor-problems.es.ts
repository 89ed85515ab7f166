import type { FloorProblemTexts } from './floor-problems.en.ts';
import { commandsProblems } from './problems/commands.es.ts';
import { countingProblems } from './problems/counting.es.ts';
import { documentsProblems } from './problems/documents.es.ts';
import { exceptionsProblems } from './problems/exceptions.es.ts';
import { goodsProblems } from './problems/goods.es.ts';
import { inventoryProblems } from './problems/inventory.es.ts';
import { labelsProblems } from './problems/labels.es.ts';
import { ordersProblems } from './problems/orders.es.ts';
import { packingProblems } from './problems/packing.es.ts';
import { peopleProblems } from './problems/people.es.ts';
import { pickingProblems } from './problems/picking.es.ts';
import { putawayProblems } from './problems/putaway.es.ts';
import { receivingProblems } from './problems/receiving.es.ts';
import { replenishmentProblems } from './problems/replenishment.es.ts';
import { requestsProblems } from './problems/requests.es.ts';
import { returnsProblems } from './problems/returns.es.ts';
import { scansProblems } from './problems/scans.es.ts';
import { shippingProblems } from './problems/shipping.es.ts';
import { unknownCodesProblems } from './problems/unknown-codes.es.ts';

/** What went wrong and what to do next, in Spanish, of all that a worker's tasks can meet. */
export const floorProblemTexts: FloorProblemTexts = {
  ...requestsProblems,
  ...peopleProblems,
  ...commandsProblems,
  ...scansProblems,
  ...goodsProblems,
  ...labelsProblems,
  ...ordersProblems,
  ...receivingProblems,
  ...putawayProblems,
  ...inventoryProblems,
  ...countingProblems,
  ...pickingProblems,
  ...replenishmentProblems,
  ...packingProblems,
  ...shippingProblems,
  ...returnsProblems,
  ...unknownCodesProblems,
  ...documentsProblems,
  ...exceptionsProblems,
};
