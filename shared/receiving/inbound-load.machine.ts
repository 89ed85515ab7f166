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

/** A registration stands until it is undone. */
export const registrationMachine = machine({
  name: 'registration',
  start: 'active',
  states: { active: ['undone'], undone: [] },
  final: ['undone'],
});
