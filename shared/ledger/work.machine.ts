import { machine } from '../kernel/machine.ts';

/**
 * The life of work on the floor. `held`: made, but not shown to the floor before its wave is released, or hidden again.
 * `cancelled`: there is nothing left to do, since the goods are gone.
 */
export const workMachine = machine({
  name: 'work',
  start: 'held',
  states: { held: ['open', 'cancelled'], open: ['held', 'closed', 'cancelled'], closed: [], cancelled: [] },
  final: ['closed', 'cancelled'],
});

export type WorkStatus = keyof typeof workMachine.states;
