import { flow, go } from '../engine/flow.ts';
import { beginStep, cartonStep } from './begin.steps.ts';
import { trackingStep, weighStep } from './close.steps.ts';
import { itemStep, lotStep, quantityStep, serialsStep } from './item.steps.ts';
import type { PackStates } from './pack.states.ts';

/**
 * Packing at a packing place.
 *
 * Scan the shipment, its order, or the plate or tote that its goods came on. Choose a carton; the device says the number
 * that its label gets. Scan each thing that goes in: what does not belong to the shipment is refused. Type how many, or
 * scan each. "Take out" undoes what went in. "Close the carton" asks for weight and tracking number; while something is
 * left the next carton is chosen, else the next shipment. An open carton is gone on with by scanning its label.
 */
export const packFlow = flow<PackStates>({
  id: 'pack',
  permit: 'packing.pack',
  title: 'pack.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: {
    begin: beginStep,
    carton: cartonStep,
    item: itemStep,
    lot: lotStep,
    serials: serialsStep,
    quantity: quantityStep,
    weigh: weighStep,
    tracking: trackingStep,
  },
});
