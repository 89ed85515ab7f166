import { itemKey } from '#shared/ledger/item-key.ts';
import type { InboundLineThing, InboundOrderThing, ItemThing, LoadLineThing } from '#shared/ledger/thing.ts';
import { complete } from '#shared/receiving/complete.ts';
import type { ItemScan } from '#shared/scan/scan.ts';
import { type FlowStep, go, type Need, type Prompt, type Row, say, submit, type World } from '../engine/flow.ts';
import { printsPlate } from '../engine/prints-label.ts';
import { words } from '../ui/words.ts';
import { type Goods, nextFor, partsOf } from './goods.ts';
import type { OnLoad, ReceiveStates } from './receive.states.ts';
import { goodsOf } from './receive-item.steps.ts';
import { isLineOpen, shownOn } from './shown.ts';

/** What has come with the load? Its order is found by the item. */
export const loadItemStep: FlowStep<ReceiveStates, OnLoad> = {
  counts: true,
  prompt: (state, world) => ({
    ask: words('receive.scanItem'),
    about: words('receive.onLoad', { load: state.load.number }),
    ...(state.location !== null && { details: [{ label: 'receive.dock' as const, value: state.location }] }),
    rows: linesOf(state, world)
      .filter((each) => each.missingBase > 0)
      .slice(0, 50)
      .map(rowOf),
    ...progressOf(state, world),
  }),
  needs: needsOf,
  scan: {
    item: (state, scan, world) => {
      const choices = choicesFor(state, scan, world);
      const [first, second] = choices;
      if (!first) return say('receive.itemNotOnLoad', { item: scan.item, load: state.load.number });
      if (second) return go('loadOrder', { ...state, choices: choices.map(({ goods }) => goods) }, scan.item);
      return nextFor(first.goods, first.item, world);
    },
    location: (state, scan, world) => {
      const location = world.thing('location', scan.location);
      if (location?.type !== 'receiving') return say('receiving.location_not_receiving', { location: scan.location });
      return go(
        'loadItem',
        { ...state, location: scan.location },
        words('receive.dockIs', { location: scan.location }),
      );
    },
  },
  actions: {
    done: { label: 'receive.allIn', run: (state) => go('loadSlip', state) },
    label: printsPlate(({ newPlate: _printed, ...state }) => go('loadItem', state)),
    order: { label: 'receive.otherLoad', run: () => go('order', {}) },
  },
};

/** Several orders on the load wait for the item: for which is it? */
export const loadOrderStep: FlowStep<ReceiveStates, ReceiveStates['loadOrder']> = {
  prompt: (state, world) => ({
    ask: words('receive.whichOrder'),
    about: state.choices[0]?.description ?? '',
    ...progressOf(state, world),
  }),
  needs: (state) => [
    ...needsOf(state),
    ...state.choices.slice(0, 1).map(({ item }): Need => ({ kind: 'item', key: item })),
  ],
  choose: {
    options: ({ choices }) =>
      choices.map(({ order, line }) => ({
        key: order,
        title: partsOf(order)[1],
        ...(line !== null && { detail: words('receive.lineNumber', { line }) }),
      })),
    pick: ({ choices }, key, world) => {
      const goods = choices.find(({ order }) => order === key);
      const item = goods && world.thing('item', goods.item);
      return goods && item ? nextFor(goods, item, world) : say('flow.notOffered');
    },
  },
};

/** The number of the paper that came with the load. */
export const loadSlipStep: FlowStep<ReceiveStates, OnLoad> = {
  prompt: (state, world) => ({
    ask: words('receive.scanSlip'),
    about: words('receive.onLoad', { load: state.load.number }),
    ...progressOf(state, world),
  }),
  needs: needsOf,
  scan: {
    unknown: (state, scan) => (scan.refused ? say(scan.code, scan.params) : withSlip(state, scan.text)),
    document: (state, scan) => withSlip(state, scan.document),
  },
  enter: { kind: 'text', label: 'receive.packingSlip', maxLength: 64, run: withSlip },
  actions: { skip: { label: 'receive.noSlip', run: (state) => withSlip(state, null) } },
};

/** Is that all that the load brought? Every line with what was to come and what came. */
export const loadCheckStep: FlowStep<ReceiveStates, ReceiveStates['loadCheck']> = {
  prompt: (state, world) => {
    const differing = linesOf(state, world).filter(({ missingBase }) => missingBase !== 0);
    return {
      ask: words(differing.length > 0 ? 'receive.acceptDifferences' : 'receive.isThatAll'),
      about: words('receive.linesDiffer', { order: state.load.number, count: differing.length }),
      rows: linesOf(state, world).map(rowOf),
      ...progressOf(state, world),
    };
  },
  needs: needsOf,
  actions: {
    confirm: {
      label: 'receive.closeLoad',
      emphasis: 'primary',
      run: (state, world) => {
        const acceptDifferences = linesOf(state, world).some(({ missingBase }) => missingBase !== 0);
        const { supplierPackingSlip, load } = state;
        const slip = supplierPackingSlip === null ? {} : { supplierPackingSlip };
        const told = words('receive.completed', { order: load.number });
        return submit(complete, { load: load.number, acceptDifferences, ...slip }, go('order', {}), { told });
      },
    },
    more: {
      label: 'receive.moreToCome',
      run: ({ load, location, lastPlate }) => go('loadItem', { load, location, lastPlate }),
    },
  },
};

function withSlip(state: OnLoad, supplierPackingSlip: string | null) {
  return go('loadCheck', { ...state, supplierPackingSlip });
}

/** The load was looked at when the worker came to it; since then it may have been announced otherwise. */
function needsOf({ load }: OnLoad): Need[] {
  return [{ ordersOn: load.number }, ...load.orders.map((key): Need => ({ kind: 'inboundOrder', key }))];
}

interface LoadLine {
  readonly order: InboundOrderThing;
  readonly line: InboundLineThing;
  readonly expectedBase: number;
  readonly arrivedBase: number;
  /** Below nothing where too much came. */
  readonly missingBase: number;
}

/** The lines of the load, those of which something is missing first. */
function linesOf({ load }: OnLoad, world: World): LoadLine[] {
  const thing = world.thing('inboundLoad', load.number);
  const known = (thing?.lines ?? []).flatMap((onLoad) => {
    const order = world.thing('inboundOrder', onLoad.order);
    const line = order?.lines.find((each) => each.line === onLoad.line);
    return order && line ? [lineOf(load.number, onLoad, order, line)] : [];
  });
  return known.sort((one, other) => Number(one.missingBase <= 0) - Number(other.missingBase <= 0));
}

function registeredOn(order: InboundOrderThing, line: number, load: string): number {
  return order.registrations
    .filter((each) => each.line === line && each.load === load)
    .reduce((sum, { quantityBase }) => sum + quantityBase, 0);
}

function lineOf(load: string, onLoad: LoadLineThing, order: InboundOrderThing, line: InboundLineThing): LoadLine {
  const { expectedBase } = onLoad;
  // The load's own sum is the server's; what this device has yet to send stands at the order.
  const arrivedBase = Math.max(onLoad.registeredBase, registeredOn(order, line.line, load));
  return { order, line, expectedBase, arrivedBase, missingBase: expectedBase - arrivedBase };
}

function progressOf(state: OnLoad, world: World): Pick<Prompt, 'progress'> {
  const lines = linesOf(state, world);
  const done = lines.filter(({ missingBase }) => missingBase <= 0).length;
  return { progress: { done, of: lines.length, unit: 'unit.lines' } };
}

function rowOf({ order, line, expectedBase, arrivedBase, missingBase }: LoadLine): Row {
  const key = missingBase === 0 ? 'receive.arrivedOf' : missingBase > 0 ? 'receive.missing' : 'receive.tooMuch';
  const quantities = { arrived: arrivedBase, expected: expectedBase, difference: Math.abs(missingBase) };
  return {
    title: line.description,
    detail: words('receive.orderLine', { order: order.orderNumber, line: line.line, item: line.itemNumber }),
    value: words(key, shownOn(line, quantities)),
    tone: missingBase === 0 ? 'good' : missingBase > 0 ? 'open' : 'warn',
  };
}

/** What the scanned item can be on this load: one for each order with an open line of it, those still missing first. */
function choicesFor(
  { load, location, lastPlate }: OnLoad,
  scan: ItemScan,
  world: World,
): { readonly goods: Goods; readonly item: ItemThing }[] {
  const keys = world.thing('inboundLoad', load.number)?.orders.map(({ order }) => order) ?? load.orders;
  const found = keys.flatMap((key) => {
    const order = world.thing('inboundOrder', key);
    const item = order && world.thing('item', itemKey(scan.sourceSystem ?? order.sourceSystem, scan.item));
    const lines = order && item ? order.lines.filter((line) => line.item === item.key && isLineOpen(line)) : [];
    const [first, second] = lines;
    if (!item || !first) return [];
    const goods = goodsOf({ order: key, location, lastPlate, load }, item, second ? null : first, scan);
    return [{ goods, item }];
  });
  const missing = linesOf({ load, location, lastPlate }, world).filter(({ missingBase }) => missingBase > 0);
  const wanted = found.filter(({ goods, item }) =>
    missing.some(({ order, line }) => order.key === goods.order && line.item === item.key),
  );
  return wanted.length > 0 ? wanted : found;
}
