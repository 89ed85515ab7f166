import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import type { InboundLoadThing, InboundOrderThing, LoadLineThing } from '#shared/ledger/thing.ts';
import type { FlowStep, Need, Prompt, Row, World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { words } from '../ui/words.ts';
import { anything, unknownNeeds } from './look-up.actions.ts';
import { loadDetails, loadRow, lookUpPath, meant } from './look-up.answer.ts';
import type { LookUpStates } from './look-up.states.ts';
import { shown } from './look-up.steps.ts';

type Load = LookUpStates['load'];

/** A load: what it is to bring, of which orders and on how many plates, and how much of that is in. */
export function loadStep(): FlowStep<LookUpStates, Load> {
  return {
    prompt: (state, world) => shown(meant('load', state.load), world, () => ownPrompt(state, world)),
    needs: ({ load, orders }, input) => [
      { kind: 'inboundLoad', key: load },
      { list: snapshotCode.expectedOn(load) },
      ...orders.map((key): Need => ({ kind: 'inboundOrder', key })),
      { asked: lookUpPath(load) },
      ...unknownNeeds({}, input),
    ],
    scan: anything(),
  };
}

function ownPrompt({ load: number, orders: known }: Load, world: World): Prompt {
  const load = world.thing('inboundLoad', number);
  if (!load) return { ask: words('lookUp.load'), large: number, about: words('lookUp.gone') };
  const orders = new Map(known.flatMap((key) => entryOf(world.thing('inboundOrder', key))));
  const { status, expectedArrival, carrier, notes } = load;
  return {
    ask: words('lookUp.load'),
    large: number,
    details: loadDetails({
      ...{ status, expectedArrival, carrier, notes, documents: [], plates: platesOn(number, world) },
      orders: [...orders.values()].map(({ orderNumber }) => orderNumber),
    }),
    rows: load.lines.flatMap((line) => rowOf(load, line, orders.get(line.order))),
  };
}

function entryOf(order: InboundOrderThing | undefined): [string, InboundOrderThing][] {
  return order ? [[order.key, order]] : [];
}

function platesOn(load: string, world: World): { announced: number; received: number } {
  const plates = foundOf(world.list(snapshotCode.expectedOn(load)), 'expectedPlate')
    .map(({ value }) => value.lines)
    .filter((lines) => lines.length > 0);
  const isIn = (lines: (typeof plates)[number]) =>
    lines.every(({ registeredBase, quantityBase }) => registeredBase >= quantityBase);
  return { announced: plates.length, received: plates.filter(isIn).length };
}

function rowOf({ load }: InboundLoadThing, onLoad: LoadLineThing, order: InboundOrderThing | undefined): Row[] {
  const line = order?.lines.find((each) => each.line === onLoad.line);
  if (!order || !line) return [];
  // The load's own sum is the server's; what this device has yet to send stands at the order.
  const own = order.registrations.filter((each) => each.line === line.line && each.load === load);
  const registeredBase = Math.max(onLoad.registeredBase, totalBase(own));
  return [
    loadRow({
      ...{ order: order.orderNumber, line: line.line, item: line.itemNumber, description: line.description },
      expected: fromBase(onLoad.expectedBase, line.decimals),
      registered: fromBase(registeredBase, line.decimals),
      unit: line.baseUnit,
    }),
  ];
}
