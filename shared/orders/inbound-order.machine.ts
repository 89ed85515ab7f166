import { machine } from '#shared/kernel/machine.ts';

/**
 * The life of an inbound order, derived from its lines: received counts from receiving completed, so an order that is
 * being scanned in stays open. A receipt that is reversed, or a quantity that is raised, opens it again. Cancelled and
 * closed short are for good: whoever wants the goods after all sends a new order.
 */
export const inboundOrderMachine = machine({
  name: 'inbound order',
  start: 'open',
  states: {
    open: ['partially_received', 'received', 'cancelled', 'closed_short'],
    partially_received: ['open', 'received', 'closed_short'],
    received: ['open', 'partially_received'],
    cancelled: [],
    closed_short: [],
  },
  final: ['cancelled', 'closed_short'],
});

export type InboundOrderStatus = keyof typeof inboundOrderMachine.states;

/**
 * The life of a line. `received`: all that is expected has come; `closed`: something came and the rest was cancelled;
 * `cancelled`: nothing came and nothing will.
 */
export const inboundLineMachine = machine({
  name: 'inbound order line',
  start: 'open',
  states: { open: ['received', 'closed', 'cancelled'], received: ['open', 'closed'], closed: [], cancelled: [] },
  final: ['closed', 'cancelled'],
});

export type InboundLineStatus = keyof typeof inboundLineMachine.states;

/** The status that the lines of an order give it, while it is neither cancelled nor closed short. */
export function statusOfLines(
  lines: readonly { readonly status: string; readonly receivedBase: number }[],
): InboundOrderStatus {
  if (lines.every((line) => line.status !== 'open')) return 'received';
  return lines.some((line) => line.receivedBase > 0) ? 'partially_received' : 'open';
}

/** What a screen shows of an order between its statuses: goods are registered that no receipt tells of yet. */
export function isInReceiving(
  lines: readonly { readonly registeredBase: number; readonly receivedBase: number }[],
): boolean {
  return lines.some((line) => line.registeredBase > line.receivedBase);
}
