import type { InboundLineThing, InboundOrderThing } from '#shared/ledger/thing.ts';
import { complete } from '#shared/receiving/complete.ts';
import { type FlowStep, go, type Row, say, submit, type World } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import { partsOf } from './goods.ts';
import { registeredBase } from './order-facts.ts';
import { progressIn } from './progress.ts';
import type { AtOrder, ReceiveStates } from './receive.states.ts';
import { arrivedBase, byWhatIsMissing, shownOn } from './shown.ts';

/** Is that what arrived? Every line with what was expected and what was registered. */
export const checkStep: FlowStep<ReceiveStates, AtOrder> = {
  prompt: ({ order: key }, world) => {
    const order = world.thing('inboundOrder', key);
    return {
      ask: words('receive.isThatAll'),
      about: partsOf(key)[1],
      ...(order && { rows: byWhatIsMissing(order).map((line) => rowOf(order, line)) }),
      ...progressIn({ order: key }, world),
    };
  },
  needs: orderOf,
  actions: {
    confirm: { label: 'receive.yesAll', emphasis: 'primary', run: (state) => go('slip', state) },
    more: { label: 'receive.moreToCome', run: (state) => go('item', state) },
  },
};

/** The number of the paper that came with the goods. */
export const slipStep: FlowStep<ReceiveStates, AtOrder> = {
  prompt: ({ order }, world) => ({
    ask: words('receive.scanSlip'),
    about: partsOf(order)[1],
    ...progressIn({ order }, world),
  }),
  needs: orderOf,
  scan: {
    unknown: (state, scan, world) => (scan.refused ? say(scan.code, scan.params) : withSlip(state, scan.text, world)),
    document: (state, scan, world) => withSlip(state, scan.document, world),
  },
  enter: { kind: 'text', label: 'receive.packingSlip', maxLength: 64, run: withSlip },
  actions: {
    skip: { label: 'receive.noSlip', run: (state, world) => withSlip(state, null, world) },
  },
};

/** Something else arrived than was expected: somebody has to say that this is right. */
export const differencesStep: FlowStep<ReceiveStates, ReceiveStates['differences']> = {
  prompt: ({ order: key }, world) => {
    const order = world.thing('inboundOrder', key);
    const differing = order ? order.lines.filter((line) => differs(order, line)) : [];
    return {
      ask: words('receive.acceptDifferences'),
      about: words('receive.linesDiffer', { order: partsOf(key)[1], count: differing.length }),
      rows: order ? differing.map((line) => rowOf(order, line)) : [],
      ...progressIn({ order: key }, world),
    };
  },
  needs: orderOf,
  actions: {
    confirm: {
      label: 'receive.accept',
      emphasis: 'primary',
      run: (state) => close(state, state.supplierPackingSlip, true),
    },
    more: {
      label: 'receive.moreToCome',
      run: ({ order, location, lastPlate }) => go('item', { order, location, lastPlate }),
    },
  },
};

function orderOf({ order }: AtOrder) {
  return [{ kind: 'inboundOrder' as const, key: order }];
}

function withSlip(state: AtOrder, supplierPackingSlip: string | null, world: World) {
  const order = world.thing('inboundOrder', state.order);
  if (!order) return say('receiving.order_unknown', { order: partsOf(state.order)[1] });
  const hasDifferences = order.lines.some((line) => differs(order, line));
  return hasDifferences
    ? go('differences', { ...state, supplierPackingSlip })
    : close(state, supplierPackingSlip, false);
}

function close({ order: key }: AtOrder, supplierPackingSlip: string | null, acceptDifferences: boolean) {
  const [sourceSystem, order] = partsOf(key);
  const body = { order, sourceSystem, acceptDifferences, ...(supplierPackingSlip !== null && { supplierPackingSlip }) };
  return submit(complete, body, go('order', {}), { told: words('receive.completed', { order }) });
}

/** As the shared rule sees it: what is open and was not received by earlier loads, against what is on this one. */
function differs(order: InboundOrderThing, line: InboundLineThing): boolean {
  const onLoadBase = registeredBase(order, line.line);
  const expectedBase = line.status === 'open' ? Math.max(0, line.expectedBase - line.receivedBase) : 0;
  return (line.status === 'open' || onLoadBase > 0) && onLoadBase !== expectedBase;
}

function rowOf(order: InboundOrderThing, line: InboundLineThing): Row {
  const arrived = arrivedBase(order, line);
  const missingBase = line.expectedBase - arrived;
  const isRight = line.status !== 'open' || missingBase === 0;
  const key = missingBase === 0 ? 'receive.arrivedOf' : missingBase > 0 ? 'receive.missing' : 'receive.tooMuch';
  const quantities = { arrived, expected: line.expectedBase, difference: Math.abs(missingBase) };
  return {
    title: line.description,
    detail: words('receive.lineOf', { line: line.line, item: line.itemNumber }),
    value: words(key, shownOn(line, quantities)),
    tone: isRight ? 'good' : 'warn',
  };
}
