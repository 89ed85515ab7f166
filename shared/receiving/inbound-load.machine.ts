import { machine } from '#shared/kernel/machine.ts';

/**
 * The life of a load that arrives: goods are registered on it while it is open. `received`: completed with at least one
 * receipt, open again when that is reversed; `closed_empty`: completed with nothing on it, so no document tells of it,
 * open again when a notice announces something on it after all.
 */
export const inboundLoadMachine = machine({
  name: 'inbound load',
  start: 'open',
  states: { open: ['received', 'closed_empty'], received: ['open'], closed_empty: ['open'] },
  final: [],
});

export type InboundLoadStatus = keyof typeof inboundLoadMachine.states;

/** What people are shown of a load: an open one that is on its way, and one that goods are registered on already. */
export const inboundLoadPhases = ['open', 'shipped', 'in_process', 'received', 'closed_empty'] as const;

export type InboundLoadPhase = (typeof inboundLoadPhases)[number];

export function phaseOfLoad(
  status: string,
  isShipped: boolean,
  lines: readonly { readonly registeredBase: number }[],
): InboundLoadPhase {
  if (status === 'received' || status === 'closed_empty') return status;
  if (lines.some(({ registeredBase }) => registeredBase > 0)) return 'in_process';
  return isShipped ? 'shipped' : 'open';
}

/** A registration stands until it is undone. */
export const registrationMachine = machine({
  name: 'registration',
  start: 'active',
  states: { active: ['undone'], undone: [] },
  final: ['undone'],
});
