import { machine } from '#shared/kernel/machine.ts';

/**
 * The life of an outbound order besides its two axes (see `shared/ledger/outbound-status.ts`). `closed`: all that is wanted
 * has left the building; a confirmation that is reversed opens it again. What is cancelled stays so: whoever wants the
 * goods after all sends a new order.
 */
export const outboundOrderMachine = machine({
  name: 'outbound order',
  start: 'open',
  states: { open: ['closed', 'cancelled'], closed: ['open'], cancelled: [] },
  final: ['cancelled'],
});

/** The life of a line. Another quantity opens a line again that was cancelled or closed, while its order is open. */
export const outboundLineMachine = machine({
  name: 'outbound order line',
  start: 'open',
  states: { open: ['closed', 'cancelled'], closed: ['open'], cancelled: ['open'] },
  final: [],
});
