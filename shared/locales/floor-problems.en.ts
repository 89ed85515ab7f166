import { commandsProblems } from './problems/commands.en.ts';
import { countingProblems } from './problems/counting.en.ts';
import { documentsProblems } from './problems/documents.en.ts';
import { exceptionsProblems } from './problems/exceptions.en.ts';
import { goodsProblems } from './problems/goods.en.ts';
import { inventoryProblems } from './problems/inventory.en.ts';
import { labelsProblems } from './problems/labels.en.ts';
import { ordersProblems } from './problems/orders.en.ts';
import { packingProblems } from './problems/packing.en.ts';
import { peopleProblems } from './problems/people.en.ts';
import { pickingProblems } from './problems/picking.en.ts';
import { putawayProblems } from './problems/putaway.en.ts';
import { receivingProblems } from './problems/receiving.en.ts';
import { replenishmentProblems } from './problems/replenishment.en.ts';
import { requestsProblems } from './problems/requests.en.ts';
import { returnsProblems } from './problems/returns.en.ts';
import { scansProblems } from './problems/scans.en.ts';
import { shippingProblems } from './problems/shipping.en.ts';
import { unknownCodesProblems } from './problems/unknown-codes.en.ts';
import type { Texts } from './worded.ts';

/**
 * What went wrong and what to do next, in English, of all that a worker's tasks can meet: a handheld fetches no more.
 * Keys are problem codes; `{name}` is a member of the problem's params. The sentences lie by slice beside this file; a new
 * one goes there, in each language.
 */
export const floorProblemTexts = {
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
} as const satisfies Texts;

/** Every language has every key. */
export type FloorProblemTexts = Readonly<Record<keyof typeof floorProblemTexts, string>>;
