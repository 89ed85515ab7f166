import { type PrintBody, print } from '#shared/labels/print.ts';
import { flow, go, submit, type Verdict } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';

interface LabelStates {
  readonly begin: { readonly last: LastPrinted | null };
}

interface LastPrinted {
  readonly body: PrintBody;
  readonly name: string;
}

/**
 * Labels for what has none, or one that cannot be read any more.
 *
 * Scan a plate, a carton, a place or an item: its label comes out of the printer of the zone where it is. "Once more" prints
 * the last one again. Without a network the labels come when there is one.
 */
export const labelFlow = flow<LabelStates>({
  id: 'label',
  permit: 'labels.print',
  title: 'label.title',
  revision: 1,
  isBlind: true,
  start: () => go('begin', { last: null }),
  steps: {
    begin: {
      prompt: ({ last }) => ({ ask: words('label.scan'), ...(last && { large: last.name }) }),
      scan: {
        licensePlate: (_state, { licensePlate }) =>
          printed({ kind: 'license-plate', subject: licensePlate }, grouped(licensePlate)),
        location: (_state, { location }) => printed({ kind: 'location', subject: location }, location),
        item: (_state, { item, sourceSystem, unit, lot, expiryDate }) =>
          printed(
            {
              ...{ kind: 'item', subject: item },
              ...(sourceSystem !== undefined && { sourceSystem }),
              ...(unit !== undefined && { unit }),
              ...(lot !== undefined && { lot }),
              ...(expiryDate !== undefined && { expiryDate }),
            },
            item,
          ),
      },
      actions: {
        again: {
          label: 'label.again',
          when: ({ last }) => last !== null,
          run: ({ last }) => (last ? printed(last.body, last.name) : go('begin', { last })),
        },
      },
    },
  },
});

function printed(body: PrintBody, name: string): Verdict<LabelStates> {
  return submit(print, body, go('begin', { last: { body, name } }), { told: words('label.done', { name }) });
}
