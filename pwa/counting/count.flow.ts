import { flow, go } from '../engine/flow.ts';
import { beginStep, placeStep } from './begin.steps.ts';
import type { CountStates } from './count.states.ts';
import { goodsStep } from './goods.step.ts';
import { quantityStep } from './quantity.step.ts';
import { expiryStep, lotStep, serialsStep } from './traces.steps.ts';
import { nextStep, zoneStep } from './zone.steps.ts';

/**
 * Counting.
 *
 * Choose what you are asked to count, or scan any place to count it; or choose a zone, and you are given its places one
 * after another while others are given theirs. Scan each item that is there and say how many: scan
 * on, or type the number; a plate first where the goods stand on one. The device never says how many there should be.
 * "All told" ends the place; what was not told of is not there. If nothing is there, say so. Where something is different
 * the server asks to count once more, then a supervisor looks at it.
 */
export const countFlow = flow<CountStates>({
  id: 'count',
  permit: 'counting.count',
  title: 'count.title',
  revision: 1,
  isBlind: true,
  start: () => go('begin', {}),
  steps: {
    begin: beginStep,
    zone: zoneStep,
    next: nextStep,
    place: placeStep,
    goods: goodsStep,
    lot: lotStep,
    expiry: expiryStep,
    serials: serialsStep,
    quantity: quantityStep,
  },
});
