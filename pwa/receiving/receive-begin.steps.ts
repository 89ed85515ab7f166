import { itemKey } from '#shared/ledger/item-key.ts';
import type { ExpectedPlateThing, InboundLoadThing, InboundOrderThing } from '#shared/ledger/thing.ts';
import { type FlowStep, go, say, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { isOpenOrder, snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import type { AtLoad, ReceiveStates } from './receive.states.ts';
import { isLineDone } from './shown.ts';

/** What arrived? An order's paper, a load's, or a plate that was announced. */
export const beginStep: FlowStep<ReceiveStates, object> = {
  prompt: () => ({ ask: words('receive.scanOrder') }),
  needs: (_state, input) => [
    { list: snapshotCode.openOrders },
    { list: snapshotCode.openLoads },
    ...(input?.kind === 'scan' && input.scan.kind === 'licensePlate'
      ? [{ list: snapshotCode.expectedPlate(input.scan.licensePlate) }]
      : []),
  ],
  scan: {
    document: (_state, scan, world) => {
      if (scan.documentType === 'inbound-load') {
        const load = world.thing('inboundLoad', scan.document);
        return load ? beginLoad(load) : say('receiving.load_unknown', { load: scan.document });
      }
      if (scan.documentType !== 'inbound-order') return say('receive.notAnOrder', { text: scan.text });
      return beginOrder(world.thing('inboundOrder', itemKey(scan.sourceSystem ?? '', scan.document)), scan.document);
    },
    licensePlate: (_state, scan, world) => {
      const [found] = foundOf(world.list(snapshotCode.expectedPlate(scan.licensePlate)), 'expectedPlate');
      return found
        ? beginPlate(found.value, world)
        : say('receive.plateNotAnnounced', { text: grouped(scan.licensePlate) });
    },
  },
  choose: {
    options: (_state, world) => [...loadOptions(world), ...orderOptions(world)],
    pick: (_state, key, world) => {
      const load = loadsOf(world).find((each) => loadChoice(each) === key);
      if (load) return beginLoad(load);
      const order = ordersOf(world).find((each) => each.key === key);
      return beginOrder(order, key);
    },
  },
};

function loadsOf(world: World): InboundLoadThing[] {
  return foundOf(world.list(snapshotCode.openLoads), 'inboundLoad')
    .map(({ value }) => value)
    .filter(({ isPlanned }) => isPlanned);
}

function ordersOf(world: World): InboundOrderThing[] {
  return foundOf(world.list(snapshotCode.openOrders), 'inboundOrder').map(({ value }) => value);
}

function loadChoice({ load }: InboundLoadThing): string {
  return `load/${load}`;
}

function loadOptions(world: World) {
  return loadsOf(world).map((load) => {
    const done = load.lines.filter(({ expectedBase, registeredBase }) => registeredBase >= expectedBase).length;
    return {
      key: loadChoice(load),
      title: load.load,
      detail: load.carrier
        ? words('receive.loadOf', { orders: load.orders.length, carrier: load.carrier })
        : words('receive.loadOfOrders', { orders: load.orders.length }),
      value: words('receive.linesDone', { done, of: load.lines.length }),
    };
  });
}

function orderOptions(world: World) {
  return ordersOf(world).map((order) => ({
    key: order.key,
    title: order.orderNumber,
    ...(order.consigner !== null && { detail: order.consigner }),
    value: words('receive.linesDone', { done: linesDone(order), of: order.lines.length }),
  }));
}

function beginOrder(order: InboundOrderThing | undefined, number: string) {
  if (!order) return say('receiving.order_unknown', { order: number });
  const { key, orderNumber, status, consigner } = order;
  if (!isOpenOrder(order)) return say('receiving.order_closed', { order: orderNumber, status });
  const told = consigner === null ? orderNumber : `${orderNumber} · ${consigner}`;
  return go('item', { order: key, location: null, lastPlate: null }, told);
}

function beginLoad(load: InboundLoadThing) {
  return go('loadItem', { load: atLoad(load), location: null, lastPlate: null }, load.load);
}

function atLoad({ load, orders }: InboundLoadThing): AtLoad {
  return { number: load, orders: orders.map(({ order }) => order) };
}

function beginPlate(plate: ExpectedPlateThing, world: World) {
  const load = loadsOf(world).find((each) => each.load === plate.load);
  if (!load) return say('receiving.load_unknown', { load: plate.load });
  const { licensePlate } = plate;
  return go('announced', { licensePlate, load: atLoad(load), location: null }, grouped(licensePlate));
}

function linesDone(order: InboundOrderThing): number {
  return order.lines.filter((line) => isLineDone(order, line)).length;
}
