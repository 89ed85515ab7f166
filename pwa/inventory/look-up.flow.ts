import { flow, go } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import { anything, unknownNeeds } from './look-up.actions.ts';
import type { LookUpStates } from './look-up.states.ts';
import { itemDetailsStep, itemStep, locationStep, orderStep, plateStep, workStep } from './look-up.steps.ts';
import { codeStep, goodsStep } from './look-up-code.steps.ts';
import { expectedStep, historyStep, olderStep, papersStep, restStep, whoseStep } from './look-up-history.steps.ts';
import { loadStep } from './look-up-load.step.ts';
import { whyStep } from './look-up-why.step.ts';

/**
 * Look something up. The worker has something in the hand or stands before it and wants to know what it is.
 *
 * Scan anything: an item, a location, a licence plate or carton, an order, a shipment, a load, work, a lot, a serial
 * number. The device shows where it is, how much of it there is and is free, what is still to come, whom it is promised
 * or who received it, what became of it, and why nobody can pick it. What nobody knows is set aside for somebody to
 * find out. Without a network the device shows what it knows itself, and as of when. Scan the next thing right away;
 * press "Close" to go back to the task that was interrupted.
 */
export const lookUp = flow<LookUpStates>({
  id: 'look-up',
  permit: 'stock.read',
  title: 'lookUp.title',
  revision: 4,
  start: () => go('begin', {}),
  steps: {
    begin: { prompt: () => ({ ask: words('lookUp.scanAnything') }), needs: unknownNeeds, scan: anything() },
    item: itemStep(),
    itemDetails: itemDetailsStep(),
    location: locationStep(),
    plate: plateStep(),
    order: orderStep(),
    load: loadStep(),
    work: workStep(),
    goods: goodsStep(),
    code: codeStep(),
    expected: expectedStep(),
    whose: whoseStep(),
    papers: papersStep(),
    why: whyStep(),
    rest: restStep(),
    history: historyStep(),
    older: olderStep(),
  },
});
