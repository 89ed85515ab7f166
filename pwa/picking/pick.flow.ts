import { flow, go } from '../engine/flow.ts';
import { backStep, backWhyStep } from './back.steps.ts';
import { beginStep, takeOverStep, zoneStep } from './begin.steps.ts';
import { itemStep, lotStep, serialsStep } from './item.steps.ts';
import type { PickStates } from './pick.states.ts';
import { putStep } from './put.step.ts';
import { lessStep, positionStep, quantityStep } from './quantity.steps.ts';
import { toteStep } from './tote.step.ts';
import { walkStep } from './walk.step.ts';

/** The steps from the first place to the last, which all ways of picking share. */
export const pickingSteps = {
  zone: zoneStep,
  takeOver: takeOverStep,
  walk: walkStep,
  item: itemStep,
  lot: lotStep,
  serials: serialsStep,
  quantity: quantityStep,
  less: lessStep,
  position: positionStep,
  tote: toteStep,
  put: putStep,
  back: backStep,
  backWhy: backWhyStep,
};

/**
 * Picking. Press "Next work", or scan an order, a shipment or a piece of work; for that a network is needed. What is
 * claimed can be picked without one.
 *
 * The device leads along the way: it says the next place. Scan the place, or type its check digits. Then scan the goods:
 * any of their barcodes, or the plate they stand on; where all of a plate goes, its label is all that is scanned. Lot and
 * serial numbers are asked for where the goods have any. Count by scanning each, or type how many.
 *
 * "Not there" and "Not enough" ask why, and lead to where else such goods are. "Later" comes back at the end. "Tote"
 * names what the goods are laid into by its label; when it is full, name the next one, or bring it away and come back.
 * "Give back" leaves the rest to others: what was put down before is where they bring theirs. Work that somebody else has
 * is taken over only where both agree. When all is picked, scan where it is put: staging, packing or the door. A pick is
 * taken back in the list of the last scans while its goods are in hand.
 *
 * Where a supervisor cancels what was begun, the device says so and leads back: it names the place the goods came from;
 * scan it, or another one twice and say why.
 */
export const pickFlow = flow<PickStates>({
  id: 'pick',
  permit: 'picking.pick',
  title: 'pick.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: { begin: beginStep, ...pickingSteps },
});
