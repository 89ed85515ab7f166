import { flow, go } from '../engine/flow.ts';
import type { StatusStates } from './status.states.ts';
import { beginStep, goodsStep, lotStep, quantityStep, reasonStep, serialStep, statusStep } from './status.steps.ts';

/**
 * Changing what may be done with goods.
 *
 * Scan the plate, or the place of the goods. At a place scan the item, or say that all of it is meant. Say how much; its
 * lot or serial number where it has one. Choose what the goods are now, then why. Nothing is carried anywhere: put the
 * goods into quarantine by moving them there. What was set apart comes back into sale only with a second person, unless
 * you may let it go yourself.
 */
export const statusFlow = flow<StatusStates>({
  id: 'status',
  permit: 'inventory.change_status',
  title: 'status.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: {
    begin: beginStep,
    goods: goodsStep,
    lot: lotStep,
    serial: serialStep,
    quantity: quantityStep,
    status: statusStep,
    reason: reasonStep,
  },
});
