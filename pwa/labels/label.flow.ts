import type { FloorPrinters } from '#shared/labels/console.ts';
import { type PrintBody, print } from '#shared/labels/print.ts';
import { type Action, flow, go, type Option, submit, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';

interface LabelStates {
  readonly begin: AtPrinter;
  readonly printer: AtPrinter;
}

interface AtPrinter {
  readonly last: LastPrinted | null;
  /** The code of the one that was chosen; missing: the nearest to each label's goods. */
  readonly printer?: string;
}

interface LastPrinted {
  readonly body: PrintBody;
  readonly name: string;
}

type Printer = FloorPrinters['items'][number];

/** No printer has a code like that. */
const nearest = '*';
const path = 'printers?active=true';

/**
 * Labels for what has none, or one that cannot be read any more.
 *
 * Scan a plate, a carton, a place or an item: its label comes out of the printer of the zone where it is, or of the one
 * that was chosen under "Another printer", where it is told which of them do not answer. "Once more" prints the last one
 * again. Without a network the labels come when there is one.
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
      prompt: ({ last, printer: code }, world) => {
        const printer = printersIn(world).find((one) => one.code === code);
        // Which one is nearest the server knows: of others is told where they are chosen.
        const off = printer?.state === 'failing' ? printer : null;
        return {
          ask: words('label.scan'),
          ...(last && { large: last.name }),
          details: [
            { label: 'label.printer', value: code === undefined ? words('label.nearest') : (printer?.name ?? code) },
          ],
          ...(off && { notice: words('label.printerOff', { printer: off.name }) }),
        };
      },
      needs: () => [{ asked: path }],
      scan: {
        licensePlate: (state, { licensePlate }) =>
          printed(state, { kind: 'license-plate', subject: licensePlate }, grouped(licensePlate)),
        location: (state, { location }) => printed(state, { kind: 'location', subject: location }, location),
        item: (state, { item, sourceSystem, unit, lot, expiryDate }) =>
          printed(
            state,
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
          run: (state) => (state.last ? printed(state, state.last.body, state.last.name) : go('begin', state)),
        },
        printer: otherPrinter(),
      },
    },
    printer: {
      prompt: () => ({ ask: words('label.whichPrinter') }),
      needs: () => [{ asked: path }],
      choose: {
        options: (_state, world) => [
          { key: nearest, title: words('label.nearest') },
          ...printersIn(world).map(optionOf),
        ],
        pick: ({ last }, key) => go('begin', { last, ...(key !== nearest && { printer: key }) }),
      },
    },
  },
});

function otherPrinter(): Action<LabelStates, AtPrinter> {
  return { label: 'label.otherPrinter', run: (state) => go('printer', state) };
}

/** None where the server cannot be asked. */
function printersIn(world: World): readonly Printer[] {
  return (world.asked(path)?.body as FloorPrinters | undefined)?.items ?? [];
}

function optionOf({ code, name, zone, state, waiting }: Printer): Option {
  return {
    key: code,
    title: name,
    detail: [code, zone].filter(Boolean).join(' · '),
    ...(state === 'failing'
      ? { value: words('label.off') }
      : waiting > 0 && { value: words('label.waiting', { count: waiting }) }),
  };
}

function printed({ printer }: AtPrinter, asked: PrintBody, name: string): Verdict<LabelStates> {
  const { printer: _before, ...what } = asked;
  const body: PrintBody = { ...what, ...(printer !== undefined && { printer }) };
  const then = go('begin', { last: { body, name }, ...(printer !== undefined && { printer }) });
  return submit(print, body, then, { told: words('label.done', { name }) });
}
