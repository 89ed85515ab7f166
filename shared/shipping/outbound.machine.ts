import { machine } from '#shared/kernel/machine.ts';

/** The life of an outbound shipment. `waved`: work is made for it; `in_process`: the first goods are picked. */
export const shipmentMachine = machine({
  name: 'outbound shipment',
  start: 'open',
  states: {
    open: ['waved', 'in_process', 'cancelled'],
    waved: ['open', 'in_process', 'cancelled'],
    in_process: ['picked', 'loaded', 'shipped', 'cancelled'],
    picked: ['in_process', 'loaded', 'shipped', 'cancelled'],
    loaded: ['picked', 'shipped'],
    shipped: ['picked', 'loaded'],
    cancelled: [],
  },
  final: ['cancelled'],
});

export type ShipmentStatus = keyof typeof shipmentMachine.states;

/** The life of a truck's load. It is shipped with the last of its shipments. */
export const outboundLoadMachine = machine({
  name: 'outbound load',
  start: 'open',
  states: {
    open: ['waved', 'in_process', 'cancelled'],
    waved: ['open', 'in_process', 'cancelled'],
    in_process: ['loaded', 'shipped', 'cancelled'],
    loaded: ['in_process', 'shipped'],
    shipped: ['loaded', 'in_process'],
    cancelled: [],
  },
  final: ['cancelled'],
});

export type OutboundLoadStatus = keyof typeof outboundLoadMachine.states;
