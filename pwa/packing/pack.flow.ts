import type { Operation } from '#shared/command/operation.ts';
import { type Action, flow, type Go, go, submit } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
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
 * left the next carton is chosen, else the next shipment; the label of the one that was closed can be printed then. An open carton is gone on with by scanning its label.
 */
export function packFlow({ print }: { readonly print: Pick<Operation, 'type' | 'version'> }) {
  const printOperation = print as Operation<PrintsCarton>;
  return flow<PackStates>({
    id: 'pack',
    permit: 'packing.pack',
    title: 'pack.title',
    revision: 1,
    start: () => go('begin', {}),
    steps: {
      begin: { ...beginStep, actions: { label: printsLabel(printOperation, () => go('begin', {})) } },
      carton: {
        ...cartonStep,
        actions: {
          ...cartonStep.actions,
          label: printsLabel(printOperation, ({ shipment }) => go('carton', { shipment })),
        },
      },
      item: itemStep,
      lot: lotStep,
      serials: serialsStep,
      quantity: quantityStep,
      weigh: weighStep,
      tracking: trackingStep,
    },
  });
}

/** What of printing packing has to say; the rest is the server's. */
interface PrintsCarton {
  readonly kind: 'carton';
  readonly subject: string;
}

/** The label of the carton that was closed last, by the printer of the zone. */
function printsLabel<State extends JustClosed>(
  print: Operation<PrintsCarton>,
  then: (state: State) => Go<PackStates>,
): Action<PackStates, State> {
  return {
    label: 'label.ofCarton',
    when: ({ closed }) => closed !== undefined,
    run: (state) => {
      const { closed = '' } = state;
      const told = words('label.done', { name: grouped(closed) });
      return submit(print, { kind: 'carton', subject: closed }, then(state), { told });
    },
  };
}
