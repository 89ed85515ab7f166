import { flow, type Go, go } from '../engine/flow.ts';
import { printsLabel } from '../engine/prints-label.ts';
import { beginStep, cartonStep } from './begin.steps.ts';
import { trackingStep, weighStep } from './close.steps.ts';
import { itemStep, lotStep, quantityStep, serialsStep } from './item.steps.ts';
import type { JustClosed, PackStates } from './pack.states.ts';

/**
 * Packing at a packing place.
 *
 * Scan the shipment, its order, or the plate or tote that its goods came on. Choose a carton; the device says the number
 * that its label gets. Scan each thing that goes in: what does not belong to the shipment is refused. Type how many, or
 * scan each. "Take out" undoes what went in. "Close the carton" asks for weight and tracking number; while something is
 * left the next carton is chosen, else the next shipment; the label of the one that was closed can be printed then. An
 * open carton is gone on with by scanning its label.
 */
export const packFlow = flow<PackStates>({
  id: 'pack',
  permit: 'packing.pack',
  title: 'pack.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: {
    begin: { ...beginStep, actions: { label: printsCarton(() => go('begin', {})) } },
    carton: {
      ...cartonStep,
      actions: { ...cartonStep.actions, label: printsCarton(({ shipment }) => go('carton', { shipment })) },
    },
    item: itemStep,
    lot: lotStep,
    serials: serialsStep,
    quantity: quantityStep,
    weigh: weighStep,
    tracking: trackingStep,
  },
});

/** The label of the carton that was closed last. */
function printsCarton<State extends JustClosed>(then: (state: State) => Go<PackStates>) {
  return printsLabel<PackStates, State>({ kind: 'carton', label: 'label.ofCarton', of: ({ closed }) => closed, then });
}
