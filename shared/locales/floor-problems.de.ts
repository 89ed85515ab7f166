import type { FloorProblemTexts } from './floor-problems.en.ts';
import { commandsProblems } from './problems/commands.de.ts';
import { countingProblems } from './problems/counting.de.ts';
import { documentsProblems } from './problems/documents.de.ts';
import { exceptionsProblems } from './problems/exceptions.de.ts';
import { goodsProblems } from './problems/goods.de.ts';
import { inventoryProblems } from './problems/inventory.de.ts';
import { labelsProblems } from './problems/labels.de.ts';
import { ordersProblems } from './problems/orders.de.ts';
import { packingProblems } from './problems/packing.de.ts';
import { peopleProblems } from './problems/people.de.ts';
import { pickingProblems } from './problems/picking.de.ts';
import { putawayProblems } from './problems/putaway.de.ts';
import { receivingProblems } from './problems/receiving.de.ts';
import { replenishmentProblems } from './problems/replenishment.de.ts';
import { requestsProblems } from './problems/requests.de.ts';
import { returnsProblems } from './problems/returns.de.ts';
import { scansProblems } from './problems/scans.de.ts';
import { shippingProblems } from './problems/shipping.de.ts';
import { unknownCodesProblems } from './problems/unknown-codes.de.ts';

/** What went wrong and what to do next, in German, of all that a worker's tasks can meet. */
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
